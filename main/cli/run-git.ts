import { execFile } from 'node:child_process'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'

/** What Git printed, and whether it did what it was asked for. */
export interface GitAnswer {
  readonly done: boolean
  /** Without the last line end. */
  readonly out: string
  /** The first line of what it had to say against it. */
  readonly said: string
}

/** Runs Git in a folder, in English, without asking anybody anything. `no-git` where there is none. */
export function runGit(
  folder: string,
  args: readonly string[],
  env: { readonly [name: string]: string | undefined },
): Promise<Result<GitAnswer, Problem>> {
  return new Promise(resolve => {
    const options = { cwd: folder, env: { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }, windowsHide: true }
    execFile('git', args, options, (error, out, err) => {
      if (error?.code === 'ENOENT') return resolve(problem('no-git'))
      const said = err.trim().split('\n')[0] ?? ''
      resolve(ok({ done: error === null, out: out.replace(/\r?\n$/, ''), said }))
    })
  })
}
