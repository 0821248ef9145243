import { expect, test } from 'vitest'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { offersFor } from './reading-offers'
import { markedIn } from './selectors'

test('a speaker is offered by the full name that the text gives elsewhere, with the name as written', () => {
  const text = revisionOf('Congressman Ro Khanna acted.', '“It is time,” said Rep. Khanna.')
  const start = text.text.indexOf('“')
  const end = text.text.indexOf('”') + 1
  const quote = {
    do: 'create',
    document: 'd',
    annotation: 'q',
    kind: 'quote',
    revision: text.id,
    segments: [{ part: 'content', start, end }],
  } as const
  const state = afterEdits(workspaceWith(text), editOf('e1', 'ann', quote))
  const annotation = markedIn(state.scopes.get('document:d'), text.id)[0]?.annotation
  if (annotation === undefined) throw new Error('no quote')
  expect(offersFor(annotation, text).speakers).toEqual([{ name: 'Ro Khanna', written: 'Khanna', role: 'Rep.' }])
})
