import { emptyScope } from '#annotations/changes/journal'
import { CodebookDialog } from './features/codebook/CodebookDialog'
import { codebookTree } from './features/codebook/codebook-tree'
import { type RegisterDialogWiring, useRegisterView, useRegisterWishes } from './use-register'

/** The codebook's dialog as the state has it; its wishes become edits. */
export function Codebook(wiring: RegisterDialogWiring) {
  const { registers } = wiring.model
  const { view, uses } = useRegisterView(wiring)
  const wishes = useRegisterWishes(wiring, 'codebook', 'tag')
  return (
    <CodebookDialog
      {...view}
      codebook={codebookTree(wiring.state.queue.current.scopes.get('codebook') ?? emptyScope)}
      uses={uses?.tags}
      wishes={{
        ...wishes,
        onAdd: registers.addTag,
        onColour: registers.setColour,
        onDefinition: registers.setDefinition,
        onShortcut: registers.setShortcut,
        onMove: registers.move,
        onSplit: registers.split,
      }}
    />
  )
}
