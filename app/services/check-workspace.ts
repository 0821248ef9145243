import { ok, type Result } from '#annotations/model/result'
import type { WorkspaceFiles } from '#app/ports/workspace-files'
import type { StoreProblem } from '#app/ports/workspace-store'
import { checkAnnotations, checkTexts } from './check/check-documents'
import { checkRegisters } from './check/check-registers'
import { Problems, type WorkspaceProblem } from './check/problems'
import { readEverything } from './check/read-everything'
import { workspacePlace } from './check/workspace-place'

export interface WorkspaceCheck {
  readonly ok: boolean
  readonly problems: readonly WorkspaceProblem[]
  /** Number of files that are, or should be, the workspace's. */
  readonly files: number
}

/**
 * Checks every file of a workspace by itself (readable, as Pressmark wrote it, in its place, a text that gives its
 * hash), and what files say of each other: places in texts, tags, speakers, sources, parents, repeated ids and texts.
 * Changes nothing and needs no lock; a file that is written meanwhile is read as it was or as it is.
 */
export async function checkWorkspace(files: WorkspaceFiles): Promise<Result<WorkspaceCheck, StoreProblem>> {
  const listed = await files.list()
  if (!listed.ok) return listed
  const problems = new Problems()
  const everything = await readEverything(files, listed.value, problems)
  if (!listed.value.some(({ path }) => path === 'workspace.json')) problems.add('workspace.json', 'missing')
  const registers = checkRegisters(everything, problems)
  checkTexts(everything, problems)
  checkAnnotations(everything, registers, problems)
  const found = problems.list()
  const ours = listed.value.filter(({ path }) => workspacePlace(path).is !== 'other')
  return ok({ ok: found.length === 0, problems: found, files: ours.length })
}
