import { problem } from '#annotations/model/result'
import type { StoreCode, StoreProblem } from '#app/ports/workspace-store'
import { systemCode } from './file-system'

const codes: { readonly [system: string]: StoreCode } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EEXIST: 'exists',
}

/**
 * An error of the system as a problem: `disk-full`, `no-permission`, `not-found`, `exists`, else `io`; facts: `file`
 * and the system's `code`. An error that is not the system's is our own bug and thrown on.
 */
export function storeProblem(error: unknown, file: string): { readonly ok: false; readonly error: StoreProblem } {
  if (error instanceof StoreFailure) return { ok: false, error: error.problem }
  const code = systemCode(error)
  if (code === undefined) throw error
  return problem<StoreCode>(codes[code] ?? 'io', { file, code })
}

/** The problem with a file as `doctor` prints it: its reason, where it has one. */
export function codeOf({ code, facts }: StoreProblem): string {
  return typeof facts?.reason === 'string' ? facts.reason : code
}

/** A problem on its way through lowdb, whose adapters can only reject. */
export class StoreFailure extends Error {
  readonly problem: StoreProblem

  constructor(reason: StoreProblem) {
    super(reason.code)
    this.name = 'StoreFailure'
    this.problem = reason
  }
}
