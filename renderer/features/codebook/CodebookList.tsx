import { type Ref, useRef } from 'react'
import type { TagId } from '#annotations/model/ids'
import type { RegisterUses } from '#app/contract/register-uses'
import { EmptyState } from '../../components/EmptyState'
import { ListBar } from '../registers/ListBar'
import { NewEntry } from '../registers/NewEntry'
import type { Codebook } from './codebook-tree'
import type { CodebookWishes } from './codebook-wishes'
import { type Place, placeOfDrop, placeOfStep } from './moves'
import { nearTagPairs, tagsNearTyped } from './near-tags'
import { TagTree } from './TagTree'
import type { TagChoice } from './use-tag-choice'

export interface CodebookListProps {
  readonly codebook: Codebook
  readonly uses: RegisterUses['tags'] | undefined
  readonly editable: boolean
  readonly choice: TagChoice
  readonly wishes: CodebookWishes
  readonly ref: Ref<HTMLDivElement>
  readonly onDetails: () => void
  readonly onTree: () => void
}

/** The tree with its search above and the field for a new tag below. */
export function CodebookList(props: CodebookListProps) {
  const { codebook, uses, choice, wishes } = props
  const { rows, selected, search } = choice
  const newField = useRef<HTMLInputElement>(null)

  function move(tag: TagId, place: Place | undefined): void {
    if (place === undefined) return
    wishes.onMove(tag, place)
    choice.show(tag)
    if (place.parent !== null) choice.fold(place.parent, true)
  }

  function remove(tag: TagId): void {
    const at = rows.findIndex(row => row.tag.id === tag)
    const next = rows[at + 1] ?? rows[at - 1]
    wishes.onRemove(tag)
    choice.show(next?.tag.id)
    if (next === undefined) newField.current?.focus()
  }

  return (
    <div ref={props.ref} className="pm-register-column">
      <ListBar
        label="Find in tags"
        search={search}
        near={nearTagPairs(codebook).length}
        removed={codebook.removed.length}
        onSearch={choice.setSearch}
        onLeave={props.onTree}
        onNear={() => choice.setPane('near')}
        onRemoved={() => choice.setPane('removed')}
      />
      {rows.length === 0 && (
        <EmptyState title={search === '' ? 'No tags yet' : 'No tag is called that'}>
          {search === '' ? 'Name the first one below, or tag a highlight.' : 'Look for another name.'}
        </EmptyState>
      )}
      <TagTree
        rows={rows}
        selected={selected?.id}
        uses={tag => (uses === undefined ? undefined : (uses[tag]?.annotations ?? 0))}
        editable={props.editable}
        whole={search.trim() === ''}
        fits={(tag, drop) => placeOfDrop(codebook, tag, drop) !== undefined}
        onSelect={choice.show}
        onFold={choice.fold}
        onStep={(tag, step) => move(tag, placeOfStep(codebook, tag, step))}
        onDrop={(tag, drop) => move(tag, placeOfDrop(codebook, tag, drop))}
        onRename={wishes.onRename}
        onRemove={remove}
        onDetails={props.onDetails}
        onNew={() => newField.current?.focus()}
      />
      {props.editable && (
        <NewEntry
          ref={newField}
          label="New tag"
          ways={waysToAdd(choice, wishes)}
          near={typed => tagsNearTyped(codebook, typed)}
          onShow={choice.show}
        />
      )}
    </div>
  )
}

/** At the top, which selects the new tag, or under the selected tag, which stays so. */
function waysToAdd({ selected, show, fold }: TagChoice, wishes: CodebookWishes) {
  const top = { name: 'Add at the top', onAdd: (name: string) => show(wishes.onAdd(name, null)) }
  if (selected === undefined) return [top]
  const onAdd = (name: string) => {
    wishes.onAdd(name, selected.id)
    fold(selected.id, true)
  }
  return [top, { name: `Add under “${selected.name}”`, onAdd }]
}
