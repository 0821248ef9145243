import { type RefObject, useEffect, useRef } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { RegisterDialog } from '../registers/RegisterDialog'
import { CodebookList } from './CodebookList'
import { CodebookSide } from './CodebookSide'
import type { Codebook } from './codebook-tree'
import type { CodebookWishes } from './codebook-wishes'
import { useTagChoice } from './use-tag-choice'

export interface CodebookDialogProps {
  readonly codebook: Codebook
  /** Absent while they are counted. */
  readonly uses: RegisterUses['tags'] | undefined
  readonly editable: boolean
  readonly said: { readonly text: string } | undefined
  readonly problem: string | undefined
  readonly nameOf: (annotator: string) => string
  readonly wishes: CodebookWishes
  readonly onClose: () => void
}

/** The codebook: the tree of tags and what is selected in it. Shows what the codebook is, and reports every wish. */
export function CodebookDialog(props: CodebookDialogProps) {
  const { codebook, uses, editable, wishes } = props
  const choice = useTagChoice(codebook)
  const list = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  const toTree = () => list.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()
  useFocusOnTree(list, choice.pane === 'details')
  return (
    <RegisterDialog
      title="Codebook"
      said={props.said}
      problem={props.problem}
      editable={editable}
      onUndo={() => choice.show(wishes.onUndo())}
      onRedo={() => choice.show(wishes.onRedo())}
      onClose={props.onClose}
      list={
        <CodebookList
          ref={list}
          codebook={codebook}
          uses={uses}
          editable={editable}
          choice={choice}
          wishes={wishes}
          onDetails={() => side.current?.querySelector<HTMLElement>('input, textarea')?.focus()}
          onTree={toTree}
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

/** The tree has the focus at first, and again when a pane that had it has gone; the field for a new tag where it is empty. */
function useFocusOnTree(list: RefObject<HTMLDivElement | null>, details: boolean): void {
  useEffect(() => {
    const box = list.current
    const active = box?.ownerDocument.activeElement
    if (box === null || !details) return
    const lost = active === null || active === undefined || active.tagName === 'BODY' || active.role === 'dialog'
    if (!lost) return
    const row = box.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
    const first = row ?? box.querySelector<HTMLElement>('input[aria-label="New tag"]')
    first?.focus()
  }, [list, details])
}
