import { useState } from 'react'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { TextField } from '../../components/TextField'
import './AliasesField.css'

export interface AliasesFieldProps {
  readonly aliases: readonly string[]
  readonly editable: boolean
  readonly onAlias: (alias: string, on: boolean) => void
}

/** Other names of a speaker, and a field that adds one. */
export function AliasesField({ aliases, editable, onAlias }: AliasesFieldProps) {
  const [text, setText] = useState('')
  const add = (): void => {
    const alias = text.trim()
    setText('')
    if (alias !== '') onAlias(alias, true)
  }
  return (
    <div className="pm-field-group">
      <span className="pm-label" aria-hidden>
        Aliases
      </span>
      {aliases.length > 0 && (
        <ul className="pm-aliases" aria-label="Aliases set">
          {aliases.map(alias => (
            <li key={alias}>
              <Chip path={[alias]} onRemove={editable ? () => onAlias(alias, false) : undefined} />
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <div className="pm-register-row">
          <div className="pm-grow">
            <TextField
              label="New alias"
              hideLabel
              value={text}
              placeholder="Another name that releases use"
              onChange={setText}
              onEnter={add}
            />
          </div>
          <Button label="Add alias" disabled={text.trim() === ''} onPress={add}>
            Add
          </Button>
        </div>
      )}
      {!editable && aliases.length === 0 && <span className="pm-second">None</span>}
    </div>
  )
}
