import { type Problem, problem, type Result } from '#annotations/model/result'
import type { IntakeCode } from '#app/ports/intake'

/** Carries a problem out of the depth of a parser; never leaves intake. */
class Refusal extends Error {
  readonly problem: Problem<IntakeCode>

  constructor(refused: Problem<IntakeCode>) {
    super(refused.code)
    this.problem = refused
  }
}

/** Ends the reading of a file with a problem, from any depth; only inside of `guard`. */
export function refuse(code: IntakeCode, facts?: Problem<IntakeCode>['facts']): never {
  throw new Refusal(facts === undefined ? { code } : { code, facts })
}

/**
 * The outcome of `work`, or the problem it was refused with. What a library throws on hostile input (stack, string
 * length) is a problem of the file, not a bug of ours: `unreadable`.
 */
export function guard<T>(work: () => Result<T, Problem<IntakeCode>>): Result<T, Problem<IntakeCode>> {
  try {
    return work()
  } catch (thrown) {
    return problemOf(thrown)
  }
}

/** As `guard`, for work that waits. */
export async function guardLater<T>(
  work: () => Promise<Result<T, Problem<IntakeCode>>>,
): Promise<Result<T, Problem<IntakeCode>>> {
  try {
    return await work()
  } catch (thrown) {
    return problemOf(thrown)
  }
}

function problemOf(thrown: unknown): Result<never, Problem<IntakeCode>> {
  return thrown instanceof Refusal ? { ok: false, error: thrown.problem } : problem('unreadable')
}
