import { resolve } from 'node:path'
import { ok, type Problem, type Result } from '#annotations/model/result'
import type { ReceiveOutcome } from '#app/contract/review-values'
import { previewBundle, receive as receiveInto } from '#app/services/bundles'
import { receiveOutcome } from '#app/services/owner-answers'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { readBundleFile } from '../../bundle/bundle-file'
import { machineClock, machineIds } from '../../clock-and-ids'
import { type Identity, openProfile } from '../../profile/profile'
import { keepWriter } from '../../profile/writer'
import { askOwner } from '../ask-owner'
import type { CliIo } from '../cli-io'
import { findWriter } from '../identity'
import { write } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { count } from '../table'
import { toWords } from '../words'
import { backUp } from './backup'

export interface ReceiveOptions {
  readonly member?: boolean
  readonly userFolder: string
}

/** `receive WORKSPACE BUNDLE`: a colleague's work beside mine; 1 where something in it fits nothing here. */
export async function receive(
  io: CliIo,
  workspace: string,
  path: string,
  options: ReceiveOptions,
): Promise<CommandResult> {
  const file = resolve(io.cwd, path)
  const files = await readBundleFile(file)
  if (!files.ok) return files
  const profile = await openProfile(options.userFolder)
  const writer = async (session: WorkspaceSession): Promise<Result<Identity, Problem>> => {
    const found = findWriter(io, session, profile.read(), undefined)
    return found.ok ? keepWriter(profile, found.value) : found
  }
  const own = () => profile.read().annotators.map(({ id }) => id)
  const noted: string[] = []
  /** Where the bundle has something new; what has nothing changes nothing. */
  const backUpBefore = async (session: WorkspaceSession) => {
    const preview = previewBundle(session, new Set(own()), files.value)
    if (!preview.ok || preview.value.news === 0) return
    const made = await backUp(io, workspace, { userFolder: options.userFolder, reason: 'receive' })
    // It is no reason to keep it out: what is received is united with what is there.
    if (!made.ok) noted.push(`no backup was made before: ${toWords(made.error)}`)
  }
  const done = await write<ReceiveOutcome>(io, workspace, {
    annotators: own(),
    userFolder: options.userFolder,
    async own(session) {
      const by = await writer(session)
      if (!by.ok) return by
      await backUpBefore(session)
      const request = { files: files.value, by: by.value, own: new Set(own()), member: options.member === true }
      return receiveInto(session, { clock: machineClock, ids: machineIds }, request)
    },
    async handOver(owner, session) {
      const by = await writer(session)
      if (!by.ok) return by
      await backUpBefore(session)
      const request = { path: file, by: by.value, member: options.member === true }
      const answer = await askOwner(io, owner, 'receive', request)
      return answer.ok ? receiveOutcome(answer.value) : answer
    },
  })
  if (!done.ok) return done
  const { annotator, changed, added, missing } = done.value
  const lines = [
    changed === 0 ? `Nothing new from ${annotator.name}` : `${count(changed, 'file')} new from ${annotator.name}`,
  ]
  if (added.length > 0) lines.push(`${count(added.length, 'document')} came with the texts`)
  const left = missing.map(({ headline, several }) =>
    several
      ? `"${headline}" fits several documents here; it was left out.`
      : `"${headline}" is not in this workspace; it was left out.`,
  )
  const notes = [...noted, ...left]
  return ok({ status: missing.length > 0 ? 1 : 0, json: done.value, text: lines.join('\n'), notes })
}
