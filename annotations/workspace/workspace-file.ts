import type { Instant, WorkspaceId } from '../model/ids'
import { isJsonObject } from '../model/json'
import { ok, problem, type Result } from '../model/result'
import { type FileProblem, member, readEnvelope, writeEnvelope, wrongShape } from './envelope'
import type { HashText } from './hash-text'

/** What `workspace.json` says, once and for all. */
export interface WorkspaceIdentity {
  readonly id: WorkspaceId
  /** The first name; the current one is a statement in the settings register. */
  readonly name: string
  readonly created: Instant
}

export interface WorkspaceFile {
  readonly identity: WorkspaceIdentity
  /** All that follows the first line is byte for byte what was written. */
  readonly sound: boolean
  /** Written by a newer program: the workspace opens read-only. */
  readonly newer: boolean
}

/** The text of `workspace.json`, which is written once. */
export function writeWorkspace({ id, name, created }: WorkspaceIdentity, sha256?: HashText): string {
  const members = [member('type', 'workspace'), member('id', id), member('name', name), member('created', created)]
  return writeEnvelope({ format: 'pressmark-workspace', workspace: id }, [`{${members.join(',')}}`], sha256)
}

/** Reads `workspace.json`. What this version does not know is skipped, since the file is never written again. */
export function readWorkspace(text: string, sha256?: HashText): Result<WorkspaceFile, FileProblem> {
  const envelope = readEnvelope(text, sha256)
  if (!envelope.ok) return envelope
  const { head, entries, sound, newer } = envelope.value
  if (head.format !== 'pressmark-workspace') return problem('wrong-format', { format: head.format })
  const line = entries.find(entry => isJsonObject(entry) && entry.type === 'workspace')
  if (!isJsonObject(line) || line.id !== head.workspace) return wrongShape('id', 1)
  if (typeof line.name !== 'string') return wrongShape('name', 1)
  if (typeof line.created !== 'string') return wrongShape('created', 1)
  return ok({ identity: { id: head.workspace, name: line.name, created: line.created }, sound, newer })
}
