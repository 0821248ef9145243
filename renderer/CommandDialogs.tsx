import { lazy, useState } from 'react'
import { useLoaded } from './components/use-loaded'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import type { CommandName } from './state/commands'
import type { TextPort } from './state/commands/command'
import type { Binding } from './state/key-bindings'

/** No start waits for these. */
const loadDialogs = async () => ({
  ...(await import('./features/keyboard/KeyboardSheet')),
  ...(await import('./Palette')),
  ...(await import('./Settings')),
})

const Guide = lazy(async () => ({ default: (await import('./features/guide/GuideDialog')).GuideDialog }))

export interface CommandDialogsProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly panes: Panes
  readonly text: TextPort
  readonly run: (name: CommandName) => void
  readonly bindings: readonly Binding[]
  /** What stands in the palette's field when it opens. */
  readonly typed: string
}

/** The dialogs about commands and how to go about it: palette, keyboard sheet, settings, guide. */
export function CommandDialogs({ model, state, panes, text, run, bindings, typed }: CommandDialogsProps) {
  const { dialog, info } = state
  const [atKeys, setAtKeys] = useState(false)
  const dialogs = useLoaded(loadDialogs, dialog === 'palette' || dialog === 'keyboard' || dialog === 'settings')
  const close = (): void => {
    setAtKeys(false)
    model.store.set(now => ({ ...now, dialog: undefined }))
  }
  if (dialog === 'guide') return <Guide onClose={close} />
  if (info === undefined || dialogs === undefined) return null
  const { KeyboardSheet, Palette, Settings } = dialogs
  if (dialog === 'palette') {
    return (
      <Palette
        model={model}
        state={state}
        panes={panes}
        text={text}
        run={run}
        bindings={bindings}
        typed={typed}
        onClose={close}
      />
    )
  }
  if (dialog === 'keyboard') {
    return (
      <KeyboardSheet
        bindings={bindings}
        mac={info.platform === 'darwin'}
        singleKeys={info.preferences.singleKeys !== false}
        onSingleKeys={singleKeys => model.preferences.set({ singleKeys })}
        onChangeKeys={() => {
          setAtKeys(true)
          model.store.set(now => ({ ...now, dialog: 'settings' }))
        }}
        onClose={close}
      />
    )
  }
  if (dialog === 'settings') return <Settings model={model} state={state} info={info} atKeys={atKeys} onClose={close} />
  return null
}
