import { useRef } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { RegisterDialog } from '../registers/RegisterDialog'
import type { RegisterView } from '../registers/register-wishes'
import { reachedIn, useFocusOnList } from '../registers/use-focus-on-list'
import { CodebookList } from './CodebookList'
import { CodebookSide } from './CodebookSide'
import type { Codebook } from './codebook-tree'
import type { CodebookWishes } from './codebook-wishes'
import { useTagChoice } from './use-tag-choice'

export interface CodebookDialogProps extends RegisterView {
  readonly codebook: Codebook
  /** Absent while they are counted. */
  readonly uses: RegisterUses['tags'] | undefined
  readonly wishes: CodebookWishes
}

/** The codebook: the tree of tags and what is selected in it. Shows what the codebook is, and reports every wish. */
export function CodebookDialog(props: CodebookDialogProps) {
  const { codebook, uses, editable, wishes } = props
  const choice = useTagChoice(codebook)
  const list = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  useFocusOnList(list, choice.pane === 'details', 'New tag')
  return (
    <RegisterDialog
      {...props}
      title="Codebook"
      onUndo={() => choice.show(wishes.onUndo())}
      onRedo={() => choice.show(wishes.onRedo())}
      list={
        <CodebookList
          ref={list}
          codebook={codebook}
          uses={uses}
          editable={editable}
          choice={choice}
          wishes={wishes}
          onDetails={() => side.current?.querySelector<HTMLElement>('input, textarea')?.focus()}
          onTree={() => reachedIn(list.current)?.focus()}
        />
      }
    >
      <CodebookSide
        ref={side}
        codebook={codebook}
        uses={uses}
        editable={editable}
        nameOf={props.nameOf}
        choice={choice}
        wishes={wishes}
      />
    </RegisterDialog>
  )
}
