import { describe, expect, test } from 'vitest'
import type { Journal, ScopeKey } from '../changes/journal'
import { emptyJournal } from '../changes/journal'
import { uniteJournals } from '../changes/unite'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { readJournal, writeJournal } from './journal-file'
import { readConflictedJournal } from './merge-conflict'

const scope: ScopeKey = 'document:d'
const text = revisionOf('Vessen wins award')
const on = { document: 'd', annotation: 'n1' } as const
const segments = [{ part: 'content', start: 0, end: 6 }] as const
const create = { do: 'create', document: 'd', revision: text.id, kind: 'note', segments } as const
const base = afterEdits(workspaceWith(text), editOf('e1', 'ann', { ...create, annotation: 'n1' }))

function journalAfter(edit: string, note: string, annotation: string): Journal {
  const acts = [
    { do: 'set-note', ...on, note },
    { ...create, annotation },
  ] as const
  return scopeIn(afterEdits(base, editOf(edit, 'ann', ...acts)), scope).journals.get('ann') ?? emptyJournal('ann')
}

const written = (journal: Journal, workspace = 'w') => writeJournal(journal, { workspace, scope })
const ours = journalAfter('e2', 'mine', 'n0')
const theirs = journalAfter('e3', 'theirs', 'n2')
const third = journalAfter('e4', 'third', 'n3')
const united = uniteJournals(ours, theirs)

function conflict(a: string, b: string, ancestor?: string): string {
  const middle = ancestor === undefined ? '' : `||||||| 1a2b3c\n${ancestor}`
  return `<<<<<<< HEAD\n${a}${middle}=======\n${b}>>>>>>> other\n`
}

function read(file: string) {
  const found = readConflictedJournal(file)
  return found.ok ? [found.value.sound, found.value.newer, written(found.value.journal)] : found.error.code
}

describe('a journal between the marks of a conflict is read with the changes of both sides', () => {
  const [ourLines, theirLines] = [ours, theirs].map(journal => written(journal).split('\n'))
  const perLine = ['HEAD', 'one', 'two', 'end'].map((_, i) =>
    conflict(`${ourLines?.[i]}\n`, `${theirLines?.[i]}\n`, i === 1 ? `${ourLines?.[1]}\n` : undefined),
  )

  test.each([
    ['as two whole files', conflict(written(ours), written(theirs))],
    ['as two whole files and their ancestor', conflict(written(ours), written(theirs), written(ours))],
    ['line by line, without the commas that a list needs', perLine.join('')],
    ['with the line ends of Windows', conflict(written(ours), written(theirs)).replace(/\n/g, '\r\n')],
    ['where one mark was taken out by hand', conflict(written(ours), written(theirs)).replace('<<<<<<< HEAD\n', '')],
  ])('%s', (_, file) => {
    expect(readJournal(file)).toEqual({ ok: false, error: { code: 'merge-conflict' } })
    expect(read(file)).toEqual([true, false, written(united)])
  })

  test('merged again before anybody wrote it', () => {
    const twice = conflict(
      conflict(written(ours), written(theirs)),
      written(third),
      '<<<<<<<<< Temporary merge branch 1\n',
    )
    expect(read(twice)).toEqual([true, false, written(uniteJournals(united, third))])
  })

  test('of which a newer program wrote one side', () => {
    const newer = written(theirs)
      .replace('"schemaVersion":1', '"schemaVersion":2')
      .replace('"type":"annotation","id":"n2"', '"type":"annotation","id":["n2"]')
    const found = readConflictedJournal(conflict(written(ours), newer))
    expect(found.ok && [found.value.newer, found.value.journal.newer, found.value.journal.entries.size]).toEqual([
      true,
      true,
      2,
    ])
  })
})

test.each([
  ['without marks', written(ours)],
  ['of two workspaces', conflict(written(ours), written(theirs, 'v'))],
  ['with a line that cannot be read', conflict(written(ours), written(theirs).replace('"note":"theirs"', '"note";'))],
  ['without a first line', conflict('{}\n', '{}\n')],
])('a conflict %s is none that can be read', (_, file) => {
  expect(read(file)).toBe('merge-conflict')
})
