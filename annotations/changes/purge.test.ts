import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, scopeIn } from '../testing/build'
import { contentOf, doEdit, editId, spellContent, wishes } from '../testing/histories'
import { newMachine } from '../testing/machines'
import { readJournal, writeJournal } from '../workspace/journal-file'
import { entryKey, isDeleted } from './entry'
import { documentScope, type Journal } from './journal'
import { isPurged, purgeJournal } from './purge'
import { uniteJournals } from './unite'

const scope = documentScope('d1')
const file = (journal: Journal) => writeJournal(journal, { workspace: 'w', scope })

test('ids and that they are removed are all that stays; united with a copy from before nothing is lost but what was removed', () => {
  fc.assert(
    fc.property(wishes(15), wanted => {
      let machine = newMachine('ann')
      for (const [n, one] of wanted.entries()) machine = { ...machine, state: doEdit(machine, one, editId(n)).after }
      const before = scopeIn(machine.state, scope)
      const journal = before.journals.get('ann')
      if (journal === undefined) throw new Error('no journal')
      const purged = purgeJournal(before, journal, 'e90000', at)
      expect([isPurged(journal), isPurged(purged)]).toEqual([false, true])
      const own = [...journal.entries.values()].filter(({ type }) => type === 'annotation' || type === 'review')
      const keys = own.map(({ type, id }) => entryKey(type, id))
      expect([...purged.entries.keys()].sort()).toEqual([...keys, 'fact:'].sort())
      for (const entry of purged.entries.values()) {
        expect(isDeleted(entry)).toBe(true)
        expect(entry.changes.flatMap(({ set }) => [...set.keys()]).every(name => /^(deleted|purged)$/.test(name))).toBe(
          true,
        )
      }
      const read = readJournal(file(purged))
      expect(read.ok && file(read.value.journal)).toBe(file(purged))
      const united = uniteJournals(purged, journal)
      const content = (one: Journal) => {
        const state = { ...machine.state, scopes: new Map([[scope, { journals: new Map([['ann', one]]) }]]) }
        return new Map([...contentOf(state, [scope])].filter(([name]) => !/ (deleted|purged)$/.test(name)))
      }
      expect(spellContent(content(united))).toBe(spellContent(content(journal)))
    }),
    { numRuns: 200 },
  )
})
