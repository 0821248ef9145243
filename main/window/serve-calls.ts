import type { IpcMain } from 'electron'
import { problem } from '#annotations/model/result'
import { type CallName, type CheckedRequestOf, calls, type ResponseOf } from '#app/contract/calls'
import type { Answer, EventName, Events } from '#app/contract/values'
import { isOurFrame } from './guards'

/** A handler for every call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (request: CheckedRequestOf<Name>) => Promise<Answer<ResponseOf<Name>>>
}

/** Channel names: the preload uses the same words. */
export const callChannel = 'pressmark:call'
export const eventChannel = 'pressmark:event'

/**
 * Answers the window's calls. A call is refused unless it comes from the main frame of our own page and its message
 * passes the schema of the contract. What a handler throws is a bug: it is logged and answered as `internal`.
 */
export function serveCalls(ipc: Pick<IpcMain, 'handle'>, handlers: Handlers, log: (problem: unknown) => void): void {
  ipc.handle(callChannel, async (event, name: unknown, request: unknown): Promise<Answer<unknown>> => {
    if (!isOurFrame(event.senderFrame)) return problem('foreign-sender')
    return answerCall(handlers, name, request, log)
  })
}

/** Checks and answers one call; used for the window and for other processes of ours. */
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
