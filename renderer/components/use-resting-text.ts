import { useCallback, useEffect, useRef, useState } from 'react'

/** How long typing rests before the text is reported, in milliseconds. */
const rest = 500

export interface RestingText {
  readonly text: string
  readonly change: (text: string) => void
  /** Reports what is typed as final, if it was not yet. */
  readonly commit: () => void
}

/**
 * Text that is being typed over a value that others own. It is reported 500 ms after the last key (`final` false) and
 * when `commit` is called or the field goes away (`final` true). A new value from outside shows unless text is being
 * typed. Give the component a key, so that the text of one thing never ends in another.
 */
export function useRestingText(value: string, onText: (text: string, final: boolean) => void): RestingText {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const latest = useRef({ value, onText, typed, reported: value, timer: 0 })
  latest.current.value = value
  latest.current.onText = onText

  const commit = useCallback(() => {
    const now = latest.current
    window.clearTimeout(now.timer)
    if (now.typed === undefined) return
    const text = now.typed
    now.typed = undefined
    setTyped(undefined)
    now.onText(text, true)
  }, [])

  const change = useCallback((text: string) => {
    const now = latest.current
    window.clearTimeout(now.timer)
    now.typed = text
    setTyped(text)
    now.timer = window.setTimeout(() => now.onText(text, false), rest)
  }, [])

  useEffect(() => commit, [commit])

  return { text: typed ?? value, change, commit }
}
