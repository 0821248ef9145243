import type { CallName, RequestOf, ResponseOf } from '#app/contract/calls'
import type { Answer, EventName, Events } from '#app/contract/values'

/** The window's way to the machine: the calls and events of the contract. */
export interface Machine {
  call<Name extends CallName>(name: Name, request: RequestOf<Name>): Promise<Answer<ResponseOf<Name>>>
  subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  pathForFile(file: File): string
}

declare global {
  interface Window {
    readonly pressmark: Machine
  }
}
