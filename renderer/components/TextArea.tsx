import { useId, useRef } from 'react'
import './TextField.css'
import { useHeightOfText } from './use-height-of-text'
import { useRestingText } from './use-resting-text'

export interface TextAreaProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly placeholder?: string
  readonly rows?: number
  /** The name under which a caller finds the field to focus it. */
  readonly field?: string
  /** Called 500 ms after the last key with `final` false, and at the end of typing with `final` true. */
  readonly onText: (text: string, final: boolean) => void
}

/** Several lines of text that grow with what is typed; reports the text when typing rests and when it ends. */
export function TextArea(props: TextAreaProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, change, commit } = useRestingText(props.value, props.onText)
  useHeightOfText(area, text)
  return (
    <div className="pm-field-group">
      <label className={props.hideLabel === true ? 'pm-vh' : 'pm-label'} htmlFor={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        ref={area}
        className="pm-text-area"
        rows={props.rows ?? 1}
        value={text}
        placeholder={props.placeholder}
        data-field={props.field}
        spellCheck={false}
        onChange={event => change(event.target.value)}
        onBlur={commit}
      />
    </div>
  )
}
