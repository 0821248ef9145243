import { expect, test } from 'vitest'
import type { WorkspaceState } from '#annotations/changes/journal'
import { withJournal } from '#annotations/changes/with-journal'
import { readRelease } from '#annotations/model/release'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '#annotations/testing/build'
import { documentClashes } from './document-clashes'

const text = revisionOf('One two three.')
const beat = { id: 'beat', name: 'Beat', holds: 'choice', choices: [{ id: 'sea', name: 'Sea' }] } as const
const author = (edit: string) => (edit === 'e1' ? 'ann' : 'bo')

const stated = (by: string, edit: string, fields: { readonly [field: string]: string }): WorkspaceState =>
  afterEdits(workspaceWith(text), editOf(edit, by, { do: 'set-fact', document: 'd', fields }))

function factsOf(state: WorkspaceState) {
  return readRelease([text], scopeIn(state, 'document:d'))?.facts
}

test('what two people stated of a document unseen is told with both values, and what is the same is not', () => {
  const ann = stated('ann', 'e1', { 'meta.place': 'Ulm', 'meta.issuer': 'Port', 'field.beat': 'sea' })
  const bo = stated('bo', 'e2', { 'meta.place': 'Vessen', 'meta.issuer': 'Port', 'field.beat': 'gone' })
  const both = withJournal(ann, 'document:d', scopeIn(bo, 'document:d').journals.get('bo') ?? expect.fail('no journal'))
  expect(documentClashes(factsOf(both), [beat], author)).toEqual([
    { field: 'meta.place', label: 'Place', stands: '“Vessen”', other: '“Ulm”', by: 'ann' },
    { field: 'field.beat', label: 'Beat', stands: 'nothing', other: '“Sea”', by: 'ann' },
  ])
  const settled = afterEdits(
    both,
    editOf('e3', 'ann', { do: 'set-fact', document: 'd', fields: { 'meta.place': 'Ulm', 'field.beat': 'sea' } }),
  )
  expect(documentClashes(factsOf(settled), [beat], author)).toEqual([])
  expect(documentClashes(undefined, [beat], author)).toEqual([])
})
