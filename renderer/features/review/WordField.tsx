import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Button } from '../../components/Button'
import { useHeightOfText } from '../../components/use-height-of-text'

export interface WordFieldProps {
  readonly label: string
  /** What sending does. */
  readonly send: string
  readonly onSend: (text: string) => void
  readonly onCancel: () => void
}

/** A word to a colleague: Enter sends it, Shift and Enter begins a line, Escape leaves. */
export function WordField({ label, send, onSend, onCancel }: WordFieldProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  useHeightOfText(area, text)
  const isEmpty = text.trim() === ''
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && !event.shiftKey) {
      if (!isEmpty) onSend(text)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="pm-word-field">
      <label className="pm-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={area}
        className="pm-text-area"
        rows={2}
        value={text}
        maxLength={20_000}
        // biome-ignore lint/a11y/noAutofocus: it opens because a key or button asked for it
        autoFocus
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="pm-word-buttons">
        <Button look="primary" size="sm" disabled={isEmpty} onPress={() => onSend(text)}>
          {send}
        </Button>
        <Button look="quiet" size="sm" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
