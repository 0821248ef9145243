import { problem } from '#annotations/model/result'
import { type CallName, type CheckedRequestOf, calls, type ResponseOf } from '#app/contract/calls'
import type { Answer, EventName, Events } from '#app/contract/values'

/** A handler for every call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (request: CheckedRequestOf<Name>) => Promise<Answer<ResponseOf<Name>>>
}

/** Answers one call of the window, whose name and message are not checked yet. */
export type AnswerCall = (name: unknown, request: unknown) => Promise<Answer<unknown>>

/**
 * Answers a call whose message passes the schema of the contract. What a handler throws is a bug: it is logged and
 * answered as `internal`.
 */
export async function answerCall(
  handlers: Handlers,
  name: unknown,
  request: unknown,
  log: (problem: unknown) => void,
): Promise<Answer<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return problem('unknown-call')
  const call = name as CallName
  const checked = calls[call].request.safeParse(request)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return problem('malformed-message', { call, field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
  }
  try {
    return await (handlers[call] as (request: unknown) => Promise<Answer<unknown>>)(checked.data)
  } catch (thrown) {
    log(thrown)
    return problem('internal', { call })
  }
}

/** Tells the window something unasked. */
export type Tell = <Name extends EventName>(name: Name, payload: Events[Name]) => void
