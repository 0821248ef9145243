import { expect, test } from 'vitest'
import { documentScope } from '../changes/journal'
import type { Json } from '../model/json'
import { readRelease } from '../model/release'
import type { Revision } from '../model/revision'
import { afterEdits, at, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { readRevision, writeRevision } from '../workspace/revision-file'
import { composeText } from './compose-text'
import { type DraftBlock, toDraft } from './draft'
import { type EditedSegment, editedPlaces } from './edited-places'
import { editedRevision, factsOfBlocks } from './edited-revision'

const base: Revision = {
  ...revisionOf('Port opens', 'EXAMPLE HAVEN, May 1, 2018 - The berth is open.', 'Nothing else.'),
  marks: [{ type: 'strong', start: 0, end: 4 }],
  found: [
    { name: 'published', value: { date: '2018-05-01' }, at: [27, 38], how: 'text' },
    { name: 'language', value: 'en', how: 'file' },
  ],
}

const written = (change: (blocks: DraftBlock[]) => DraftBlock[]) => composeText(change(toDraft(base)))

test('an edited text is a revision behind the one that was edited, and a sound file', () => {
  const composed = written(([head, lead, ...rest]) =>
    [head, lead, ...rest].flatMap(one =>
      one === undefined ? [] : [{ ...one, text: one.text.replace('open.', 'closed.') }],
    ),
  )
  const revision = editedRevision(base, composed, { by: 'ann', at })
  expect(revision).toMatchObject({ parent: base.id, origin: 'edit', by: 'ann' })
  expect(revision?.found).toContainEqual({ name: 'language', value: 'en', how: 'file' })
  expect(
    revision === undefined || readRevision(writeRevision(revision, { workspace: 'w', document: 'd' })),
  ).toMatchObject({
    ok: true,
    value: { revision, sound: true },
  })
  expect(editedRevision(base, composeText([]), { by: 'ann', at })).toBeUndefined()
})

/** The text as it is shown after facts about it. */
function shownWith(facts: { readonly [field: string]: Json }): Revision {
  const state = afterEdits(workspaceWith(base), editOf('e', 'ann', { do: 'set-fact', document: 'd', fields: facts }))
  return readRelease([base], scopeIn(state, documentScope('d')))?.current ?? base
}

test('roles and formatting of a text that stays are facts, and what is shown then is what was written', () => {
  const wanted = written(([head, lead, last]) => [
    { ...(head as DraftBlock), role: 'headline', type: 'heading', level: 1, marks: [] },
    { ...(lead as DraftBlock), marks: [{ type: 'link', start: 0, end: 7, href: 'https://example.org/' }] },
    last as DraftBlock,
  ])
  const facts = factsOfBlocks(base, base, wanted)
  expect(Object.keys(facts)).toHaveLength(2)
  const shown = shownWith(facts)
  expect(toDraft(shown)).toEqual(toDraft({ ...base, ...wanted }))
  expect(factsOfBlocks(base, shown, wanted)).toEqual({})
})

test('a link of a fact is a web address or none', () => {
  const facts = (href: string) => ({
    [`block.${base.id}/2`]: { role: 'body', type: 'paragraph', marks: [{ type: 'link', start: 0, end: 7, href }] },
  })
  expect(shownWith(facts('https://example.org/')).marks).toHaveLength(2)
  expect(shownWith(facts('javascript:alert(1)')).marks).toHaveLength(1)
})

const segment = (exact: string, start?: number, end?: number, annotation = 'a'): EditedSegment => ({
  annotation,
  part: 'content',
  exact,
  start,
  end,
})

test.each<[string, string, EditedSegment[], string, number]>([
  ['all words as they were', 'The berth is open.', [segment('berth', 4, 9)], 'exact', 1],
  ['a quotation mark of another type', 'He said “yes”.', [segment('"yes"', 8, 13)], 'moved', 1],
  ['another word', 'The pier is open.', [segment('berth', 4, 8)], 'undecided', 1],
  ['a figure more', 'A cut of 380.', [segment('38', 9, 12)], 'undecided', 1],
  ['one of two pieces left', 'The berth is open.', [segment('berth', 4, 9), segment('gone', 5, 5)], 'undecided', 1],
  ['white space at its ends', 'The berth is open.', [segment('berth', 3, 10)], 'exact', 1],
  ['nothing left', 'The berth is open.', [segment('pier', 4, 4)], 'lost', 0],
  ['white space left', 'The berth is open.', [segment('pier', 3, 4)], 'lost', 0],
])('an annotation with %s', (_what, text, segments, state, pieces) => {
  const [place] = editedPlaces(text, segments)
  expect([place?.state, place?.segments.length]).toEqual([state, pieces])
})

test('an annotation that cannot be followed is left to be looked for', () => {
  expect(editedPlaces('The berth', [segment('x', undefined, 3), segment('The', 0, 3, 'b')])).toHaveLength(1)
})
