import { useState } from 'react'
import type { AnnotatorId } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { Dialog } from '../../components/Dialog'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import { counted } from '../words/kind-words'
import './BundleDialogs.css'
import './GoldQueue.css'

/** Somebody whose work can go into a gold set. */
export interface GoldPerson {
  readonly id: AnnotatorId
  readonly name: string
  readonly documents: number
  readonly annotations: number
}

/** A gold set that is kept, with those of whose work it was made. */
export interface KeptGold {
  readonly id: AnnotatorId
  readonly name: string
  readonly madeOf: readonly AnnotatorId[]
}

export interface GoldDialogProps {
  readonly people: readonly GoldPerson[]
  readonly kept: readonly KeptGold[]
  readonly onBegin: (
    gold: { readonly id: AnnotatorId } | { readonly name: string },
    annotators: readonly AnnotatorId[],
  ) => void
  readonly onClose: () => void
}

const another = 'new'

/** Asks whose work is adjudicated, and into which gold set. */
export function GoldDialog({ people, kept, onBegin, onClose }: GoldDialogProps) {
  const [set, setSet] = useState(kept[0]?.id ?? another)
  const [name, setName] = useState('Gold')
  const [chosen, setChosen] = useState(() => usual(people, kept[0]))
  const choose = (id: string): void => {
    setSet(id)
    setChosen(
      usual(
        people,
        kept.find(one => one.id === id),
      ),
    )
  }
  const isNew = set === another
  const isReady = chosen.size > 1 && (!isNew || name.trim() !== '')
  return (
    <Dialog
      name="Adjudicate"
      title="Adjudicate into a gold set"
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow pm-second" role="status">
            {chosen.size > 1 ? `${chosen.size} annotators` : 'Choose at least two annotators.'}
          </span>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={!isReady}
            onPress={() =>
              onBegin(
                isNew ? { name: name.trim() } : { id: set },
                people.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
              )
            }
          >
            {isNew ? 'Make gold set' : 'Go on'}
          </Button>
        </>
      }
    >
      <div className="pm-bundle">
        <p>
          What all say alike is taken in at once; you decide the rest, each with its reason. Decisions stay while the
          annotations are as you saw them, and the set is an annotator like others when work is compared.
        </p>
        {kept.length > 0 && (
          <Select
            label="Gold set"
            options={[...kept, { id: another, name: 'A new one' }].map(one => ({ id: one.id, name: one.name }))}
            value={set}
            onChange={choose}
          />
        )}
        {isNew && <TextField label="Name of the set" value={name} onChange={setName} />}
        <fieldset className="pm-gold-people" aria-label="Whose work">
          {people.map(one => (
            <Checkbox
              key={one.id}
              label={one.name}
              note={`${counted(one.annotations, 'annotation', 'annotations')} in ${counted(one.documents, 'document', 'documents')}`}
              on={chosen.has(one.id)}
              onChange={on =>
                setChosen(before => new Set(on ? [...before, one.id] : [...before].filter(id => id !== one.id)))
              }
            />
          ))}
        </fieldset>
      </div>
    </Dialog>
  )
}

/** Of a set that is kept those of whose work it was made; of a new one everybody. */
function usual(people: readonly GoldPerson[], gold: KeptGold | undefined): ReadonlySet<AnnotatorId> {
  const ids = people.map(({ id }) => id)
  const before = ids.filter(id => gold?.madeOf.includes(id) === true)
  return new Set(before.length > 1 ? before : ids)
}
