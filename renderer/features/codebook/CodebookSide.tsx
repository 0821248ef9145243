import type { Ref } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { MergePane } from '../registers/MergePane'
import { PairList } from '../registers/PairList'
import { RemovedList } from '../registers/RemovedList'
import { usesWords } from '../registers/uses-words'
import type { Codebook } from './codebook-tree'
import type { CodebookWishes } from './codebook-wishes'
import { mergeTargets, shownTagPairs } from './near-tags'
import { SplitPane } from './SplitPane'
import { TagDetails } from './TagDetails'
import type { TagChoice } from './use-tag-choice'

export interface CodebookSideProps {
  readonly codebook: Codebook
  readonly uses: RegisterUses['tags'] | undefined
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly choice: TagChoice
  readonly wishes: CodebookWishes
  readonly ref: Ref<HTMLDivElement>
}

/** Beside the tree: the selected tag, a merge or split of it, near duplicates, or what was removed. */
export function CodebookSide(props: CodebookSideProps) {
  const full = props.choice.pane === 'merge'
  return (
    <div ref={props.ref} className={full ? 'pm-register-column' : 'pm-register-column pm-scroll'}>
      <Shown {...props} />
    </div>
  )
}

function Shown({ codebook, uses, editable, nameOf, choice, wishes }: CodebookSideProps) {
  const { selected, pane } = choice
  const back = () => choice.setPane('details')
  if (pane === 'near') {
    return <PairList pairs={shownTagPairs(codebook)} editable={editable} onMerge={wishes.onMerge} onBack={back} />
  }
  if (pane === 'removed') {
    return (
      <RemovedList
        removed={codebook.removed}
        uses={id => usesWords(uses?.[id])}
        editable={editable}
        onRestore={wishes.onRestore}
        onBack={back}
      />
    )
  }
  if (selected === undefined) return null
  const used = usesWords(uses?.[selected.id])
  if (pane === 'merge') {
    const merge = (into: string) => {
      wishes.onMerge(selected.id, into)
      choice.show(into)
    }
    const targets = mergeTargets(codebook, selected.id)
    return <MergePane name={selected.name} uses={used} targets={targets} onMerge={merge} onCancel={back} />
  }
  if (pane === 'split') {
    const split = (names: readonly string[]) => {
      wishes.onSplit(selected.id, names)
      back()
    }
    return <SplitPane name={selected.name} uses={used} onSplit={split} onCancel={back} />
  }
  return (
    <TagDetails
      key={selected.id}
      codebook={codebook}
      tag={selected}
      uses={uses?.[selected.id]}
      editable={editable}
      nameOf={nameOf}
      wishes={wishes}
      onShow={choice.show}
      onMergeInto={() => choice.setPane('merge')}
      onSplit={() => choice.setPane('split')}
      onRemove={() => {
        const at = choice.rows.findIndex(({ tag }) => tag.id === selected.id)
        wishes.onRemove(selected.id)
        choice.show((choice.rows[at + 1] ?? choice.rows[at - 1])?.tag.id)
      }}
    />
  )
}
