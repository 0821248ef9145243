import { useEffect, useState } from 'react'

/** False until what was drawn when `ready` became true is on the screen: what can come a frame later waits for it. */
export function useAfterPaint(ready: boolean): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    if (!ready || painted) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [ready, painted])
  return painted
}
