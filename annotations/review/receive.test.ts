import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withGuests } from '../changes/guests'
import { documentScope, type ScopeKey, type WorkspaceState, withJournals } from '../changes/journal'
import { readRegister, textOf } from '../changes/resolve'
import type { Act } from '../edit/edit'
import { afterEdits, annotationIn, at, editOf, scopeIn } from '../testing/build'
import { documentsOf } from '../testing/bundled'
import { play, steps } from '../testing/histories'
import { documents, newMachine, texts } from '../testing/machines'
import { writeJournal } from '../workspace/journal-file'
import { type Bundle, readBundle } from './read-bundle'
import { type Receiver, receiveBundle } from './receive'
import { writeBundle } from './write-bundle'

const bundleOf = (state: WorkspaceState, withTexts = false, annotator = 'bo') =>
  writeBundle(state, { annotator, made: at, documents: documentsOf(state), texts: withTexts })

function readWell(files: ReadonlyMap<string, string>): Bundle {
  const bundle = readBundle(files)
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.error))
  return bundle.value
}

const receiver = (state: WorkspaceState): Receiver => ({
  state,
  documents: new Map(documents.map(id => [id, texts.map(text => text.id)])),
  own: new Set(['ann']),
})

let edits = 0

/** The receiver's state after a bundle; what it states first, as the program writes it. */
function receiving(state: WorkspaceState, bundle: Bundle, to = receiver(state)): WorkspaceState {
  const received = receiveBundle(bundle, to)
  if (!received.ok) throw new Error(JSON.stringify(received.error))
  edits += 1
  const { acts, journals } = received.value
  const stated =
    acts.length === 0 ? state : afterEdits(state, editOf(`z${String(edits).padStart(6, '0')}`, 'ann', ...acts))
  const scopes = new Map(stated.scopes)
  for (const [key, journal] of journals) {
    const scope = scopes.get(key)
    scopes.set(key, withJournals(scope, new Map(scope?.journals).set(journal.annotator, journal)))
  }
  return journals.size === 0 && acts.length === 0 ? state : withGuests({ ...stated, scopes })
}

/** What stands on disk: each journal as its file has it. */
function files(state: WorkspaceState, whose: (annotator: string) => boolean): ReadonlyMap<string, string> {
  const all = [...state.scopes].flatMap(([scope, { journals }]) =>
    [...journals.values()]
      .filter(({ annotator }) => whose(annotator))
      .map(journal => [`${scope} ${journal.annotator}`, writeJournal(journal, { workspace: 'w', scope })] as const),
  )
  return new Map(all.sort())
}

/** A workspace of Ann alone, over the same texts. */
function annAlone(wanted: Parameters<typeof play>[0]): WorkspaceState {
  const { state } = play(wanted, [newMachine('ann')]).machines[0] ?? newMachine('ann')
  const scopes = [...state.scopes].map(([key, { journals }]): [ScopeKey, { journals: typeof journals }] => [
    key,
    { journals: new Map([...journals].filter(([annotator]) => annotator === 'ann')) },
  ])
  return { ...state, scopes: new Map(scopes) }
}

test('a bundle that is read gives the journals that were written, and the same state the same files', () => {
  fc.assert(
    fc.property(steps(25), wanted => {
      const { state } = play(wanted).machines[1] ?? newMachine('bo')
      const written = bundleOf(state, true)
      expect([...bundleOf(state, true)]).toEqual([...written])
      const bundle = readWell(written)
      for (const document of documents) {
        const scope = documentScope(document)
        const mine = scopeIn(state, scope).journals.get('bo')
        const [sent, kept] = [bundle.journals.get(scope), mine].map(
          journal => journal && writeJournal(journal, { workspace: 'w', scope }),
        )
        expect(sent).toBe(kept)
      }
      expect(bundle.texts.get('d1')?.map(({ id }) => id)).toEqual(texts.map(({ id }) => id))
    }),
    { numRuns: 100 },
  )
})

test('laws 4 and 11: of the receiver only guests and aliases change; twice is once; an older one after a newer changes nothing', () => {
  fc.assert(
    fc.property(steps(20), steps(15), steps(10), (mine, theirs, later) => {
      const before = annAlone(mine.filter(step => 'machine' in step).map(step => ({ ...step, machine: 0 })))
      const [first] = play(theirs, [newMachine('bo')], 300).machines
      const [second] = play(later, [first ?? newMachine('bo')], 500).machines
      const older = readWell(bundleOf((first ?? newMachine('bo')).state))
      const newer = readWell(bundleOf((second ?? newMachine('bo')).state))
      const once = receiving(before, newer)
      expect(receiving(once, newer)).toBe(once)
      expect(receiving(once, older)).toBe(once)
      const stepwise = receiving(receiving(before, older), newer)
      expect([...files(stepwise, who => who === 'bo')]).toEqual([...files(once, who => who === 'bo')])
      const own = (state: WorkspaceState) =>
        [...files(state, who => who === 'ann')].filter(([name]) => !name.startsWith('settings'))
      expect(own(once)).toEqual(own(before))
    }),
    { numRuns: 100 },
  )
})

test('two machines of one annotator: in whatever order their bundles come, the same stands', () => {
  fc.assert(
    fc.property(steps(25), wanted => {
      const { machines } = play(wanted)
      const [one, other] = [machines[1], machines[2]].map(machine =>
        readWell(bundleOf((machine ?? newMachine('bo')).state)),
      )
      const start = annAlone([])
      if (one === undefined || other === undefined) throw new Error('no machine')
      const whole = (state: WorkspaceState) => [...files(state, who => who === 'bo')]
      expect(whole(receiving(receiving(start, one), other))).toEqual(whole(receiving(receiving(start, other), one)))
    }),
    { numRuns: 100 },
  )
})

