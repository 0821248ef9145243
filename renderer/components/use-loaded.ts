import { useEffect, useState } from 'react'

const loaded = new Map<() => Promise<unknown>, unknown>()

/**
 * What a loader gives, `undefined` until it is there. It is called once for all: when nobody waits, or at once when
 * `now` says that it is wanted. Unlike a suspended component it is drawn as soon as it is there, and from then on at
 * once. `load` must be the same function each time.
 */
export function useLoaded<T>(load: () => Promise<T>, now: boolean): T | undefined {
  const [value, setValue] = useState(() => loaded.get(load) as T | undefined)
  useEffect(() => {
    if (value !== undefined) return
    let wanted = true
    const begin = () =>
      void load().then(result => {
        loaded.set(load, result)
        if (wanted) setValue(() => result)
      })
    const idle = now ? undefined : requestIdleCallback(begin)
    if (now) begin()
    return () => {
      wanted = false
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [load, now, value])
  return value
}
