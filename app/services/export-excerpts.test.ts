import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import type { ExportSource } from '#annotations/formats/build-excerpts'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { annotationList } from './annotation-list'
import { exportExcerpts, rowsByAuthor } from './export-excerpts'
import { openSession } from './open-session'

const text = revisionOf('One two three four five six seven eight nine')
const note = (annotation: string, start: number): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind: 'note',
  revision: text.id,
  segments: [{ part: 'content', start, end: start + 3 }],
})

test('an export says what the reviews of an annotation come to, whose the deciding one is and its reason', async () => {
  const store = createMemoryStore()
  await store.addRevision('d', text)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  const session = opened.value
  await session.edit(editOf('e1', 'ann', note('a1', 0), note('a2', 4)))
  const bo = {
    do: 'add-entry',
    register: 'annotators',
    type: 'annotator',
    id: 'bo',
    fields: { name: 'Bo Reviewer' },
  } as const
  await session.edit(editOf('e2', 'bo', bo))
  const dispute = {
    do: 'review',
    document: 'd',
    id: 'r1',
    about: ['a1'],
    decision: 'dispute',
    text: 'Too short.',
  } as const
  await session.edit(editOf('e3', 'bo', dispute))

  const exported = exportExcerpts(session, { format: 'jsonl', version: '9.9.9' })
  if (!exported.ok) throw new Error(exported.error.code)
  const rows = new TextDecoder()
    .decode(exported.value.bytes)
    .trim()
    .split('\n')
    .map(row => JSON.parse(row))
  expect(rows.map(row => [row.annotation_id, row.review_status, row.reviewer, row.review_reason])).toEqual([
    ['a1', 'disputed', 'Bo Reviewer', 'Too short.'],
    ['a2', 'draft', '', ''],
  ])
  expect(annotationList(session, {}, '9.9.9').map(({ status }) => status)).toEqual(['disputed', 'draft'])
})

test('an export says how many of its rows are whose', () => {
  const annotators = new Map([
    ['a', 'Ann Bole'],
    ['a2', 'Ann Bole'],
    ['b', 'Bo Reid'],
  ])
  const source = (...authors: string[]) =>
    ({ annotators, annotations: authors.map(author => ({ author })) }) as unknown as ExportSource
  expect(rowsByAuthor([source('b', 'a'), source('a2', 'c')])).toEqual([
    { name: 'Ann Bole', rows: 2 },
    { name: 'Bo Reid', rows: 1 },
    { name: 'c', rows: 1 },
  ])
})
