import { emptyScope } from '#annotations/changes/journal'
import { claimTypeList } from './features/claim-types/claim-type-list'
import { CodebookDialog } from './features/codebook/CodebookDialog'
import { codebookTree } from './features/codebook/codebook-tree'
import { type RegisterDialogWiring, useRegisterView, useRegisterWishes } from './use-register'

/** The codebook's dialog as the state has it; its wishes become edits. */
export function Codebook(wiring: RegisterDialogWiring) {
  const { registers } = wiring.model
  const { view, uses } = useRegisterView(wiring)
  const wishes = useRegisterWishes(wiring, 'codebook', 'tag')
  const typeWishes = useRegisterWishes(wiring, 'codebook', 'claim-type')
  const { claimTypes } = registers
  const scope = wiring.state.queue.current.scopes.get('codebook') ?? emptyScope
  return (
    <CodebookDialog
      {...view}
      codebook={codebookTree(scope)}
      claimTypes={claimTypeList(scope)}
      uses={uses}
      wishes={{
        ...wishes,
        onAdd: registers.addTag,
        onColour: registers.setColour,
        onDefinition: registers.setDefinition,
        onShortcut: registers.setShortcut,
        onMove: registers.move,
        onSplit: registers.split,
      }}
      typeWishes={{
        ...typeWishes,
        onAdd: claimTypes.add,
        onRename: claimTypes.rename,
        onMove: claimTypes.move,
        onRemove: claimTypes.remove,
      }}
    />
  )
}
