import { beforeEach, expect, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import type { Revision } from '#annotations/model/revision'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { findInTexts } from './find-in-texts'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'

const port = revisionOf(
  'Port opens sixth berth',
  'Work on the first berth began in 2021, and shore power came with it.',
  'The ships that moor at Example Haven take their power from the shore, “a good first step”, the harbour said.',
)
const agency: Revision = {
  ...revisionOf('Agency reports', 'Nothing of the kind was said.', 'Safe haven is what ships want.'),
  found: [{ name: 'issuer', value: 'Harbour Agency', how: 'text' }],
}
let session: WorkspaceSession

beforeEach(async () => {
  const store = createMemoryStore()
  await store.addRevision('port', port)
  await store.addRevision('agency', agency)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  session = opened.value
})

/** Documents with the line that is shown of each, what was found in brackets. */
const lines = (typed: string) =>
  findInTexts(session, typed).map(({ document, before, exact, after }) => `${document}: ${before}[${exact}]${after}`)

test('words are found in the texts, whatever their case and order, and shown with what stands around them', () => {
  expect(lines('WORK 2021')).toEqual(['port: [Work] on the first berth began in 2021, and shore power came with it.'])
  expect(lines('haven')).toEqual([
    'port: that moor at Example [Haven] take their power from the shore, “a good first step”, the harbour said.',
    'agency: Safe [haven] is what ships want.',
  ])
  expect(lines('nowhere haven')).toEqual([])
  expect(lines(' ')).toEqual([])
})

test('the passage is where the words stand together as typed, if they do anywhere', () => {
  expect(lines('power from the shore')[0]).toMatch(/Haven take their \[power from the shore\], “a good/)
  expect(lines('power shore')[0]).toMatch(/^port: .*and \[shore\] power came/)
})

test('the passage is in the first of the paragraphs that have most of the words', () => {
  expect(lines('said power haven')[0]).toMatch(/Example \[Haven\] take/)
  expect(lines('"shore power"')).toEqual(['port: began in 2021, and [shore power] came with it.'])
})

test('what headline, issuer and day show is no passage, and goes together with words of the text', () => {
  expect(lines('sixth berth')).toEqual([])
  expect(lines('harbour agency')).toEqual([])
  expect(lines('agency haven')).toEqual(['agency: Safe [haven] is what ships want.'])
})

test('each passage stands at its place in the current text', () => {
  for (const { document, at, exact } of findInTexts(session, 'power')) {
    expect(session.release(document)?.current.text.slice(at.start, at.end)).toBe(exact)
  }
})

test('a removed document is not found', async () => {
  await session.edit(editOf('e1', 'ann', { do: 'remove-document', document: 'port' }), { [documentScope('port')]: 0 })
  expect(lines('haven')).toEqual(['agency: Safe [haven] is what ships want.'])
})
