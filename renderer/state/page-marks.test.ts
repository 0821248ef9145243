import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentScope, type Scope, type WorkspaceState } from '#annotations/changes/journal'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { play, steps } from '#annotations/testing/histories'
import { documents, texts } from '#annotations/testing/machines'
import { type ChangedEntries, changedEntries } from './changed-entries'
import { markIn, pageMarks, sortedMarks } from './page-marks'

const text = revisionOf('One two three four five six seven eight nine ten')

function scopesOf(states: readonly WorkspaceState[], document: string): readonly Scope[] {
  return states.flatMap(({ scopes }) => scopes.get(documentScope(document)) ?? [])
}

test('after any history of edits and of what colleagues did, a page is what looking at every annotation gives', () => {
  fc.assert(
    fc.property(steps(), fc.constantFrom(...documents), fc.constantFrom(...texts), (wanted, document, { id }) => {
      const states = play(wanted).steps.flatMap(({ before, after }) => [before, after])
      for (const scope of scopesOf(states, document)) expect(pageMarks(scope, id)).toEqual(sortedMarks(scope, id))
    }),
  )
})

test('each annotation of a page is found by its id where it stands', () => {
  fc.assert(
    fc.property(steps(), fc.constantFrom(...documents), fc.constantFrom(...texts), (wanted, document, { id }) => {
      const states = play(wanted).steps.map(({ after }) => after)
      for (const scope of scopesOf(states.slice(-1), document)) {
        const { marks } = pageMarks(scope, id)
        expect(marks.map(({ annotation }) => markIn(scope, id, annotation.id))).toEqual(
          marks.map((marked, at) => ({ marked, at })),
        )
        expect(markIn(scope, id, 'nobody')).toBeUndefined()
      }
    }),
  )
})

test('an edit that leaves a page as it is leaves the same page', () => {
  const segments = [{ part: 'content', start: 0, end: 3 }] as const
  const begun = afterEdits(
    workspaceWith(text),
    editOf('e1', 'ann', { do: 'create', document: 'd', annotation: 'a', kind: 'quote', revision: text.id, segments }),
  )
  const states = [
    begun,
    afterEdits(begun, editOf('e2', 'ann', { do: 'set-progress', document: 'd', progress: 'done' })),
  ]
  const [before, after] = scopesOf(states, 'd')
  expect(before).not.toBe(after)
  expect(before && after && pageMarks(before, text.id) === pageMarks(after, text.id)).toBe(true)
})

test('what changed among entries is what looking each of them up finds, in whatever order they are', () => {
  const entries = fc
    .uniqueArray(fc.tuple(fc.nat(9), fc.nat(2)), { selector: ([id]) => id })
    .map(list => list.map(([id, version]) => entryOf(id, version)))
  const lists = fc.tuple(entries, entries).map(([a, b]) => [new Map(a), new Map(b)] as const)
  fc.assert(
    fc.property(lists, ([before, after]) => {
      const naive: ChangedEntries = {
        gone: [...before].flatMap(([key, entry]) => (after.get(key) === entry ? [] : [entry])),
        come: [...after].flatMap(([key, entry]) => (before.get(key) === entry ? [] : [entry])),
      }
      const found = changedEntries(before, after)
      expect(new Set(found.gone)).toEqual(new Set(naive.gone))
      expect(found.gone).toHaveLength(naive.gone.length)
      expect(found.come).toEqual(naive.come)
    }),
  )
})

const versions = new Map<string, ReturnType<typeof newEntry>>()

/** The same object for the same entry and version. */
function entryOf(id: number, version: number) {
  const name = `${id} ${version}`
  const known = versions.get(name) ?? newEntry(id)
  versions.set(name, known)
  return [`tag:${id}`, known] as const
}

function newEntry(id: number) {
  return { type: 'tag', id: String(id), changes: [] }
}
