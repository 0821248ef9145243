import { useCallback, useEffect, useRef } from 'react'
import type { CommandName } from '../../state/commands'
import { type Binding, commandOf, type FocusPlace } from '../../state/key-bindings'
import { spellKey } from '../../state/key-spelling'
import { focusPlaceOf } from './focus-place'

export interface KeySource {
  readonly bindings: readonly Binding[]
  readonly singleKeys: boolean
  readonly run: (command: CommandName) => void
  /** A key of the text that no command has: true when it is done with. */
  readonly onOther: (key: string) => boolean
}

/** Runs commands by their keys wherever the focus is, and gives what the editors ask first for keys in their text. */
export function useKeys(source: KeySource): (event: KeyboardEvent, place?: 'text' | 'writing' | 'review') => boolean {
  const latest = useRef(source)
  latest.current = source
  const act = useCallback((event: KeyboardEvent, place: FocusPlace): boolean => {
    const { bindings, singleKeys, run, onOther } = latest.current
    const command = commandOf(event, place, bindings, singleKeys)
    if (command !== undefined) {
      run(command)
      return true
    }
    const keys = spellKey(event)
    return place === 'text' && singleKeys && keys !== undefined && [...keys].length === 1 && onOther(keys)
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const place = focusPlaceOf(event.target, event.key)
      if (place !== undefined && act(event, place)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [act])
  return useCallback((event: KeyboardEvent, place: 'text' | 'writing' | 'review' = 'text') => act(event, place), [act])
}
