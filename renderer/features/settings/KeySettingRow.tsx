import { RotateCcw, TriangleAlert, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { KeyHint } from '../../components/Keycap'
import { spellKey } from '../../state/key-spelling'
import type { KeySetting } from './key-settings'

export interface KeySettingRowProps {
  readonly setting: KeySetting
  /** The next key press is taken as its keys. */
  readonly recording: boolean
  readonly onRecord: (on: boolean) => void
  /** `null`: the usual ones again; an empty list: none. */
  readonly onKeys: (keys: readonly string[] | null) => void
}

/** One command with its keys: pressing them sets them anew; says which other command has them too. */
export function KeySettingRow({ setting, recording, onRecord, onKeys }: KeySettingRowProps) {
  const { title, keys, conflicts, changed } = setting
  const change = useRef<HTMLButtonElement>(null)
  const shown = keys.map(one => one.shown).join(', ')
  const then = (given: readonly string[] | null): void => {
    onKeys(given)
    change.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!recording || event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.key === 'Tab') return onRecord(false)
    event.preventDefault()
    if (event.key === 'Escape') return onRecord(false)
    const spelled = spellKey(event.nativeEvent)
    if (spelled !== undefined) onKeys([spelled])
  }
  return (
    <li className="pm-key-row">
      <span className="pm-grow">
        {title}
        {conflicts.length > 0 && (
          <span className="pm-key-conflict" role="alert">
            <Icon of={TriangleAlert} size={14} />
            Also the keys of: {conflicts.join(', ')}
          </span>
        )}
      </span>
      <button
        ref={change}
        type="button"
        className="pm-key-change"
        aria-pressed={recording}
        onClick={() => onRecord(!recording)}
        onBlur={() => recording && onRecord(false)}
        onKeyDown={onKeyDown}
      >
        {recording ? (
          <span>
            Press the new keys<span className="pm-vh"> for: {title}. Escape leaves them.</span>
          </span>
        ) : (
          <>
            <span className="pm-vh">{`Change keys: ${title}, ${shown === '' ? 'none' : shown}`}</span>
            {shown === '' && <span aria-hidden>None</span>}
            {keys.map(one => (
              <KeyHint key={one.spelled} keys={one.shown} />
            ))}
          </>
        )}
      </button>
      <IconButton label={`No keys: ${title}`} disabled={keys.length === 0} onPress={() => then([])}>
        <Icon of={X} size={14} />
      </IconButton>
      <IconButton label={`Usual keys: ${title}`} disabled={!changed} onPress={() => then(null)}>
        <Icon of={RotateCcw} size={14} />
      </IconButton>
    </li>
  )
}
