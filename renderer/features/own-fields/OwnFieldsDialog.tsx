import { Plus, Trash2, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { type FieldKind, fieldKinds, type OwnField } from '#annotations/model/own-fields'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import { CommittedField } from '../registers/CommittedField'
import './OwnFieldsDialog.css'
import { holdsWords } from './own-field-words'

export interface OwnFieldWishes {
  onAdd(name: string, holds: FieldKind): void
  onRename(field: string, name: string): void
  onAddChoice(field: string, name: string): void
  onRenameChoice(field: string, choice: string, name: string): void
  onRemoveChoice(field: string, choice: string): void
  onRemove(field: string): void
  onRestore(field: string): void
}

export interface OwnFieldsDialogProps {
  readonly fields: readonly OwnField[]
  /** Removed ones, by name. */
  readonly removed: readonly { readonly id: string; readonly name: string }[]
  readonly editable: boolean
  readonly wishes: OwnFieldWishes
  readonly onClose: () => void
}

/** The fields that the workspace gives its documents: add, rename, choices, remove and restore. */
export function OwnFieldsDialog({ fields, removed, editable, wishes, onClose }: OwnFieldsDialogProps) {
  return (
    <Dialog
      name="Own fields"
      title="Own fields of documents"
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="pm-own-fields">
        <p className="pm-second">
          What your study wants to know of each release. Values are set in the inspector while no annotation is active;
          they are columns and filters of Excerpts, are found in the library, and go along in exports.
        </p>
        {editable && <NewField onAdd={wishes.onAdd} />}
        {fields.length === 0 && <p className="pm-second">There is no field yet.</p>}
        <ul aria-label="Fields">
          {fields.map(field => (
            <li key={field.id}>
              <FieldRow field={field} editable={editable} wishes={wishes} />
            </li>
          ))}
        </ul>
        {removed.length > 0 && (
          <ul aria-label="Removed fields">
            {removed.map(({ id, name }) => (
              <li key={id} className="pm-own-removed">
                <span className="pm-grow">{name}</span>
                {editable && (
                  <Button
                    size="sm"
                    icon={<Icon of={Undo2} size={14} />}
                    label={`Restore ${name}`}
                    onPress={() => wishes.onRestore(id)}
                  >
                    Restore
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

const kinds = fieldKinds.map(id => ({ id, name: holdsWords[id] }))

function NewField({ onAdd }: Pick<OwnFieldWishes, 'onAdd'>) {
  const [name, setName] = useState('')
  const [holds, setHolds] = useState<FieldKind>('text')
  const add = () => {
    if (name.trim() === '') return
    onAdd(name, holds)
    setName('')
  }
  return (
    <div className="pm-own-new">
      <TextField label="New field" value={name} placeholder="Its name" first onChange={setName} onEnter={add} />
      <Select label="Holds" options={kinds} value={holds} onChange={setHolds} />
      <Button icon={<Icon of={Plus} size={14} />} disabled={name.trim() === ''} onPress={add}>
        Add field
      </Button>
    </div>
  )
}

function FieldRow({
  field,
  editable,
  wishes,
}: Pick<OwnFieldsDialogProps, 'editable' | 'wishes'> & { field: OwnField }) {
  if (!editable) {
    return (
      <p>
        {field.name}: {holdsWords[field.holds]} {field.choices.map(({ name }) => name).join(', ')}
      </p>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take the place of a name and its value
    <div role="group" aria-label={field.name} className="pm-own-field">
      <CommittedField label="Name" value={field.name} onText={name => wishes.onRename(field.id, name)} />
      <span className="pm-own-holds">{holdsWords[field.holds]}</span>
      <IconButton label={`Remove ${field.name}`} onPress={() => wishes.onRemove(field.id)}>
        <Icon of={Trash2} size={16} />
      </IconButton>
      {field.holds === 'choice' && <Choices field={field} wishes={wishes} />}
    </div>
  )
}

function Choices({ field, wishes }: Pick<OwnFieldsDialogProps, 'wishes'> & { field: OwnField }) {
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    wishes.onAddChoice(field.id, name)
    setName('')
  }
  return (
    <div className="pm-own-choices">
      {field.choices.map(choice => (
        <div key={choice.id} className="pm-own-choice">
          <CommittedField
            label={`Choice ${choice.name}`}
            value={choice.name}
            onText={text => wishes.onRenameChoice(field.id, choice.id, text)}
          />
          <IconButton
            label={`Remove choice ${choice.name}`}
            size="sm"
            onPress={() => wishes.onRemoveChoice(field.id, choice.id)}
          >
            <Icon of={X} size={14} />
          </IconButton>
        </div>
      ))}
      <TextField label={`New choice of ${field.name}`} value={name} onChange={setName} onEnter={add} onBlur={add} />
    </div>
  )
}
