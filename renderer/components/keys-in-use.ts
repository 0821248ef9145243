import { createContext, useContext } from 'react'

/** The keys that the person has in place of the usual ones, by these, both as shown: `Ctrl+O`; an empty text for none. */
export const KeysInUse = createContext<ReadonlyMap<string, string>>(new Map())

/** The keys to show for usual ones; `undefined` where there are none. */
export function useKeysInUse(usual: string | undefined): string | undefined {
  const changed = useContext(KeysInUse)
  const now = usual === undefined ? undefined : (changed.get(usual) ?? usual)
  return now === '' ? undefined : now
}

/** Keys as shown in the spelling of `aria-keyshortcuts`. */
export function ariaKeysOf(shown: string | undefined): string | undefined {
  return shown?.replace('Ctrl', 'Control').replace('⌘', 'Meta').replace('⇧', 'Shift').replace('⌥', 'Alt')
}
