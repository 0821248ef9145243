import { useCallback } from 'react'
import type { AppModel } from './state/app-model'
import { type CommandName, commandNamed } from './state/commands'
import { type Binding, commandOf } from './state/key-bindings'
import { isSingleKey, spellKey } from './state/key-spelling'

/**
 * The keys of the text while the place of an annotation is selected in it: those that move and select act as always,
 * Enter takes what is selected, Escape goes back, and nothing is marked.
 */
export function useChoosingKeys(
  { anchors }: AppModel,
  run: (command: CommandName) => void,
  bindings: readonly Binding[],
): (event: KeyboardEvent) => boolean {
  return useCallback(
    event => {
      const keys = spellKey(event)
      if (keys === 'ENTER') anchors.placeHere()
      else if (keys === 'ESCAPE') anchors.stopChoosing()
      else {
        const command = commandOf(event, 'text', bindings, true)
        if (command === undefined) return keys !== undefined && isSingleKey(keys)
        const { group, where } = commandNamed(command) ?? {}
        if (where === 'text' && group !== 'text') return true
        run(command)
      }
      return true
    },
    [anchors, run, bindings],
  )
}
