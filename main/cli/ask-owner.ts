import type { Json } from '#annotations/model/json'
import type { Problem, Result } from '#annotations/model/result'
import type { OwnerCall, OwnerRequest } from '#app/services/owner-calls'
import type { Held } from '../store/held-lock'
import type { CliIo } from './cli-io'

const usualAnswerWait = 60_000

/** Asks the window that has the workspace to write; see `answerOwnerCall`. */
export function askOwner<Call extends OwnerCall>(
  io: CliIo,
  owner: Held,
  call: Call,
  request: OwnerRequest<Call>,
): Promise<Result<Json, Problem>> {
  return owner.request(call, request as unknown as Json, { timeoutMs: io.answerWaitMs ?? usualAnswerWait })
}
