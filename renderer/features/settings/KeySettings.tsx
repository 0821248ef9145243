import { useMemo, useRef, useState } from 'react'
import type { Preferences } from '#app/contract/values'
import { Button } from '../../components/Button'
import { SearchField } from '../../components/SearchField'
import { Switch } from '../../components/Switch'
import type { CommandName } from '../../state/commands'
import { bindingsFrom } from '../../state/key-bindings'
import { KeySettingRow } from './KeySettingRow'
import './KeySettings.css'
import { keySettings } from './key-settings'

export interface KeySettingsProps {
  readonly preferences: Preferences
  readonly mac: boolean
  readonly onSingleKeys: (on: boolean) => void
  readonly onNoteAfterMark: (on: boolean) => void
  readonly onKeys: (command: CommandName, keys: readonly string[] | null) => void
  readonly onUsualKeys: () => void
}

/** The keys of every command, with those that two commands share; reports what is changed. */
export function KeySettings(props: KeySettingsProps) {
  const { preferences, mac, onKeys } = props
  const [typed, setTyped] = useState('')
  const [recording, setRecording] = useState<CommandName | undefined>(undefined)
  const { bindings: changed = noChanges } = preferences
  // The order stays while keys are changed, so that no row runs away from under the hand.
  const order = useRef(new Map<CommandName, number>())
  const settings = useMemo(() => {
    const now = keySettings(bindingsFrom(changed), new Set(Object.keys(changed)), mac, typed)
    if (order.current.size === 0) order.current = new Map(now.map(({ command }, at) => [command, at]))
    return [...now].sort((a, b) => (order.current.get(a.command) ?? 0) - (order.current.get(b.command) ?? 0))
  }, [changed, mac, typed])
  return (
    <div className="pm-key-settings">
      <Switch
        label="Single keys such as Q, C and N act while the text or a list has focus"
        on={preferences.singleKeys !== false}
        onChange={props.onSingleKeys}
      />
      <Switch
        label="A note that is marked is written at once; Esc leads back to the text"
        on={preferences.noteAfterMark !== false}
        onChange={props.onNoteAfterMark}
      />
      <div className="pm-key-tools">
        <SearchField
          label="Find a key or action"
          placeholder="Find a key or action"
          value={typed}
          onChange={setTyped}
        />
        <Button size="sm" disabled={Object.keys(changed).length === 0} onPress={props.onUsualKeys}>
          Usual keys for all
        </Button>
      </div>
      <ul className="pm-key-list" aria-label="Keys of commands">
        {settings.map(setting => (
          <KeySettingRow
            key={setting.command}
            setting={setting}
            recording={recording === setting.command}
            onRecord={on => setRecording(on ? setting.command : undefined)}
            onKeys={keys => {
              setRecording(undefined)
              onKeys(setting.command, keys)
            }}
          />
        ))}
      </ul>
    </div>
  )
}

const noChanges = {}
