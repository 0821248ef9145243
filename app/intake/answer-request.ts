import type { Instant } from '#annotations/model/ids'
import { ok, problem } from '#annotations/model/result'
import { writeRevision } from '#annotations/workspace/revision-file'
import type { InsideFile, IntakeFile, IntakeWarning } from '#app/ports/intake'
import type { CodePages } from './pdf/code-pages'
import { readFile } from './read-file'
import type { Outcome } from './read-source'
import { unpackFile } from './unpack-file'

/** What a process that reads files is asked for; it comes from the program itself. */
export interface ReaderRequest {
  readonly id: number
  /** `unpack`: wanted are the files inside of it. */
  readonly act: 'read' | 'unpack'
  readonly file: IntakeFile
  readonly at: Instant
  readonly encoding?: string
}

/**
 * What such a process says: how far it is, then the outcome, with the revision as the text of its file. What it read was
 * hostile, so its words are not trusted: `checkAnswer` reads them again.
 */
export type ReaderAnswer =
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly outcome: Outcome<ReaderValue> }

/** A text that was read, or the files that were unpacked. */
export type ReaderValue =
  | { readonly revision: string; readonly warnings: readonly IntakeWarning[] }
  | { readonly files: readonly InsideFile[] }

/** Where a revision that no workspace has yet is said to stand. */
export const nowhere = { workspace: 'none', document: 'none' }

/** Reads the file of a request and tells how far it is and how it ended. Never throws for what the file holds. */
export async function answerRequest(
  request: ReaderRequest,
  tell: (answer: ReaderAnswer) => void,
  codePages?: CodePages,
): Promise<void> {
  const { id, act, file, at, encoding } = request
  const onProgress = (share: number) => tell({ id, share })
  try {
    if (act === 'unpack') {
      const unpacked = unpackFile(file, { onProgress })
      return tell({ id, outcome: unpacked.ok ? ok({ files: unpacked.value }) : unpacked })
    }
    const read = await readFile(file, at, {
      onProgress,
      codePages,
      ...(encoding === undefined ? {} : { encoding }),
    })
    if (!read.ok) return tell({ id, outcome: read })
    const { revision, warnings } = read.value
    tell({ id, outcome: { ok: true, value: { revision: writeRevision(revision, nowhere), warnings } } })
  } catch {
    tell({ id, outcome: problem('unreadable') })
  }
}
