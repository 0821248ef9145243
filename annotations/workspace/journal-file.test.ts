import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Journal, ScopeKey } from '../changes/journal'
import { uniteJournals } from '../changes/unite'
import type { Json } from '../model/json'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { play, steps } from '../testing/histories'
import { allScopes } from '../testing/machines'
import { readJournal, readJournalInSteps, writeJournal } from './journal-file'

const runs = { numRuns: 1000 }
const quick = (text: string) =>
  `${text.length}:${[...text].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) | 0, 7)}`

function reread(text: string): Journal {
  const read = readJournal(text, quick)
  if (!read.ok) throw new Error(`${JSON.stringify(read.error)} in ${text}`)
  if (!read.value.sound || read.value.newer) throw new Error('not sound')
  return read.value.journal
}

/** A name that no version has given to anything yet, with a value. */
const unknown: fc.Arbitrary<readonly [string, Json]> = fc.tuple(
  fc.constantFrom('aim', 'name2', 'zeal', '10', '9', 'ü'),
  fc.constantFrom<Json>(null, 0, 'x\u2028"', [1, [2]], { b: 1, a: [] }, '\ud800'),
)
const unknownLine: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ type: fc.constant('poll'), id: fc.constantFrom('a', 'n-e00003', 'z'), votes: fc.nat(3) }),
  fc.record({ type: fc.constant('poll'), edit: fc.constantFrom('e1', 'e00009'), rev: fc.nat(5) }),
  fc.constantFrom<Json>('loose', 7, null, { type: 3 }),
)

/** A journal as a program may leave it that knows more than we do: unknown members at every level, unknown lines. */
function withUnknown(journal: Journal, members: readonly (readonly [string, Json])[], lines: readonly Json[]): Journal {
  if (members.length === 0 && lines.length === 0) return journal
  const extra = new Map(members)
  const some = members.length === 0 ? {} : { extra }
  const entries = [...journal.entries].map(([key, entry]) => {
    const own = !/^(fact|tag|speaker):/.test(key)
    const changes = entry.changes.map((change, i) => (i % 2 === 0 ? { ...change, ...some } : change))
    return [key, { ...entry, changes, ...(own ? some : {}) }] as const
  })
  return { ...journal, entries: new Map(entries), ...some, ...(lines.length === 0 ? {} : { unknown: lines }) }
}

describe('law 12: a journal', () => {
  const journals = fc.tuple(
    steps(25),
    fc.uniqueArray(unknown, { selector: ([name]) => name, maxLength: 3 }),
    fc.uniqueArray(unknownLine, { selector: line => JSON.stringify(line), maxLength: 3 }),
  )

  function each(check: (journal: Journal, scope: ScopeKey) => void): void {
    fc.assert(
      fc.property(journals, ([wanted, members, lines]) => {
        for (const { state } of play(wanted).machines) {
          for (const scope of allScopes) {
            for (const journal of state.scopes.get(scope)?.journals.values() ?? []) {
              check(withUnknown(journal, members, lines), scope)
            }
          }
        }
      }),
      runs,
    )
  }

  test('reads back as what was written, and writes back the bytes that were read', () => {
    let count = 0
    each((journal, scope) => {
      const text = writeJournal(journal, { workspace: 'w', scope }, quick)
      const back = reread(text)
      if (uniteJournals(journal, back) !== journal) throw new Error('the file says more')
      if (uniteJournals(back, journal) !== back) throw new Error('the file says less')
      if (writeJournal(back, { workspace: 'w', scope }, quick) !== text) throw new Error('other bytes')
      count += 1
      if (count % 50 === 0) expect(sorted(back)).toEqual(sorted(journal))
    })
    expect(count).toBeGreaterThan(1000)
  })

  test('gives the same bytes whatever the order of its entries', () => {
    each((journal, scope) => {
      const turned = { ...journal, entries: new Map([...journal.entries].reverse()) }
      const head = { workspace: 'w', scope }
      if (writeJournal(turned, head, quick) !== writeJournal(journal, head, quick)) throw new Error('other bytes')
    })
  })

  function sorted(journal: Journal): Journal {
    const lines = (journal.unknown ?? []).map(line => JSON.stringify(line)).sort()
    return { ...journal, ...(journal.unknown === undefined ? {} : { unknown: lines }) }
  }
})

const text = revisionOf('We won.')
const on = { document: 'd', annotation: 'n' } as const
const segments = [{ part: 'content', start: 0, end: 2 }] as const
const create = { do: 'create', ...on, kind: 'note', revision: text.id, segments } as const
const state = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', create, { do: 'set-note', ...on, note: 'old' }),
  editOf(
    'e2',
    'ann',
    { do: 'set-note', ...on, note: 'new' },
    { do: 'set-fact', document: 'd', fields: { 'meta.place': 'Ulm' } },
  ),
)
const journal = scopeIn(state, 'document:d').journals.get('ann') ?? expect.fail('no journal')
const head = { workspace: 'w', scope: 'document:d' } as const

