import { expect, test } from 'vitest'
import { emptyScope } from '#annotations/changes/journal'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { pageMarks } from './page-marks'
import { offersFor } from './reading-offers'

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
  const annotation = pageMarks(state.scopes.get('document:d') ?? emptyScope, text.id).annotations[0]
  if (annotation === undefined) throw new Error('no quote')
  expect(offersFor(annotation, text).speakers).toEqual([{ name: 'Ro Khanna', written: 'Khanna', role: 'Rep.' }])
})
