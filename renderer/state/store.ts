import { useSyncExternalStore } from 'react'

/** One value, replaced as a whole, and those who want to know. */
export interface Store<State> {
  get(): State
  set(change: (state: State) => State): void
  subscribe(listener: () => void): () => void
}

/** `settle`: puts in order, after each change, what follows from the rest. */
export function createStore<State>(
  initial: State,
  settle: (next: State, before: State) => State = next => next,
): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: change => {
      const next = settle(change(state), state)
      if (next === state) return
      state = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What a selector reads from the store; it must return the same value while nothing it reads has changed. */
export function useSelected<State, Value>(store: Store<State>, select: (state: State) => Value): Value {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
