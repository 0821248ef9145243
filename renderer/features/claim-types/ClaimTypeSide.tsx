import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { CommittedField } from '../registers/CommittedField'
import { EntryDetails } from '../registers/EntryDetails'
import { RegisterSide } from '../registers/RegisterSide'
import type { UsesById } from '../registers/register-wishes'
import type { EntryChoice } from '../registers/use-entry-choice'
import { remove } from './ClaimTypesColumn'
import type { ClaimTypeList, ClaimTypeRow } from './claim-type-list'
import type { ClaimTypeWishes } from './claim-type-wishes'

export interface ClaimTypeSideProps {
  readonly list: ClaimTypeList
  /** By claim type. */
  readonly uses: UsesById
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly choice: EntryChoice<ClaimTypeRow>
  readonly wishes: ClaimTypeWishes
  readonly ref: Ref<HTMLDivElement>
}

/** Beside the list: the selected claim type, or those that were removed. */
export function ClaimTypeSide(props: ClaimTypeSideProps) {
  const { list, uses, editable, nameOf, choice, wishes } = props
  const { selected } = choice
  return (
    <RegisterSide {...props} selected={selected} removed={list.removed} pairs={none} targets={none}>
      {selected !== undefined && (
        <EntryDetails
          key={selected.id}
          entry={selected}
          uses={uses?.[selected.id]}
          near={[]}
          renaming={false}
          editable={editable}
          nameOf={nameOf}
          wishes={wishes}
          removal="Remove claim type"
          onShow={choice.show}
          onRemove={() => remove(selected.id, choice, wishes)}
          acts={<Moves of={selected} {...props} />}
        >
          {editable && (
            <CommittedField
              label="Name"
              value={selected.name}
              onTyping={() => undefined}
              onText={name => wishes.onRename(selected.id, name)}
            />
          )}
          <p className="pm-second">
            {selected.shipped
              ? 'Pressmark has this type in every workspace. Here it can be called something else, moved or removed.'
              : 'A type of this workspace.'}
          </p>
        </EntryDetails>
      )}
    </RegisterSide>
  )
}

function Moves({ of, list, wishes }: ClaimTypeSideProps & { readonly of: ClaimTypeRow }) {
  const at = list.types.findIndex(({ id }) => id === of.id)
  return (
    <>
      <Button
        size="sm"
        icon={<Icon of={ArrowUp} size={14} />}
        disabled={at <= 0}
        onPress={() => wishes.onMove(of.id, -1)}
      >
        Up
      </Button>
      <Button
        size="sm"
        icon={<Icon of={ArrowDown} size={14} />}
        disabled={at >= list.types.length - 1}
        onPress={() => wishes.onMove(of.id, 1)}
      >
        Down
      </Button>
    </>
  )
}

const none = () => []
