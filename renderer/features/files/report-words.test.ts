import { expect, test } from 'vitest'
import type { FileReportRow } from '#app/contract/values'
import { copyWords, differenceWords, outcomeWords, reportSentence } from './report-words'

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
    [row({ code: 'edited-outside', entries: [{ type: 'tag', id: 't', is: 'added', fields: [], edits: [] }] })],
    [{ file: 'x', code: 'not-json' }],
    '1 file was changed outside Pressmark; what changed is taken over and can be taken back. 1 file cannot be read and is left out.',
  ],
  [
    [row({ file: 'workspace.json', code: 'edited-outside', from: 'memory' })],
    [],
    '1 file was changed outside Pressmark; the report says what stands.',
  ],
  [
    [row({ code: 'set-back', from: 'memory' })],
    [],
    '1 file was set back to an earlier version outside Pressmark; what you marked since stays, and is written into it again with the next change or when the window closes.',
  ],
] as const)('the sentence about a workspace’s files (%#)', (reports, damaged, sentence) => {
  expect(reportSentence(reports, damaged)).toBe(sentence)
})

test('second copies are told, and whose they are', () => {
  const copy = { file: 'codebook/a (1).json', of: undefined, is: 'mine' } as const
  expect(reportSentence([], [], [copy])).toBe(
    '1 second copy was made by a synchronising program; nothing is lost, and the report says more.',
  )
  expect(copyWords(copy)).toBe('It is of your own file. Merging adds what it says, and sets the copy aside.')
  expect(copyWords({ ...copy, code: 'truncated' })).toBe(
    'It is of your own file. Merging adds what can be read of it, and sets the copy aside. This file was cut off.',
  )
  expect(copyWords({ ...copy, is: 'theirs', whose: 'Bo' })).toBe(
    'It is of the file of Bo, whose Pressmark merges it. What it says is shown here. Nothing is lost meanwhile.',
  )
})

test('what came of a file says where the found one is', () => {
  expect(outcomeWords(row({ keptAt: 'quarantine/codebook/a.1.json' }))).toBe(
    'The version before stands in. What was found is kept in quarantine/codebook/a.1.json.',
  )
  expect(outcomeWords(row({ code: 'edited-outside' }))).toBe('What it was before stands in, or it says the same.')
  expect(outcomeWords(row({ code: 'edited-outside', from: 'file' }))).toBe(
    'It is read as it is: nothing earlier is known of it.',
  )
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
