import { useEffect, useState } from 'react'
import type { FoundInTexts } from '../features/library/library-rows'
import type { Machine } from './machine'

/** How long typing rests before the texts are looked through, in milliseconds. */
const rest = 150

/**
 * What the texts of the workspace have of the words that are looked for. `stamp`: when it changes the texts are others,
 * and are looked through again. An answer that comes late is dropped.
 */
export function useTextSearch(machine: Machine, typed: string, stamp: unknown): FoundInTexts {
  const [found, setFound] = useState<{ readonly typed: string; readonly passages: FoundInTexts['passages'] }>(nothing)
  const wanted = typed.trim()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that the texts are others
  useEffect(() => {
    if (wanted === '') return setFound(nothing)
    let late = false
    const timer = window.setTimeout(() => {
      void machine.call('documents.search', { text: wanted }).then(answer => {
        if (late) return
        const passages = answer.ok ? new Map(answer.value.map(passage => [passage.document, passage])) : none
        setFound({ typed: wanted, passages })
      })
    }, rest)
    return () => {
      late = true
      window.clearTimeout(timer)
    }
  }, [machine, wanted, stamp])
  return { looking: wanted !== found.typed, passages: wanted === '' ? none : found.passages }
}

const none: FoundInTexts['passages'] = new Map()
const nothing = { typed: '', passages: none }
