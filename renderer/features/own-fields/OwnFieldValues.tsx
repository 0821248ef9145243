import { useState } from 'react'
import type { Json } from '#annotations/model/json'
import { readOwnValue } from '#annotations/model/own-fields'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import type { ShownOwnField } from '../document/document-values'
import './OwnFieldValues.css'
import { wrongValueWords } from './own-field-words'

export interface OwnFieldValuesProps {
  readonly document: string
  readonly fields: readonly ShownOwnField[]
  readonly editable: boolean
  /** `null` where the field has no value any more. */
  readonly onValue: (document: string, field: string, value: Json) => void
}

/** The workspace's own fields of a document, to be filled in. Reports each value that is one. */
export function OwnFieldValues({ document, fields, editable, onValue }: OwnFieldValuesProps) {
  if (fields.length === 0) return null
  return (
    <section className="pm-own-values" aria-label="Own fields">
      {fields.map(field =>
        !editable ? (
          <p key={field.id}>
            {field.name}: {field.value ?? 'Not set'}
          </p>
        ) : field.holds === 'choice' ? (
          <Select
            key={`${document} ${field.id}`}
            label={field.name}
            options={[{ id: '', name: 'Not set' }, ...field.choices]}
            value={field.choices.find(({ name }) => name === field.value)?.id ?? ''}
            onChange={choice => onValue(document, field.id, choice === '' ? null : choice)}
          />
        ) : (
          <TypedValue
            key={`${document} ${field.id}`}
            field={field}
            onValue={value => onValue(document, field.id, value)}
          />
        ),
      )}
    </section>
  )
}

function TypedValue({ field, onValue }: { readonly field: ShownOwnField; readonly onValue: (value: Json) => void }) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const value = typed === undefined ? null : readOwnValue(field, typed)
  const commit = () => {
    if (typed === undefined || value === undefined) return
    setTyped(undefined)
    if (typed.trim() !== (field.value ?? '')) onValue(value)
  }
  return (
    <TextField
      label={field.name}
      value={typed ?? field.value ?? ''}
      placeholder={field.holds === 'date' ? 'YYYY-MM-DD' : 'Not set'}
      error={value === undefined ? wrongValueWords[field.holds] : undefined}
      onChange={setTyped}
      onBlur={commit}
      onEnter={commit}
    />
  )
}
