import { useEffect, useRef, useState } from 'react'

/**
 * `value`, but what was given before for one frame after `key` has changed: the rest of the window is on the screen first.
 * With `atOnce` nothing waits. The same `key` is never late. What is given while it waits is what is shown then.
 */
export function useFrameLate<Value>(value: Value, key: unknown, atOnce: (before: Value) => boolean): Value {
  const [shownKey, setShownKey] = useState(key)
  const shown = useRef(value)
  const waits = key !== shownKey && !atOnce(shown.current)
  if (!waits) shown.current = value
  useEffect(() => {
    if (!waits) return setShownKey(key)
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShownKey(key))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [key, waits])
  return shown.current
}
