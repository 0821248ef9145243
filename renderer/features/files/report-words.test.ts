import { expect, test } from 'vitest'
import type { FileReportRow } from '#app/contract/values'
import { differenceWords, outcomeWords, reportSentence } from './report-words'

const row = (part: Partial<FileReportRow>): FileReportRow => ({
  file: 'codebook/a.json',
  of: undefined,
  code: 'truncated',
  from: 'previous',
  entries: [],
  ...part,
})

test.each([
  [[], [], undefined],
  [[row({})], [], '1 file was damaged or missing; its last good version stands in.'],
  [[row({}), row({})], [], '2 files were damaged or missing; their last good versions stand in.'],
  [
    [row({ code: 'edited-outside' })],
    [{ file: 'x', code: 'not-json' }],
    '1 file was changed outside Pressmark; what changed is taken over and can be taken back. 1 file cannot be read and is left out.',
  ],
] as const)('the sentence about a workspace’s files (%#)', (reports, damaged, sentence) => {
  expect(reportSentence(reports, damaged)).toBe(sentence)
})

test('what came of a file says where the found one is', () => {
  expect(outcomeWords(row({ keptAt: 'quarantine/codebook/a.1.json' }))).toBe(
    'The version before stands in. What was found is kept in quarantine/codebook/a.1.json.',
  )
  expect(outcomeWords(row({ code: 'edited-outside' }))).toBe('It says the same as before.')
})

test('a difference names its fields once, and not many of them', () => {
  const entry = { type: 'annotation', id: 'n', edits: [] } as const
  expect(differenceWords({ ...entry, is: 'changed', fields: ['note', 'tags.a', 'tags.b'] })).toBe(
    'Changed without a trace of who did it: note, tags',
  )
  expect(differenceWords({ ...entry, is: 'added', fields: ['a', 'b', 'c', 'd', 'e'] })).toBe(
    'New or newer than what was known',
  )
})
