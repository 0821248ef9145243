import type { ReactNode } from 'react'
import type { EntryUses } from '#app/contract/register-uses'
import { Button } from '../../components/Button'
import { ClashList } from './ClashList'
import type { EntryFacts } from './entry-facts'
import { MergedList } from './MergedList'
import { NearList, type ShownNear } from './NearList'
import type { RegisterWishes } from './register-wishes'
import { UsesLine } from './UsesLine'

export interface EntryDetailsProps {
  readonly entry: EntryFacts
  /** Above all, where it is more than the name. */
  readonly title?: string
  readonly uses: EntryUses | undefined
  /** How often the entries under it are used. */
  readonly below?: number | undefined
  readonly near: readonly ShownNear[]
  /** Another name is being typed: what is near to it is shown, and nothing is merged with it. */
  readonly renaming: boolean
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly wishes: RegisterWishes
  /** `Remove tag`. */
  readonly removal: string
  readonly onShow: (id: string) => void
  /** Absent where entries are not merged. */
  readonly onMergeInto?: () => void
  readonly onRemove: () => void
  /** Further things to do with the entry. */
  readonly acts?: ReactNode
  /** The fields. */
  readonly children: ReactNode
}

/** An entry of a register with what all of them have: uses, clashes, near names, merges, and what can be done with it. */
export function EntryDetails(props: EntryDetailsProps) {
  const { entry, editable, wishes } = props
  const { id } = entry
  return (
    <div className="pm-register-fields">
      <div className="pm-register-head">
        <h3 className="pm-register-title">{props.title ?? entry.name}</h3>
        <UsesLine uses={props.uses} below={props.below} onShow={() => wishes.onShowUses(id)} />
      </div>
      <ClashList
        clashes={entry.clashes}
        editable={editable}
        nameOf={props.nameOf}
        onSettle={(field, take) => wishes.onSettle(id, field, take)}
      />
      <NearList
        name={entry.name}
        near={props.near}
        editable={editable && !props.renaming}
        onShow={props.onShow}
        onMerge={other => wishes.onMerge(other, id)}
      />
      {props.children}
      <MergedList merged={entry.merged} editable={editable} onPart={wishes.onPart} />
      {editable && (
        <div className="pm-register-acts">
          {props.onMergeInto !== undefined && (
            <Button size="sm" onPress={props.onMergeInto}>
              Merge into…
            </Button>
          )}
          {props.acts}
          <span className="pm-grow" />
          <Button size="sm" danger onPress={props.onRemove}>
            {props.removal}
          </Button>
        </div>
      )}
    </div>
  )
}
