import type { Ref } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { RegisterSide } from '../registers/RegisterSide'
import { usesWords } from '../registers/uses-words'
import type { Codebook, TagNode } from './codebook-tree'
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

/** Beside the tree: the selected tag or a split of it, and what stands beside every list of entries. */
export function CodebookSide(props: CodebookSideProps) {
  const { codebook, choice } = props
  return (
    <RegisterSide
      {...props}
      selected={choice.selected}
      removed={codebook.removed}
      pairs={() => shownTagPairs(codebook)}
      targets={tag => mergeTargets(codebook, tag)}
    >
      <Selected {...props} />
    </RegisterSide>
  )
}

function Selected({ codebook, uses, editable, nameOf, choice, wishes }: CodebookSideProps) {
  const { selected } = choice
  if (selected === undefined) return null
  if (choice.pane === 'split') {
    const back = () => choice.setPane('details')
    const split = (names: readonly string[]) => {
      wishes.onSplit(selected.id, names)
      back()
    }
    return <SplitPane name={selected.name} uses={usesWords(uses?.[selected.id])} onSplit={split} onCancel={back} />
  }
  return (
    <TagDetails
      key={selected.id}
      codebook={codebook}
      tag={selected}
      uses={uses?.[selected.id]}
      below={usesBelow(selected, uses)}
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

function usesBelow(tag: TagNode, uses: CodebookSideProps['uses']): number {
  return tag.children.reduce((sum, child) => sum + (uses?.[child.id]?.annotations ?? 0) + usesBelow(child, uses), 0)
}
