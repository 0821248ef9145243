import { useMemo, useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Keycap } from '../../components/Keycap'
import { SearchField } from '../../components/SearchField'
import { Switch } from '../../components/Switch'
import type { Binding } from '../../state/key-bindings'
import { KeyGroupList } from './KeyGroupList'
import './KeyboardSheet.css'
import { keyGroups } from './key-rows'

export interface KeyboardSheetProps {
  readonly bindings: readonly Binding[]
  readonly mac: boolean
  readonly singleKeys: boolean
  readonly onSingleKeys: (on: boolean) => void
  readonly onChangeKeys: () => void
  readonly onClose: () => void
}

/** All keys as they are now, by what they are for; reports the wish to change them. */
export function KeyboardSheet(props: KeyboardSheetProps) {
  const { bindings, mac, singleKeys } = props
  const [typed, setTyped] = useState('')
  const groups = useMemo(() => keyGroups(bindings, mac, typed), [bindings, mac, typed])
  return (
    <Dialog
      name="Keyboard shortcuts"
      title="Keyboard"
      size="wide"
      onClose={props.onClose}
      head={
        <div className="pm-sheet-head">
          <Switch
            label={singleKeys ? 'Single-key shortcuts on' : 'Single-key shortcuts off'}
            on={singleKeys}
            onChange={props.onSingleKeys}
          />
          <div className="pm-sheet-search">
            <SearchField
              label="Find a key or action"
              placeholder="Find a key or action"
              value={typed}
              onChange={setTyped}
            />
          </div>
          <Button onPress={props.onChangeKeys}>Change keys</Button>
        </div>
      }
      footer={
        <>
          <span className="pm-second pm-grow">
            Single keys act only while the text or a list has focus, never while you type.
          </span>
          <Keycap name="Esc" />
          <span className="pm-second">close</span>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="pm-sheet pm-scroll" aria-label="All keys" tabIndex={0}>
        {groups.map(group => (
          <KeyGroupList key={group.group} group={group} />
        ))}
        {groups.length === 0 && <p className="pm-muted">No key and no action is called that.</p>}
      </section>
    </Dialog>
  )
}
