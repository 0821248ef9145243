import { useState } from 'react'
import type { Theme } from '#app/contract/values'
import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { SegmentedControl } from '../../components/SegmentedControl'
import { TextField } from '../../components/TextField'
import './SettingsDialog.css'

const themes: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
]

export interface SettingsDialogProps {
  readonly annotator: string
  readonly theme: Theme
  /** Reported when the dialog closes, if it is another name and not blank. */
  readonly onName: (name: string) => void
  /** Reported at once. */
  readonly onTheme: (theme: Theme) => void
  readonly onClose: () => void
}

/** The annotator's name and the look of the window. */
export function SettingsDialog({ annotator, theme, onName, onTheme, onClose }: SettingsDialogProps) {
  const [name, setName] = useState(annotator)
  const given = name.trim()
  const close = (): void => {
    if (given !== '' && given !== annotator) onName(given)
    onClose()
  }
  return (
    <Dialog
      name="Settings"
      title="Settings"
      size="small"
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
      <div className="pm-settings">
        <TextField
          label="Your name on annotations"
          value={name}
          lead={given === '' ? undefined : <Avatar name={given} />}
          error={given === '' ? 'A name is needed: it stands on every annotation.' : undefined}
          first
          onChange={setName}
          onEnter={close}
        />
        <div className="pm-field-group">
          <span className="pm-label" aria-hidden>
            Theme
          </span>
          <SegmentedControl label="Theme" options={themes} value={theme} onChange={onTheme} />
        </div>
      </div>
    </Dialog>
  )
}
