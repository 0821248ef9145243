import { runGit } from '../run-git'

// Imported by tests only.

/** Nobody's own configuration has a say. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
}

export interface Repository {
  /** Runs Git; gives what it printed. Throws where it fails. */
  git(...args: readonly string[]): Promise<string>
  /** True where Git did it. */
  tried(...args: readonly string[]): Promise<boolean>
  commitAll(): Promise<void>
}

/** The repository of a folder, as a program that runs Git there. */
export function repositoryIn(folder: string): Repository {
  const run = async (args: readonly string[]) => {
    const answer = await runGit(folder, args, env)
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  }
  const git = async (...args: readonly string[]) => {
    const { done, out, said } = await run(args)
    if (!done) throw new Error(`git ${args.join(' ')}: ${said}`)
    return out
  }
  return {
    git,
    tried: async (...args) => (await run(args)).done,
    async commitAll() {
      await git('add', '--all')
      await git('commit', '--quiet', '--allow-empty', '--message', 'x')
    },
  }
}
