import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { excerptFormats } from '#annotations/formats/registry'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { exportExcerpts } from './export-excerpts'
import { openSession } from './open-session'
import { previewExport } from './preview-export'
import type { WorkspaceSession } from './workspace-session'

const text = revisionOf('One two three four five six seven eight nine')

async function filled(): Promise<WorkspaceSession> {
  const store = createMemoryStore()
  await store.addRevision('d', text)
  const session = await openSession(store)
  if (!session.ok) throw new Error(session.error.code)
  const acts = Array.from({ length: 8 }, (_, n): Act => {
    const segments = [{ part: 'content' as const, start: n * 4, end: n * 4 + 3 }]
    const source = n === 0 ? [{ part: 'source' as const, start: 40, end: 44 }] : []
    const on = { document: 'd', annotation: `a${n}`, revision: text.id, segments: [...segments, ...source] }
    return { do: 'create', kind: 'quote', ...on }
  })
  await session.value.edit(editOf('e1', 'ann', ...acts))
  return session.value
}

const version = '9.9.9'

test.each(excerptFormats.map(({ name }) => name))('a preview of %s begins as the file does', async format => {
  const session = await filled()
  const annotations = ['a7', 'a3', 'a0', 'a1', 'a2', 'a4']
  const exported = exportExcerpts(session, { format, version, annotations })
  const preview = previewExport(session, { format, version, annotations })
  if (!exported.ok || !preview.ok) throw new Error('refused')
  const lines = new TextDecoder().decode(exported.value.bytes).split(/\r?\n/u)
  expect(preview.value.lines.length).toBeGreaterThan(3)
  expect(lines.slice(0, preview.value.lines.length)).toEqual(preview.value.lines)
  expect(preview.value).toMatchObject({ rows: 6, by: exported.value.by, proven: 6, losses: exported.value.losses })
  expect(preview.value.losses).toEqual([{ code: 'source-and-cue-places', count: 1 }])
})

test('the annotations named are exported, and no others, in the order in which they are named', async () => {
  const exported = exportExcerpts(await filled(), { format: 'jsonl', version, annotations: ['a5', 'a2'] })
  if (!exported.ok) throw new Error(exported.error.code)
  const rows = new TextDecoder().decode(exported.value.bytes).trim().split('\n')
  expect(rows.map(row => JSON.parse(row).annotation_id)).toEqual(['a5', 'a2'])
})

test('an unknown format is refused', async () => {
  expect(previewExport(await filled(), { format: 'docx', version, annotations: [] })).toMatchObject({
    error: { code: 'unknown-format' },
  })
})
