import { useState } from 'react'
import type { SameName } from '#annotations/review/same-names'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { Dialog } from '../../components/Dialog'
import { counted } from '../words/kind-words'
import './BundleDialogs.css'

export interface SameNamesDialogProps {
  /** The colleague. */
  readonly their: string
  readonly names: readonly SameName[]
  readonly onUnite: (names: readonly SameName[]) => void
  readonly onClose: () => void
}

const headings: { readonly [T in SameName['type']]: string } = {
  tag: 'Tags',
  'claim-type': 'Claim types',
  speaker: 'Speakers',
}

/** Which of the names that both have mean the same: they are proposed, and made one when that is confirmed. */
export function SameNamesDialog({ their, names, onUnite, onClose }: SameNamesDialogProps) {
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set())
  const chosen = names.filter(({ theirs }) => !apart.has(theirs))
  const choose = (id: string, on: boolean) =>
    setApart(before => new Set(on ? [...before].filter(one => one !== id) : [...before, id]))
  return (
    <Dialog
      name="Same names"
      title={`Names that you and ${their} both have`}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button onPress={onClose}>Not now</Button>
          <Button look="primary" first disabled={chosen.length === 0} onPress={() => onUnite(chosen)}>
            {`Merge ${counted(chosen.length, 'name', 'names')}`}
          </Button>
        </>
      }
    >
      <div className="pm-bundle pm-scroll">
        <p>
          {names.length === 0
            ? `Nothing that ${their} began is called as something of yours.`
            : `They were made apart from one another, and count as different until they are one. Marks keep what they have;
          Undo parts them again.`}
        </p>
        {Object.entries(headings).map(([type, heading]) => {
          const some = names.filter(name => name.type === type)
          return (
            some.length > 0 && (
              <fieldset key={type} className="pm-same-names">
                <legend className="pm-label">{heading}</legend>
                {some.map(({ theirs, name }) => (
                  <Checkbox key={theirs} label={name} on={!apart.has(theirs)} onChange={on => choose(theirs, on)} />
                ))}
              </fieldset>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
