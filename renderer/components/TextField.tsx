import { type ReactNode, useId } from 'react'
import './TextField.css'
import { classNames } from './class-names'

export interface TextFieldProps {
  readonly label: string
  /** The label is then for assistive technology alone. */
  readonly hideLabel?: boolean
  readonly value: string
  readonly placeholder?: string
  /** What is wrong with the value, in words. */
  readonly error?: string | undefined
  /** Stands before the text: an icon or an avatar. */
  readonly lead?: ReactNode
  readonly first?: boolean
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onEnter?: () => void
}

/** One line of text with its label; reports every change, the end of typing and Enter. */
export function TextField(props: TextFieldProps) {
  const id = useId()
  const { error } = props
  return (
    <div className="pm-field-group">
      <label className={props.hideLabel === true ? 'pm-vh' : 'pm-label'} htmlFor={id}>
        {props.label}
      </label>
      <div className={classNames('pm-field', error !== undefined && 'pm-invalid')}>
        {props.lead}
        <input
          id={id}
          type="text"
          className="pm-field-input"
          value={props.value}
          placeholder={props.placeholder}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog, asked for by the caller
          autoFocus={props.first}
          onChange={event => props.onChange(event.target.value)}
          onBlur={props.onBlur}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.()
          }}
        />
      </div>
      {error !== undefined && (
        <p className="pm-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
