import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf, emptyScope, type ScopeKey } from '../changes/journal'
import { purgeJournal } from '../changes/purge'
import { afterEdits, at, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { play, steps } from '../testing/histories'
import { allScopes, texts } from '../testing/machines'
import { type FileFormat, fileFormats } from './envelope'
import { writeJournal } from './journal-file'
import { writeRevision } from './revision-file'
import { writeWorkspace } from './workspace-file'

const folder = new URL('../../docs/schemas/', import.meta.url)
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
  allowUnionTypes: true,
})
for (const name of ['common', ...fileFormats]) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')) as object)
}

function schemaOf(format: FileFormat): ValidateFunction {
  return ajv.getSchema(`${format}.schema.json`) ?? expect.fail(`no schema for ${format}`)
}

/** What is wrong with a file by the schema of its format, or nothing. */
function flawsOf(file: string): unknown {
  const json = JSON.parse(file) as { format: FileFormat }
  const validate = schemaOf(json.format)
  return validate(json) ? undefined : validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test.each(fileFormats)('%s has a schema that names it', format => {
  expect(schemaOf(format).schema).toMatchObject({ title: format, properties: { format: { const: format } } })
})

describe('what we write validates:', () => {
  test('journals of any history', () => {
    const seen = new Set<ScopeKey>()
    fc.assert(
      fc.property(steps(), wanted => {
        for (const { state } of play(wanted).machines) {
          for (const scope of allScopes) {
            for (const journal of state.scopes.get(scope)?.journals.values() ?? []) {
              seen.add(scope)
              const flaws = flawsOf(writeJournal(journal, { workspace: 'w', scope }))
              if (flaws !== undefined) throw new Error(JSON.stringify(flaws))
              if (documentOf(scope) === undefined) continue
              const purged = purgeJournal(state.scopes.get(scope) ?? emptyScope, journal, 'e90000', at)
              expect(flawsOf(writeJournal(purged, { workspace: 'w', scope }))).toBeUndefined()
            }
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(seen.size).toBe(allScopes.length)
  })

  test('the other registers', () => {
    const claim = { name: 'x', statement: 'y' }
    const state = afterEdits(
      workspaceWith(),
      editOf('e1', 'ann', { do: 'add-entry', register: 'claims', type: 'claim', id: 'c', fields: claim }),
      editOf('e2', 'ann', {
        do: 'add-entry',
        register: 'claims',
        type: 'link',
        id: 'l',
        fields: { from: { document: 'd', annotation: 'n' }, to: 'c', stance: 'repeats' },
      }),
      editOf('e3', 'ann', {
        do: 'add-entry',
        register: 'settings',
        type: 'workspace',
        id: 'w',
        fields: { name: 'Vessen', 'guests.bo': true },
      }),
      editOf('e4', 'ann', {
        do: 'add-entry',
        register: 'annotators',
        type: 'annotator',
        id: 'ann',
        fields: { what: 'person', name: 'Ann' },
      }),
      editOf('e5', 'ann', {
        do: 'add-entry',
        register: 'codebook',
        type: 'own-field',
        id: 'f',
        fields: { name: 'Beat', holds: 'choice' },
      }),
    )
    for (const scope of ['claims', 'settings', 'annotators', 'codebook'] as const) {
      const journal = scopeIn(state, scope).journals.get('ann') ?? expect.fail(scope)
      expect(flawsOf(writeJournal(journal, { workspace: 'w', scope }))).toBeUndefined()
    }
  })

  test('revisions and the workspace', () => {
    const plain = revisionOf('Vessen wins', 'a\tb')
    const hash = plain.id
    const [first, second] = plain.blocks
    if (first === undefined || second === undefined) throw new Error('no blocks')
    const full = {
      ...plain,
      parent: hash,
      by: 'ann',
      source: { sha256: hash, name: 'a.txt', mediaType: 'text/plain', bytes: 3 },
      attachedTo: { document: 'd', name: 'a.txt' },
      blocks: [
        { ...first, type: 'heading' as const, level: 1 },
        {
          ...second,
          type: 'row' as const,
          table: { n: 0, header: false, cells: [[13, 14] as const, [15, 16] as const] },
        },
      ],
      marks: [{ type: 'link' as const, start: 0, end: 3, href: 'https://x.example' }],
      found: [{ name: 'place' as const, value: 'Vessen', at: [0, 6] as const, how: 'text' as const }],
    }
    for (const revision of [...texts, plain, full]) {
      expect(flawsOf(writeRevision(revision, { workspace: 'w', document: 'd' }))).toBeUndefined()
    }
    expect(flawsOf(writeWorkspace({ id: 'w', name: 'Vessen', created: at }))).toBeUndefined()
  })
})

describe('what is wrong does not:', () => {
  const text = revisionOf('We won.')
  const segments = [{ part: 'content', start: 0, end: 2 }] as const
  const on = { document: 'd', annotation: 'n' } as const
  const state = afterEdits(
    workspaceWith(text),
    editOf('e1', 'ann', { do: 'create', ...on, kind: 'note', revision: text.id, segments }),
    editOf('e2', 'ann', { do: 'set-fact', document: 'd', fields: { 'meta.place': 'Ulm' } }),
  )
  const file = writeJournal(scopeIn(state, 'document:d').journals.get('ann') ?? expect.fail('none'), {
    workspace: 'w',
    scope: 'document:d',
  })

  test.each([
    ['no annotator', '"annotator":"ann",', ''],
    ['no checksum', '"sha256":', '"sha1":'],
    ['a kind that is none', '"kind":"note"', '"kind":"rumour"'],
    ['an annotation without an id', '"id":"n",', ''],
    ['a placement without content', '"part":"content"', '"part":"cue"'],
    ['a change without a rev', '"rev":1,', ''],
    ['a fact about nothing', '"meta.place"', '"mood"'],
    ['a change by half', '"now":[', '"auto":false,"now":['],
  ])('%s', (_, from, to) => {
    expect(flawsOf(file)).toBeUndefined()
    expect(file).toContain(from)
    expect(flawsOf(file.replace(from, to))).toBeDefined()
  })
})
