import { TriangleAlert } from 'lucide-react'
import type { Ref } from 'react'
import { Icon } from '../../components/Icon'
import { type EntryOption, EntryOptions } from '../registers/EntryOptions'
import { ListBar } from '../registers/ListBar'
import { NewEntry } from '../registers/NewEntry'
import type { UsesById } from '../registers/register-wishes'
import type { EntryChoice } from '../registers/use-entry-choice'
import type { ClaimTypeList, ClaimTypeRow } from './claim-type-list'
import type { ClaimTypeWishes } from './claim-type-wishes'

export interface ClaimTypesColumnProps {
  readonly list: ClaimTypeList
  /** By claim type. */
  readonly uses: UsesById
  readonly editable: boolean
  readonly choice: EntryChoice<ClaimTypeRow>
  readonly wishes: ClaimTypeWishes
  readonly ref: Ref<HTMLDivElement>
  readonly onLeaveSearch: () => void
  readonly onDetails: () => void
}

/** The claim types as a list with its search above and the field for a new one below; Alt and arrows move one. */
export function ClaimTypesColumn(props: ClaimTypesColumnProps) {
  const { list, uses, editable, choice, wishes } = props
  return (
    <div ref={props.ref} className="pm-register-column">
      <ListBar
        label="Find in claim types"
        search={choice.search}
        near={0}
        removed={list.removed.length}
        onSearch={choice.setSearch}
        onLeave={props.onLeaveSearch}
        onNear={() => undefined}
        onRemoved={() => choice.setPane('removed')}
      />
      <EntryOptions
        label="Claim types"
        entries={choice.shown.map(type => optionOf(type, uses))}
        chosen={choice.selected?.id}
        onChoose={choice.show}
        onTake={props.onDetails}
        onStep={(id, by) => editable && wishes.onMove(id, by)}
        onRemove={id => editable && remove(id, choice, wishes)}
      />
      {editable && (
        <NewEntry
          label="New claim type"
          ways={[{ name: 'Add', onAdd: name => choice.show(wishes.onAdd(name)) }]}
          near={() => []}
          onShow={choice.show}
        />
      )}
    </div>
  )
}

/** Removes a claim type and goes on to its neighbour. */
export function remove(id: string, choice: EntryChoice<ClaimTypeRow>, wishes: ClaimTypeWishes): void {
  const next = choice.neighbourOf(id)
  wishes.onRemove(id)
  choice.show(next)
}

function optionOf({ id, name, clashes }: ClaimTypeRow, uses: UsesById): EntryOption {
  return {
    id,
    name,
    trail: (
      <>
        {clashes.length > 0 && <Icon of={TriangleAlert} size={14} className="pm-entry-alert" />}
        {uses !== undefined && <span className="pm-entry-count pm-num">{uses[id]?.annotations ?? 0}</span>}
      </>
    ),
  }
}
