import type { Problem, Result } from '#annotations/model/result'
import type { CliIo } from './cli-io'
import { toWords } from './words'

/** What a command came to. */
export interface Outcome {
  /** 0: done; 1: done in part, or a check failed; 3: a part could not be done because of who has the workspace. */
  readonly status: 0 | 1 | 3
  /** What `--json` prints. */
  readonly json: unknown
  /** What is printed for people, without the last line end. */
  readonly text: string
  /** Printed as it is, with no line end added. */
  readonly bare?: true
  /** For people, in both cases, on stderr; a sentence each. */
  readonly notes?: readonly string[]
}

export type CommandResult = Result<Outcome, Problem>

/** Prints what a command came to and gives the exit status. */
export function present(io: CliIo, result: CommandResult, json: boolean): number {
  if (!result.ok) return presentProblem(io, result.error, json)
  const { status, text, bare, notes = [] } = result.value
  if (json) io.out(`${JSON.stringify(result.value.json)}\n`)
  else if (bare === true || text !== '') io.out(bare === true ? text : `${text}\n`)
  for (const note of notes) io.err(`pressmark: ${note}\n`)
  return status
}

/** Says why a command did nothing: in words on stderr, with `--json` as `{error: {code, message, facts?}}` on stdout too. */
export function presentProblem(io: CliIo, problem: Problem, json: boolean): number {
  const message = toWords(problem)
  io.err(`pressmark: ${message}\n`)
  const { code, facts } = problem
  if (json) io.out(`${JSON.stringify({ error: { code, message, ...(facts === undefined ? {} : { facts }) } })}\n`)
  return statusOf(code)
}

const workspaceCodes = ['locked', 'read-only', 'newer-version', 'damaged']
const failureCodes = [
  'disk-full',
  'io',
  'no-permission',
  'unreadable',
  'failed',
  'closed',
  'not-excerpts',
  'no-git',
  'git-failed',
]

/** 3: the workspace is locked, newer or damaged; 1: it was tried and failed; else 2: it was asked for wrongly. */
function statusOf(code: string): number {
  if (workspaceCodes.includes(code)) return 3
  return failureCodes.includes(code) ? 1 : 2
}
