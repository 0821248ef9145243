import { useCallback, useMemo, useState } from 'react'
import { PaletteDialog } from './features/palette/PaletteDialog'
import { type PaletteEntry, readTyped, searchPalette } from './features/palette/palette-search'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { commandFacts } from './state/command-facts'
import { type CommandName, commandNamed } from './state/commands'
import type { TextPort } from './state/commands/command'
import type { Binding } from './state/key-bindings'
import { otherWorkspaces } from './state/other-workspaces'
import { aimOf, paletteEntries, placesOf } from './state/palette-entries'
import { activeMark, shownRevision } from './state/selectors'

export interface PaletteProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly panes: Panes
  readonly text: TextPort
  readonly run: (name: CommandName) => void
  readonly bindings: readonly Binding[]
  readonly typed: string
  readonly onClose: () => void
}

/** How many choices are remembered. */
const remembered = 6

/** The palette over the state as it was when it opened. */
export function Palette({ model, state, panes, text, run, bindings, typed, onClose }: PaletteProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is offered stays while the dialog is open
  const { entries, revision } = useMemo(
    () => ({
      entries: paletteEntries(
        state,
        commandFacts(state, panes),
        bindings,
        otherWorkspaces(state.info, state.workspace),
      ),
      revision: state.view === 'read' ? shownRevision(state) : undefined,
    }),
    [],
  )
  const [recent] = useState(state.info?.preferences.recentChoices ?? [])
  const search = useCallback(
    (wanted: string) => searchPalette([...entries, ...placesOf(revision, readTyped(wanted).query)], wanted, recent),
    [entries, revision, recent],
  )
  const choose = (entry: PaletteEntry): void => {
    // A place is one of this text alone.
    if (aimOf(entry).to !== 'place') {
      const recentChoices = [entry.id, ...recent.filter(id => id !== entry.id)].slice(0, remembered)
      model.preferences.set({ recentChoices })
    }
    onClose()
    // The dialog gives the focus back in the next frame; what is done then may move it.
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(entry)))
  }
  const goTo = (entry: PaletteEntry): void => {
    const aim = aimOf(entry)
    if (aim.to === 'workspace') return void model.open.openWorkspace(aim.path)
    if (aim.to === 'place') return text.select(aim)
    if (aim.to === 'command') {
      const command = commandNamed(aim.id)
      return command === undefined ? undefined : run(command.id)
    }
    if (aim.to === 'document') return void model.open.openDocument(aim.id)
    giveToActive(model, aim.to, aim.id)
  }
  return <PaletteDialog typed={typed} search={search} onChoose={choose} onClose={onClose} />
}

function giveToActive({ store, fields }: AppModel, what: 'tag' | 'speaker', id: string): void {
  const active = activeMark(store.get())?.annotation
  if (active === undefined) return
  if (what === 'tag') fields.addTag(active.id, { id })
  else if (active.kind === 'claim') fields.setClaimant(active.id, { id })
  else fields.addSpeaker(active.id, { id })
}
