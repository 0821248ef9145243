import { resolve } from 'node:path'
import { annotationFormats } from '#annotations/formats/registry'
import type { Json } from '#annotations/model/json'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { parseJson } from '#annotations/workspace/parse-json'
import {
  type AnnotateOutcome,
  type AnnotateRequest,
  annotateDocument,
  planAnnotate,
} from '#app/services/annotate-document'
import { annotateOutcome } from '#app/services/owner-answers'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineClock, machineIds } from '../../clock-and-ids'
import { machineFiles } from '../../files'
import { openProfile } from '../../profile/profile'
import { askOwner } from '../ask-owner'
import type { CliIo } from '../cli-io'
import { findWriter, keepWriter } from '../identity'
import { write } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { noDocument } from '../reading'
import { count } from '../table'

export interface AnnotateOptions {
  readonly from: string
  readonly format: string
  readonly annotator?: string
  readonly userFolder: string
}

/** Largest input, in bytes: what can be handed to a window in one message. */
const maxBytes = 16 * 1024 * 1024
const ports = { clock: machineClock, ids: machineIds }

/** `annotate WORKSPACE DOC --from FILE`: reads annotations in, all or none; the same file again changes nothing. */
export async function annotate(
  io: CliIo,
  workspace: string,
  document: string,
  options: AnnotateOptions,
): Promise<CommandResult> {
  if (!annotationFormats.some(format => format === options.format)) {
    return problem('unknown-format', { format: options.format, offered: annotationFormats.join(', ') })
  }
  const entries = await readEntries(io, options.from)
  if (!entries.ok) return entries
  const profile = await openProfile(options.userFolder)
  const prepare = async (session: WorkspaceSession): Promise<Result<AnnotateRequest, Problem>> => {
    if (session.release(document) === undefined) return noDocument(session, document)
    const writer = findWriter(io, session, profile.read(), options.annotator)
    if (!writer.ok) return writer
    const request = { document, annotator: writer.value.identity, entries: entries.value }
    // What would be refused leaves no trace, not even a new annotator in the profile.
    const planned = planAnnotate(session, ports, request)
    if (!planned.ok) return planned
    const annotator = await keepWriter(profile, writer.value)
    return annotator.ok ? ok({ ...request, annotator: annotator.value }) : annotator
  }
  const done = await write<AnnotateOutcome>(io, workspace, {
    annotators: profile.read().annotators.map(({ id }) => id),
    userFolder: options.userFolder,
    async own(session) {
      const request = await prepare(session)
      return request.ok ? annotateDocument(session, ports, request.value) : request
    },
    async handOver(owner, session) {
      const request = await prepare(session)
      if (!request.ok) return request
      const answer = await askOwner(io, owner, 'annotate', request.value)
      return answer.ok ? annotateOutcome(answer.value) : answer
    },
  })
  return done.ok ? ok({ status: 0, json: done.value, text: asText(done.value) }) : done
}

async function readEntries(io: CliIo, from: string): Promise<Result<Json, Problem>> {
  const bytes = await readFrom(io, from)
  if (!bytes.ok) return bytes
  const shown = from === '-' ? 'The standard input' : from
  try {
    const parsed = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
    return parsed.ok ? parsed : problem(parsed.error.code, { path: shown })
  } catch {
    return problem('not-json', { path: shown })
  }
}

/** A plain file, or for `-` the standard input: of pipes and devices nobody knows whether they end. */
async function readFrom(io: CliIo, from: string): Promise<Result<Uint8Array, Problem>> {
  if (from === '-') return io.input(maxBytes)
  const file = await machineFiles.read(resolve(io.cwd, from), maxBytes)
  return file.ok ? ok(file.value.bytes) : file
}

function asText({ annotator, created, updated, unchanged, removed, tags, speakers }: AnnotateOutcome): string {
  const lines = [
    `${count(created, 'annotation')} created, ${updated} changed, ${unchanged} as they were, by ${annotator.name}`,
  ]
  if (removed > 0) lines.push(`${count(removed, 'annotation')} had been removed since and stay so`)
  if (tags.length > 0) lines.push(`New tags: ${tags.join(', ')}`)
  if (speakers.length > 0) lines.push(`New speakers: ${speakers.join(', ')}`)
  return lines.join('\n')
}
