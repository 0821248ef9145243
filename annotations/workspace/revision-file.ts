import type { DocumentId, WorkspaceId } from '../model/ids'
import type { Json } from '../model/json'
import { ok, type Problem, problem, type Result } from '../model/result'
import type { Block, Finding, Mark, Revision } from '../model/revision'
import { type FileCode, member, readEnvelope, writeEnvelope } from './envelope'
import type { HashText } from './hash-text'
import { hashText } from './hash-text'
import { readRevisionLines } from './revision-lines'
import { flawOfText } from './revision-text'

/** Where a revision's file stands. */
export interface RevisionHead {
  readonly workspace: WorkspaceId
  readonly document: DocumentId
}

/** `damaged`: the parts do not make one text (Law 1); `reason` says which: `hash`, `blocks`, `offsets`. */
export type RevisionFileCode = FileCode | 'damaged'

export interface RevisionFile extends RevisionHead {
  readonly revision: Revision
  /** All that follows the first line is byte for byte what was written. A text that is not sound still gave its hash. */
  readonly sound: boolean
  readonly newer: boolean
}

/** The text of a revision's file, which is written once: what it is, a line per block with its text, marks, findings. */
export function writeRevision(revision: Revision, head: RevisionHead, sha256?: HashText): string {
  const { workspace, document } = head
  const lines = [
    line('revision', revision, ['id', 'parent', 'origin', 'by', 'at', 'source', 'attachedTo']),
    ...revision.blocks.map(block => blockLine(block, revision.text.slice(block.start, block.end))),
    ...revision.marks.map(markLine),
    ...revision.found.map(foundLine),
  ]
  return writeEnvelope({ format: 'pressmark-revision', workspace, document }, lines, sha256)
}

/**
 * Reads a revision. Its text is that of its blocks joined by blank lines. Refused as `damaged`: a text that does not
 * give the revision's hash or does not split back into the same blocks, and places that are not in it. What this
 * version does not know is skipped, since the file is never written again.
 */
export function readRevision(
  text: string,
  sha256: HashText = hashText,
): Result<RevisionFile, Problem<RevisionFileCode>> {
  const envelope = readEnvelope(text, sha256)
  if (!envelope.ok) return envelope
  const { head, entries, sound, newer } = envelope.value
  if (head.format !== 'pressmark-revision' || head.document === undefined) {
    return problem('wrong-format', { format: head.format })
  }
  const read = readRevisionLines(entries)
  if (!read.ok) return newer ? problem('newer-version') : read
  const { revision, texts } = read.value
  const reason = flawOfText(revision, texts, sha256)
  if (reason !== undefined) return newer ? problem('newer-version') : problem('damaged', { reason })
  return ok({ revision, workspace: head.workspace, document: head.document, sound, newer })
}

function blockLine(block: Block, text: string): string {
  return line(block.type, { ...block, text }, ['role', 'start', 'end', 'level', 'list', 'table', 'text'])
}

function markLine(mark: Mark): string {
  return line(mark.type, mark, ['start', 'end', 'href'])
}

function foundLine(finding: Finding): string {
  return line('found', finding, ['name', 'value', 'at', 'how'])
}

function line<Name extends string>(type: string, value: { readonly [K in Name]?: unknown }, names: readonly Name[]) {
  const members = [member('type', type)]
  for (const name of names) if (value[name] !== undefined) members.push(member(name, value[name] as Json))
  return `{${members.join(',')}}`
}
