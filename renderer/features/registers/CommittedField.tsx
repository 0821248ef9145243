import { type ReactNode, useState } from 'react'
import { TextField } from '../../components/TextField'

export interface CommittedFieldProps {
  readonly label: string
  readonly value: string
  readonly lead?: ReactNode
  readonly onTyping?: (text: string) => void
  /** Reported when the field is left or Enter is pressed, if it is another text and not blank. */
  readonly onText: (text: string) => void
}

/** A line of text that counts once it is done: on Enter and when it is left. A blank gives the former text back. */
export function CommittedField({ label, value, lead, onTyping, onText }: CommittedFieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const commit = (): void => {
    const text = typed?.trim()
    setTyped(undefined)
    onTyping?.(value)
    if (text !== undefined && text !== '' && text !== value) onText(text)
  }
  return (
    <TextField
      label={label}
      value={typed ?? value}
      lead={lead}
      onChange={text => {
        setTyped(text)
        onTyping?.(text)
      }}
      onBlur={commit}
      onEnter={commit}
    />
  )
}
