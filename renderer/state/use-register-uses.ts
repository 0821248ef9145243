import { useEffect, useState } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import type { WindowState } from './app-state'
import type { Machine } from './machine'

/** The tags and speakers that are asked about. */
export interface UsesOf {
  readonly tags: readonly string[]
  readonly speakers: readonly string[]
}

/**
 * How often tags and speakers are used: all, or those of `of`, where nothing is asked while there are none. The machine
 * counts them, and again after each change that it has on disk.
 */
export function useRegisterUses(machine: Machine, state: WindowState, of?: UsesOf): RegisterUses | undefined {
  const [uses, setUses] = useState<RegisterUses | undefined>(undefined)
  const { acknowledged } = state.queue
  const question = of === undefined ? '{}' : JSON.stringify({ tags: of.tags, speakers: of.speakers })
  const nothing = of !== undefined && of.tags.length === 0 && of.speakers.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is acknowledged is what the machine counts
  useEffect(() => {
    if (nothing) return
    let wanted = true
    void machine.call('registers.uses', JSON.parse(question)).then(answer => {
      if (wanted && answer.ok) setUses(answer.value)
    })
    return () => {
      wanted = false
    }
  }, [machine, acknowledged, question, nothing])
  return uses
}
