import { useState } from 'react'
import { safeHref } from '#app/contract/safe-href'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { TextField } from '../../components/TextField'
import './LinkDialog.css'

export interface LinkDialogProps {
  /** The address that the link has; `undefined` for a new one. */
  readonly href: string | undefined
  /** `null`: it is no link any more. */
  readonly onLink: (href: string | null) => void
  readonly onClose: () => void
}

/** Asks where a link leads: a web or mail address, and nothing else. */
export function LinkDialog({ href, onLink, onClose }: LinkDialogProps) {
  const [typed, setTyped] = useState(href ?? '')
  const address = addressOf(typed)
  const isWrong = typed.trim() !== '' && address === null
  const done = () => {
    if (address !== null) onLink(address)
  }
  return (
    <Dialog
      name="Link"
      title="Link"
      size="small"
      onClose={onClose}
      footer={
        <>
          {href !== undefined && <Button onPress={() => onLink(null)}>Remove link</Button>}
          <span className="pm-grow" />
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" disabled={address === null} onPress={done}>
            Set link
          </Button>
        </>
      }
    >
      <div className="pm-link">
        <TextField label="Address" value={typed} onChange={setTyped} onEnter={done} first />
        <p className="pm-second" role={isWrong ? 'alert' : undefined}>
          {isWrong
            ? 'Write a web or mail address, such as https://example.org/ or press@example.org.'
            : 'A web or mail address.'}
        </p>
      </div>
    </Dialog>
  )
}

/** The address that is meant: `www.` and a mail address may stand without what begins them. */
function addressOf(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return safeHref(`mailto:${text}`)
  return safeHref(text) ?? (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? safeHref(`https://${text}`) : null)
}
