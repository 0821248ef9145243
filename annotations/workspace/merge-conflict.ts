import { uniteJournals } from '../changes/unite'
import { ok, problem, type Result } from '../model/result'
import { isConflicted, withoutMarks } from './conflict-marks'
import type { FileProblem } from './envelope'
import type { HashText } from './hash-text'
import { type JournalFile, readJournal } from './journal-file'

/** What the first line of a file ends with. */
const headEnd = '"entries":['

/**
 * The journal of a file in which Git left the marks of a conflict: all that any of its lines says, since to unite journals
 * needs neither sides nor a common ancestor, and marks within marks come to the same. `sound`, because Git cut the file
 * together and its checksums tell nothing. `merge-conflict` where there are no marks, or where its lines cannot be read or
 * are of different files.
 */
export function readConflictedJournal(text: string, sha256?: HashText): Result<JournalFile, FileProblem> {
  if (!isConflicted(text)) return problem('merge-conflict')
  const heads = new Set<string>()
  const lines = new Set<string>()
  for (const line of withoutMarks(text).map(whole => whole.trim())) {
    if (line.endsWith(headEnd)) heads.add(line)
    else if (line !== '' && line !== ']}') lines.add(line.replace(/,$/, ''))
  }
  let united: JournalFile | undefined
  for (const head of [...heads].sort(newestFirst)) {
    const read = readJournal(`${head}\n${united === undefined ? [...lines].join(',\n') : ''}\n]}\n`, sha256)
    if (!read.ok) return read.error.code === 'newer-version' ? read : problem('merge-conflict')
    if (united === undefined) united = { ...read.value, sound: true }
    else if (!isSameFile(united, read.value)) return problem('merge-conflict')
    else united = uniteFiles(united, read.value)
  }
  return united === undefined ? problem('merge-conflict') : ok(united)
}

/** What a newer program wrote is read by its own head: as far as it is understood. */
function newestFirst(a: string, b: string): number {
  const version = (head: string) => Number(/"schemaVersion":(\d+)/.exec(head)?.[1] ?? 0)
  return version(b) - version(a)
}

function isSameFile(a: JournalFile, b: JournalFile): boolean {
  return a.workspace === b.workspace && a.scope === b.scope && a.journal.annotator === b.journal.annotator
}

function uniteFiles(a: JournalFile, b: JournalFile): JournalFile {
  return { ...a, journal: uniteJournals(a.journal, b.journal), newer: a.newer || b.newer }
}