describe('what is received', () => {
  const theirs = newMachine('bo').state
  const alone = annAlone([])

  test('is a guest’s: tags they use come along, also those that others began, and rename nothing of mine', () => {
    const renamed = afterEdits(
      theirs,
      editOf('e2', 'bo', { do: 'change-entry', register: 'codebook', id: 't-1', fields: { name: 'stolen' } }),
      editOf('e3', 'bo', { do: 'set-tags', document: 'd1', annotation: 'n-bo0', add: ['t-1', 't-3'] }),
    )
    const state = receiving(alone, readWell(bundleOf(renamed)))
    const codebook = readRegister(scopeIn(state, 'codebook'))
    expect(textOf(codebook.entries.get('t-1'), 'name')).toBe('a')
    expect(textOf(codebook.entries.get('t-3'), 'name')).toBe('c')
    expect(
      annotationIn(
        { ...state, scopes: new Map([[documentScope('d'), scopeIn(state, documentScope('d1'))]]) },
        'bo',
        'n-bo0',
      )?.tags.size,
    ).toBeGreaterThan(0)
  })

  test('finds a document by its text where the id is another, and says so once', () => {
    const bundle = readWell(bundleOf(theirs))
    const to: Receiver = {
      state: { ...alone, scopes: new Map() },
      documents: new Map([['mine', [texts[1]?.id ?? '']]]),
      own: new Set(['ann']),
    }
    const received = receiveBundle({ ...bundle, documents: bundle.documents.slice(0, 1) }, to)
    expect(received.ok && [...received.value.journals.keys()].filter(key => key.startsWith('document:'))).toEqual([
      'document:mine',
    ])
    expect(received.ok && received.value.acts.filter(act => act.do === 'set-fact')).toEqual([
      { do: 'set-fact', document: 'mine', fields: { 'aliases.d1': true } },
    ])
    const state = receiving(to.state, bundle, to)
    expect(receiveBundle(bundle, { ...to, state })).toMatchObject({ value: { acts: [] } })
  })

  test('asks where several documents have the text, and leaves out what is nowhere', () => {
    const bundle = readWell(bundleOf(theirs))
    const two = new Map([
      ['x', [texts[0]?.id ?? '']],
      ['y', [texts[0]?.id ?? '']],
    ])
    const asked = receiveBundle(bundle, { ...receiver(alone), documents: two })
    expect(asked.ok && asked.value.missing.map(({ id }) => id)).toEqual(['d1', 'd2'])
    const told = receiveBundle(bundle, { ...receiver(alone), documents: two }, new Map([['d1', 'y']]))
    expect(told.ok && [...told.value.journals.keys()].filter(key => key.startsWith('document:'))).toEqual([
      'document:y',
    ])
    const nowhere = receiveBundle(bundle, { ...receiver(alone), documents: new Map() })
    expect(nowhere.ok && [nowhere.value.missing.length, nowhere.value.added.size]).toEqual([2, 0])
    const withTexts = receiveBundle(readWell(bundleOf(theirs, true)), { ...receiver(alone), documents: new Map() })
    expect(withTexts.ok && [withTexts.value.missing.length, [...withTexts.value.added.keys()]]).toEqual([
      0,
      ['d1', 'd2'],
    ])
  })
})

describe('a bundle is not received', () => {
  const theirs = newMachine('bo').state
  const sound = bundleOf(theirs, true)
  test.each<[string, string, (bundle: Bundle) => readonly [Bundle, Receiver]]>([
    ['own-bundle', 'that is my own', bundle => [{ ...bundle, annotator: 'ann' }, receiver(theirs)]],
    [
      'altered-edit',
      'with an edit that is known otherwise',
      () => {
        const altered = readWell(bundleOf(afterEdits(annAlone([]), ...again('other words')), false, 'bo'))
        return [
          altered,
          receiver(
            receiving(annAlone([]), readWell(bundleOf(afterEdits(annAlone([]), ...again('words')), false, 'bo'))),
          ),
        ] as const
      },
    ],
    [
      'id-of-another',
      'with an annotation under an id of mine',
      bundle => {
        const entry = bundle.journals.get('document:d1')?.entries.get('annotation:n-bo0')
        const mine = bundle.journals.get('document:d1')
        if (entry === undefined || mine === undefined) throw new Error('nothing in the bundle')
        const entries = new Map(mine.entries).set('annotation:n-ann0', { ...entry, id: 'n-ann0' })
        return [
          { ...bundle, journals: new Map([['document:d1' as const, { ...mine, entries }]]) },
          receiver(annAlone([])),
        ]
      },
    ],
    [
      'rev-leap',
      'whose revs are a million ahead',
      bundle => {
        const mine = bundle.journals.get('document:d1')
        if (mine === undefined) throw new Error('nothing in the bundle')
        return [
          { ...bundle, journals: new Map([['document:d1' as const, { ...mine, rev: 2_000_000 }]]) },
          receiver(annAlone([])),
        ]
      },
    ],
  ])('%s: %s', (code, _, make) => {
    const [bundle, to] = make(readWell(sound))
    expect(receiveBundle(bundle, to)).toMatchObject({ ok: false, error: { code } })
  })
})

/** The same edit with other words in it, as a forger or a broken program would make it. */
function again(note: string) {
  const on = { document: 'd1', annotation: 'n-x' }
  const create: Act = {
    do: 'create',
    ...on,
    kind: 'note',
    revision: texts[0]?.id ?? '',
    segments: [{ part: 'content', start: 0, end: 6 }],
    note,
  }
  return [editOf('e7', 'bo', create)]
}
