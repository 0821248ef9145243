import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/Button'
import { SearchField } from '../../components/SearchField'
import { EntryOptions } from './EntryOptions'

/** Something that another can be merged into. */
export interface MergeTarget {
  readonly id: string
  readonly name: string
  /** Words beside the name: a path, or why it is near. */
  readonly note?: string
}

export interface MergePaneProps {
  readonly name: string
  /** Uses of what is merged, in words. */
  readonly uses: string
  /** The likely ones first. */
  readonly targets: readonly MergeTarget[]
  readonly onMerge: (into: string) => void
  readonly onCancel: () => void
}

/** Chooses what an entry is merged into, and says what that does. */
export function MergePane({ name, uses, targets, onMerge, onCancel }: MergePaneProps) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const wanted = search.trim().toLocaleLowerCase()
  const shown = targets.filter(target => `${target.name} ${target.note ?? ''}`.toLocaleLowerCase().includes(wanted))
  const target = shown.find(({ id }) => id === chosen)
  const pane = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <section
      ref={pane}
      className="pm-register-fields pm-register-full"
      aria-label={`Merge ${name}`}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <div className="pm-register-head">
        <h3 className="pm-register-title">{`Merge “${name}” into`}</h3>
        <p className="pm-register-meta">
          {`${uses}. No highlight is rewritten: it shows the other name, and Undo parts the two again.`}
        </p>
      </div>
      <SearchField
        label="Find what to merge into"
        placeholder="Find"
        value={search}
        onChange={setSearch}
        ref={field}
        onLeave={() => pane.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus()}
      />
      <EntryOptions label="Merge into" entries={shown} chosen={chosen} onChoose={setChosen} onTake={onMerge} />
      <div className="pm-register-acts">
        <Button look="primary" disabled={target === undefined} onPress={() => target && onMerge(target.id)}>
          {target === undefined ? 'Merge' : `Merge into “${target.name}”`}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </section>
  )
}