describe('the lines of a journal', () => {
  test('show the present state and spell out only what stands no more', () => {
    const place = `"placements.${text.id}":{"state":"exact","via":"hand","segments":[{"part":"content","start":0,"end":2,"exact":"We","prefix":"","suffix":" won."}]}`
    expect(writeJournal(journal, head, () => 'f00').split('\n')).toEqual([
      `{"format":"pressmark-annotations","schemaVersion":1,"workspace":"w","document":"d","annotator":"ann","rev":2,"bytes":678,"sha256":"f00","entries":[`,
      `{"type":"annotation","id":"n","kind":"note","note":"new","status":"draft","codebook":0,${place},"changes":[` +
        `{"edit":"e1","rev":1,"at":"2026-05-01T09:30:00.000Z","now":["codebook","kind","placements.${text.id}","status"],"set":{"note":"old"}},` +
        `{"edit":"e2","rev":2,"at":"2026-05-01T09:30:00.000Z","now":["note"],"over":{"note":"e1"}}]},`,
      `{"type":"fact","edit":"e2","rev":2,"at":"2026-05-01T09:30:00.000Z","set":{"meta.place":"Ulm"}}`,
      `]}`,
      ``,
    ])
  })

  test('a value that was cleared is named in now and absent above', () => {
    const cleared = afterEdits(state, editOf('e3', 'ann', { do: 'set-note', ...on, note: '' }))
    const written = writeJournal(scopeIn(cleared, 'document:d').journals.get('ann') ?? journal, head)
    expect(written).toContain('"kind":"note","status":"draft"')
    expect(written).toContain('"edit":"e3","rev":3,"at":"2026-05-01T09:30:00.000Z","now":["note"],"over":{"note":"e2"}')
  })

  test('a field named like a member of the line is spelled out in its change', () => {
    const at = '2026-05-01T09:30:00.000Z'
    const set = new Map<string, Json>(['type', 'id', 'changes', 'aim'].map(field => [field, `my ${field}`]))
    const entry = {
      type: 'progress',
      id: 'ann',
      changes: [{ edit: 'e1', rev: 1, at, set }],
      extra: new Map([['aim', 1]]),
    }
    const odd: Journal = { annotator: 'ann', rev: 1, entries: new Map([['progress:ann', entry]]) }
    const written = writeJournal(odd, head, quick)
    expect(reread(written)).toEqual(odd)
    expect(writeJournal(reread(written), head, quick)).toBe(written)
  })

  test('two lines of one entry are united', () => {
    const line = (edit: string) =>
      `{"type":"progress","id":"ann","readTo":1,"changes":[{"edit":"${edit}","rev":1,"at":"x","now":["readTo"]}]}`
    const written = `{"format":"pressmark-annotations","schemaVersion":1,"workspace":"w","document":"d","annotator":"ann","rev":0,"entries":[${line('b')},${line('a')}]}`
    const read = readJournal(written)
    expect(read.ok && read.value.journal.entries.get('progress:ann')?.changes.map(({ edit }) => edit)).toEqual([
      'a',
      'b',
    ])
    expect(read.ok && [read.value.sound, read.value.journal.rev]).toEqual([false, 1])
  })

  test('a newer program’s file is read as far as it goes and never written', () => {
    const written = writeJournal(journal, head)
      .replace('"schemaVersion":1', '"schemaVersion":2')
      .replace('"type":"fact","edit":"e2"', '"type":"fact","edit":["e2"]')
    const read = readJournal(written)
    expect(read.ok && [read.value.newer, read.value.journal.entries.size]).toEqual([true, 1])
    expect(() => writeJournal(read.ok ? read.value.journal : journal, head)).toThrow('newer')
  })
})

test('after one edit among 5,000 annotations two lines of the file are new', () => {
  const acts = Array.from({ length: 5000 }, (_, i) => ({ ...create, annotation: `n${String(i).padStart(5, '0')}` }))
  const many = afterEdits(workspaceWith(text), editOf('e1', 'ann', ...acts))
  const first = writeJournal(scopeIn(many, 'document:d').journals.get('ann') ?? journal, head, quickest)
  const next = afterEdits(many, editOf('e2', 'ann', { do: 'set-note', document: 'd', annotation: 'n02500', note: 'x' }))
  const second = writeJournal(scopeIn(next, 'document:d').journals.get('ann') ?? journal, head, quickest)
  const lines = first.split('\n')
  expect(second.split('\n').filter((line, i) => line !== lines[i]).length).toBe(2)
  const read = readJournal(second, quickest)
  expect(read.ok).toBe(true)
  // Read little by little it says the same.
  let pauses = 0
  const slowly = readJournalInSteps(second, quickest)
  let step = slowly.next()
  for (; step.done !== true; step = slowly.next()) pauses += 1
  expect(pauses).toBeGreaterThan(5)
  expect(step.value).toEqual(read)

  function quickest(utf8: string): string {
    return String(utf8.length)
  }
})
