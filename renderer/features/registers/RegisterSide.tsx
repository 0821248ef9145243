import type { ReactNode, Ref } from 'react'
import type { RemovedEntry } from './entry-facts'
import { MergePane, type MergeTarget } from './MergePane'
import { PairList, type ShownPair } from './PairList'
import { RemovedList } from './RemovedList'
import type { RegisterWishes, UsesById } from './register-wishes'
import { usesWords } from './uses-words'

/** What stands beside every list of entries; dialogs have others of their own. */
export type SidePane = 'details' | 'merge' | 'near' | 'removed'

export interface RegisterSideProps {
  readonly choice: {
    readonly pane: string
    setPane(pane: SidePane): void
    show(id: string): void
  }
  readonly selected: { readonly id: string; readonly name: string } | undefined
  readonly uses: UsesById
  readonly removed: readonly RemovedEntry[]
  readonly pairs: () => readonly ShownPair[]
  readonly targets: (id: string) => readonly MergeTarget[]
  readonly editable: boolean
  readonly wishes: Pick<RegisterWishes, 'onMerge' | 'onRestore'>
  readonly ref: Ref<HTMLDivElement>
  /** The selected entry, while none of the other panes is there. */
  readonly children: ReactNode
}

/** Beside the list: the selected entry, a merge of it, near duplicates, or what was removed. */
export function RegisterSide(props: RegisterSideProps) {
  const full = props.choice.pane === 'merge'
  return (
    <div ref={props.ref} className={full ? 'pm-register-column' : 'pm-register-column pm-scroll'}>
      <Shown {...props} />
    </div>
  )
}

function Shown({ choice, selected, uses, editable, wishes, ...props }: RegisterSideProps) {
  const back = () => choice.setPane('details')
  if (choice.pane === 'near') {
    return <PairList pairs={props.pairs()} editable={editable} onMerge={wishes.onMerge} onBack={back} />
  }
  if (choice.pane === 'removed') {
    return (
      <RemovedList
        removed={props.removed}
        uses={id => usesWords(uses?.[id])}
        editable={editable}
        onRestore={wishes.onRestore}
        onBack={back}
      />
    )
  }
  if (choice.pane !== 'merge' || selected === undefined) return props.children
  const merge = (into: string) => {
    wishes.onMerge(selected.id, into)
    choice.show(into)
  }
  return (
    <MergePane
      name={selected.name}
      uses={usesWords(uses?.[selected.id])}
      targets={props.targets(selected.id)}
      onMerge={merge}
      onCancel={back}
    />
  )
}
