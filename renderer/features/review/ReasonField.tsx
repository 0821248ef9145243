import { type KeyboardEvent, useState } from 'react'
import { Button } from '../../components/Button'
import { KeyHint } from '../../components/Keycap'
import { givenReasons, reasonWords } from './gold-words'
import { WordField } from './WordField'

export interface ReasonFieldProps {
  /** What was chosen, in words. */
  readonly chosen: string
  readonly busy: boolean
  readonly onDecide: (why: string) => void
  readonly onCancel: () => void
}

/** Asks why a case is decided as it was chosen: one of the usual reasons by its key, or words of one's own. */
export function ReasonField({ chosen, busy, onDecide, onCancel }: ReasonFieldProps) {
  const [own, setOwn] = useState(false)
  if (own) return <WordField label={`${chosen}: why?`} send="Decide" onSend={onDecide} onCancel={() => setOwn(false)} />
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    const reason = givenReasons[Number(event.key) - 1]
    if (event.key === 'Escape') onCancel()
    else if (event.key === String(givenReasons.length + 1)) setOwn(true)
    else if (reason === undefined) return
    else if (!busy) onDecide(reason)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside
    <div className="pm-reason" onKeyDown={onKeyDown}>
      <fieldset className="pm-decisions">
        <legend className="pm-label">{chosen}: why?</legend>
        {givenReasons.map((reason, at) => (
          <Button
            key={reason}
            icon={<KeyHint keys={String(at + 1)} />}
            first={at === 0}
            disabled={busy}
            onPress={() => onDecide(reason)}
          >
            {reasonWords(reason)}
          </Button>
        ))}
        <Button icon={<KeyHint keys={String(givenReasons.length + 1)} />} disabled={busy} onPress={() => setOwn(true)}>
          Other words…
        </Button>
      </fieldset>
      <div className="pm-word-buttons">
        <Button look="quiet" size="sm" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
