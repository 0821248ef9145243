import type { IpcMain } from 'electron'
import { problem } from '#annotations/model/result'
import type { Answer } from '#app/contract/values'
import { callChannel } from './channels'
import { isOurFrame } from './guards'
import type { AnswerCall } from './serve-calls'

/**
 * Takes the window's calls from the first moment on and answers them as soon as `answerer` is there. A call that does
 * not come from the main frame of our own page is refused.
 */
export function listenToWindow(ipc: Pick<IpcMain, 'handle'>, answerer: Promise<AnswerCall>): void {
  ipc.handle(callChannel, async (event, name: unknown, request: unknown): Promise<Answer<unknown>> => {
    if (!isOurFrame(event.senderFrame)) return problem('foreign-sender')
    return (await answerer)(name, request)
  })
}
