import { resolve } from 'node:path'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { diskFileSystem } from '../../store/file-system'
import { mergeDriver, writeGitFiles } from '../../store/git-files'
import { findWorkspace } from '../../store/workspace-folder'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { runGit } from '../run-git'

/**
 * `git-setup WORKSPACE`: makes this program the one by which the workspace's repository merges files of Pressmark. Writes
 * the repository's own configuration, and `.gitattributes` and `.gitignore` where the workspace has none. 1 where a
 * `.gitattributes` that is there keeps Git from using it.
 */
export async function gitSetup(io: CliIo, workspace: string): Promise<CommandResult> {
  const found = await findWorkspace(resolve(io.cwd, workspace))
  if (!found.ok) return found
  const { root } = found.value
  const git = (...args: readonly string[]) => runGit(root, args, io.env)
  const top = await git('rev-parse', '--show-toplevel')
  if (!top.ok) return top
  if (!top.value.done) return problem('no-repository', { path: root, said: top.value.said })
  const written = await writeGitFiles(diskFileSystem, root)
  if (!written.ok) return written
  const driver = driverFor(io.program)
  const settings = { name: 'Pressmark: changes of both sides', driver }
  for (const [name, value] of Object.entries(settings)) {
    const set = doneOr(await git('config', `merge.${mergeDriver}.${name}`, value))
    if (!set.ok) return set
  }
  const asked = await git('check-attr', 'merge', '--', 'codebook/a.json')
  if (!asked.ok) return asked
  const isUsed = asked.value.out.endsWith(`merge: ${mergeDriver}`)
  const repository = top.value.out
  return ok({
    status: isUsed ? 0 : 1,
    json: { repository, driver, written: written.value, used: isUsed },
    text: [
      `The repository ${repository} merges files of Pressmark by this program:`,
      `  ${driver}`,
      ...written.value.map(name => `${name} was written. Commit it.`),
    ].join('\n'),
    notes: isUsed ? [] : [noAttribute],
  })
}

const noAttribute = `The .gitattributes that is there does not name it. Give the workspace's JSON files merge=${mergeDriver}: "*.json -text merge=${mergeDriver}".`

/** The command that Git hands to a shell, with its own names for the versions of the file. */
function driverFor(program: readonly string[]): string {
  const words = program.map(word => `'${word.replace(/'/g, "'\\''").replace(/%/g, '%%')}'`)
  return [...words, 'merge-file', '%O', '%A', '%B', '%P'].join(' ')
}

function doneOr(answer: Awaited<ReturnType<typeof runGit>>): Result<null, Problem> {
  if (!answer.ok) return answer
  return answer.value.done ? ok(null) : problem('git-failed', { said: answer.value.said })
}
