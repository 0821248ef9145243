import type { Json } from '#annotations/model/json'
import { ok, type Problem, type Result } from '#annotations/model/result'
import {
  type AnnotateOutcome,
  type AnnotateRequest,
  annotateDocument,
  planAnnotate,
} from '#app/services/annotate-document'
import { annotateOutcome } from '#app/services/owner-answers'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineClock, machineIds } from '../../clock-and-ids'
import { openProfile } from '../../profile/profile'
import { keepWriter } from '../../profile/writer'
import { type EntriesFile, readEntries } from '../annotate-input'
import { askOwner } from '../ask-owner'
import type { CliIo } from '../cli-io'
import { findWriter } from '../identity'
import { write } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { noDocument } from '../reading'
import { count } from '../table'

export interface AnnotateOptions extends EntriesFile {
  readonly annotator?: string
  readonly userFolder: string
}

const ports = { clock: machineClock, ids: machineIds }

/** `annotate WORKSPACE DOC --from FILE`: reads annotations in, all or none; the same file again changes nothing. */
export async function annotate(
  io: CliIo,
  workspace: string,
  document: string,
  options: AnnotateOptions,
): Promise<CommandResult> {
  const input = await readEntries(io, options)
  if (!input.ok) return input
  let notes: readonly string[] = []
  const profile = await openProfile(options.userFolder)
  const prepare = async (session: WorkspaceSession): Promise<Result<AnnotateRequest, Problem>> => {
    const release = session.release(document)
    if (release === undefined) return noDocument(session, document)
    const entries = input.value(release.current.text)
    if (!entries.ok) return entries
    notes = entries.value.notes
    const writer = findWriter(io, session, profile.read(), options.annotator)
    if (!writer.ok) return writer
    const request = { document, annotator: writer.value.identity, entries: entries.value.entries as Json }
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
  return done.ok ? ok({ status: 0, json: done.value, text: asText(done.value), notes }) : done
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
