import { type ReactNode, useEffect, useRef, useState } from 'react'
import { preferenceEdges } from '#app/contract/preference-edges'
import type { Preferences, Theme } from '#app/contract/values'
import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { RangeField } from '../../components/RangeField'
import { SegmentedControl } from '../../components/SegmentedControl'
import { TextField } from '../../components/TextField'
import type { CommandName } from '../../state/commands'
import { commandNamed } from '../../state/commands'
import { KeySettings } from './KeySettings'
import './SettingsDialog.css'

const themes: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
]

export interface SettingsDialogProps {
  readonly annotator: string
  readonly theme: Theme
  readonly preferences: Preferences
  readonly mac: boolean
  /** Opened to change keys: the focus begins there. */
  readonly atKeys: boolean
  /** Who else of the workspace the annotator may be. */
  readonly others?: ReactNode
  /** Reported when the dialog closes, if it is another name and not blank. */
  readonly onName: (name: string) => void
  /** The rest is reported at once. */
  readonly onTheme: (theme: Theme) => void
  readonly onPreferences: (change: Preferences) => void
  readonly onKeys: (command: CommandName, keys: readonly string[]) => void
  readonly onUsualKeys: () => void
  readonly onClose: () => void
}

const { textSize, columnWidth } = preferenceEdges

/** The annotator's name, the look of window and text, and the keys. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { annotator, preferences, onPreferences } = props
  const [name, setName] = useState(annotator)
  const keys = useRef<HTMLElement>(null)
  const given = name.trim()
  const close = (): void => {
    if (given !== '' && given !== annotator) props.onName(given)
    props.onClose()
  }
  useEffect(() => {
    if (!props.atKeys) return
    keys.current?.scrollIntoView()
    keys.current?.querySelector<HTMLElement>('input[type=search]')?.focus()
  }, [props.atKeys])
  return (
    <Dialog
      name="Settings"
      title="Settings"
      size="large"
      onClose={close}
      footer={
        <>
          <span className="pm-grow" />
          <Button look="primary" onPress={close}>
            Done
          </Button>
        </>
      }
    >
      <div className="pm-settings pm-scroll">
        <section className="pm-settings-part" aria-label="You">
          <TextField
            label="Your name on annotations"
            value={name}
            lead={given === '' ? undefined : <Avatar name={given} />}
            error={given === '' ? 'A name is needed: it stands on every annotation.' : undefined}
            first={!props.atKeys}
            onChange={setName}
            onEnter={close}
          />
          <div className="pm-field-group">
            <span className="pm-label" aria-hidden>
              Theme
            </span>
            <SegmentedControl label="Theme" options={themes} value={props.theme} onChange={props.onTheme} />
          </div>
        </section>
        {props.others}
        <section className="pm-settings-part" aria-label="Reading">
          <RangeField
            label="Text size"
            value={preferences.textSize ?? textSize.usual}
            {...textSize}
            step={1}
            words={`${preferences.textSize ?? textSize.usual} px`}
            onChange={value => onPreferences({ textSize: value })}
          />
          <RangeField
            label="Column width"
            value={preferences.columnWidth ?? columnWidth.usual}
            {...columnWidth}
            step={5}
            words={`${preferences.columnWidth ?? columnWidth.usual} %`}
            onChange={value => onPreferences({ columnWidth: value })}
          />
        </section>
        <section className="pm-settings-keys" aria-labelledby="pm-settings-keys" ref={keys}>
          <h3 className="pm-settings-title" id="pm-settings-keys">
            Keys
          </h3>
          <KeySettings
            preferences={preferences}
            mac={props.mac}
            onSingleKeys={singleKeys => onPreferences({ singleKeys })}
            onNoteAfterMark={noteAfterMark => onPreferences({ noteAfterMark })}
            onKeys={(command, given) => props.onKeys(command, given ?? commandNamed(command)?.keys ?? [])}
            onUsualKeys={props.onUsualKeys}
          />
        </section>
      </div>
    </Dialog>
  )
}
