import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../model/json'
import { at } from '../testing/build'
import { play, steps } from '../testing/histories'
import { allScopes } from '../testing/machines'
import { readJournal, salvageJournal, writeJournal } from '../workspace/journal-file'
import { type Entry, sumChanges } from './entry'
import type { Journal, ScopeKey } from './journal'
import { type Comparison, maxRevLeap, type Reconciled, reconcile } from './reconcile'
import { sameChange, uniteJournals } from './unite'

const comparison: Comparison = { editFor: (entry, last) => `outside-${entry.id}-${last}`, at, stands: () => true }

const head = (changes: string) =>
  `{"format":"pressmark-annotations","schemaVersion":1,"workspace":"w","document":"d","annotator":"ann","rev":3,"bytes":1,"sha256":"x","entries":[\n${changes}\n]}\n`
const note = (value: string, more = '') =>
  `{"type":"annotation","id":"n","kind":"note","note":${JSON.stringify(value)},"changes":[{"edit":"e1","rev":1,"at":"${at}","now":["kind"],"set":{"note":"old"}},{"edit":"e2","rev":2,"at":"${at}","now":["note"],"over":{"note":"e1"}}${more}]}`

function read(text: string): Journal {
  const journal = readJournal(text)
  return journal.ok ? journal.value.journal : expect.fail(journal.error.code)
}

function valueIn(journal: Journal, field: string): Json | undefined {
  const entry = journal.entries.get('annotation:n')
  return entry === undefined ? undefined : sumChanges(entry.changes).get(field)?.value
}

describe('a file that was edited by hand', () => {
  const known = read(head(note('new')))

  test('a value without a change becomes a change over what stood', () => {
    const { journal, differences } = reconcile(known, read(head(note('by hand'))), comparison)
    expect(valueIn(journal, 'note')).toBe('by hand')
    expect(differences).toEqual([
      { type: 'annotation', id: 'n', is: 'changed', fields: ['note'], edits: ['outside-n-e2'] },
    ])
    const change = journal.entries.get('annotation:n')?.changes[2]
    expect(change).toMatchObject({ rev: 3, auto: true, why: 'edited-outside', over: new Map([['note', 'e2']]) })
    expect(change?.set).toEqual(new Map([['note', 'by hand']]))
  })

  test('a change that was not known is taken over and told', () => {
    const more = `,{"edit":"e3","rev":3,"at":"${at}","set":{"status":"submitted"}}`
    const { journal, differences } = reconcile(known, read(head(note('new', more))), comparison)
    expect(valueIn(journal, 'status')).toBe('submitted')
    expect(differences).toEqual([{ type: 'annotation', id: 'n', is: 'added', fields: ['status'], edits: ['e3'] }])
  })

  test('an entry that is gone is kept and told', () => {
    const { journal, differences } = reconcile(known, read(head('')), comparison)
    expect(valueIn(journal, 'note')).toBe('new')
    expect(differences).toEqual([{ type: 'annotation', id: 'n', is: 'missing', fields: [], edits: [] }])
  })

  test('a value that cannot stand is left out and told, of a new entry and of a known one', () => {
    const picky = {
      ...comparison,
      stands: (_: Entry, field: string, value: Json) => field !== 'note' || value === 'new',
    }
    const { journal, differences } = reconcile(known, read(head(note('false'))), picky)
    expect(valueIn(journal, 'note')).toBe('new')
    expect(differences).toEqual([{ type: 'annotation', id: 'n', is: 'refused', fields: ['note'], edits: [] }])
    const fresh = reconcile(undefined, read(head(note('false'))), picky)
    expect(valueIn(fresh.journal, 'note')).toBeUndefined()
    expect(valueIn(fresh.journal, 'kind')).toBe('note')
    expect(fresh.differences).toMatchObject([
      { is: 'added', fields: ['kind'], edits: ['e1'] },
      { is: 'refused', fields: ['note'] },
    ])
  })

  test('a rev far beyond all that is known is refused, so that the next edit still comes after it', () => {
    const more = `,{"edit":"e3","rev":${maxRevLeap * 10},"at":"${at}","set":{"note":"far"}}`
    const { journal, differences } = reconcile(known, read(head(note('new', more))), comparison)
    expect([valueIn(journal, 'note'), journal.rev]).toEqual(['new', 3])
    expect(differences).toMatchObject([{ is: 'refused', fields: ['note'] }])
  })

  test('taken back and done again by hand it is a difference again', () => {
    const first = reconcile(known, read(head(note('by hand'))), comparison).journal
    const undo = `,{"edit":"outside-n-e2","rev":3,"at":"${at}","set":{"note":"by hand"},"over":{"note":"e2"},"why":"edited-outside","auto":true},{"edit":"e9","rev":4,"at":"${at}","set":{"note":"new"},"over":{"note":"outside-n-e2"},"undoes":"outside-n-e2"}`
    const after = uniteJournals(first, read(head(note('new', undo))))
    expect(valueIn(after, 'note')).toBe('new')
    const again = reconcile(after, read(head(note('by hand'))), comparison)
    expect(valueIn(again.journal, 'note')).toBe('by hand')
    expect(again.differences).toMatchObject([{ is: 'changed', edits: ['outside-n-e9'] }])
  })
})

describe('for any journal', () => {
  /** Two states of one file: what was known of it, and a later one. */
  function each(check: (known: Journal | undefined, found: Journal, scope: ScopeKey) => void): void {
    fc.assert(
      fc.property(steps(25), fc.nat(24), (wanted, cut) => {
        const early = play(wanted.slice(0, cut)).machines[0]?.state
        const late = play(wanted).machines[0]?.state
        for (const scope of allScopes) {
          for (const [annotator, found] of late?.scopes.get(scope)?.journals ?? []) {
            check(early?.scopes.get(scope)?.journals.get(annotator), found, scope)
          }
        }
      }),
      { numRuns: 500 },
    )
  }

  test('what somebody went on with properly is taken over as it is, and each change of it told', () => {
    let added = 0
    each((known, found) => {
      const { journal, differences } = reconcile(known, found, comparison)
      const united = known === undefined ? found : uniteJournals(known, found)
      expect(journal.entries).toEqual(united.entries)
      const told = differences.flatMap(({ is, edits }) => (is === 'added' ? edits : [expect.fail(is)]))
      const news = [...found.entries].flatMap(([key, { changes }]) =>
        changes.filter(({ edit }) => known?.entries.get(key)?.changes.some(one => one.edit === edit) !== true),
      )
      expect(told.sort()).toEqual(news.map(({ edit }) => edit).sort())
      added += told.length
    })
    expect(added).toBeGreaterThan(200)
  })

  test('damaged anywhere: no known change is lost or altered, and what reads otherwise is told', () => {
    let differing = 0
    each((known, found, scope) => {
      const text = writeJournal(found, { workspace: 'w', scope })
      for (let n = 0; n < 4; n += 1) {
        const damaged = damage(text, (text.length * 7919 + n * 104729) % text.length, n)
        const outcome = reconcile(known, salvageJournal(damaged, found.annotator, scope), comparison)
        holds(known, outcome)
        if (outcome.differences.length > 0) differing += 1
      }
    })
    expect(differing).toBeGreaterThan(200)
  })

  function holds(known: Journal | undefined, { journal, differences }: Reconciled): void {
    for (const [key, entry] of known?.entries ?? []) {
      const now = journal.entries.get(key)
      for (const change of entry.changes) {
        const kept = now?.changes.find(one => one.edit === change.edit)
        if (kept === undefined || !sameChange(kept, change)) throw new Error(`${key} lost or altered ${change.edit}`)
      }
    }
    const told = new Set(differences.flatMap(({ type, id, edits }) => edits.map(edit => `${type}:${id} ${edit}`)))
    for (const [key, entry] of journal.entries) {
      const before = known?.entries.get(key)
      for (const { edit } of entry.changes) {
        const isKnown = before?.changes.some(one => one.edit === edit) === true
        if (!isKnown && !told.has(`${key} ${edit}`)) throw new Error(`${key}: ${edit} is told nowhere`)
      }
    }
    expect(reconcile(journal, journal, comparison)).toEqual({ journal, differences: [] })
  }
})

function damage(text: string, where: number, how: number): string {
  if (how === 0) return text.slice(0, where)
  const letter = String.fromCharCode(text.charCodeAt(where) ^ (how === 1 ? 1 : 4))
  return how === 2
    ? text.slice(0, where) + text.slice(where + 9)
    : text.slice(0, where) + letter + text.slice(where + 1)
}
