import { useMemo, useState } from 'react'
import { emptyScope } from '#annotations/changes/journal'
import { CodebookDialog } from './features/codebook/CodebookDialog'
import { codebookTree } from './features/codebook/codebook-tree'
import type { CodebookWishes } from './features/codebook/codebook-wishes'
import { problemWords } from './features/words/problem-words'
import type { AppModel } from './state/app-model'
import type { AppState } from './state/app-state'
import { annotatorName } from './state/selectors'
import { useRegisterUses } from './state/use-register-uses'

export interface RegisterDialogWiring {
  readonly model: AppModel
  readonly state: AppState
  readonly onClose: () => void
}

/** The codebook's dialog as the state has it; its wishes become edits. */
export function Codebook({ model, state, onClose }: RegisterDialogWiring) {
  const wishes = useMemo(() => codebookWishes(model, onClose), [model, onClose])
  const uses = useRegisterUses(model.machine, state)
  const [before] = useState(state.announcement)
  return (
    <CodebookDialog
      codebook={codebookTree(state.queue.current.scopes.get('codebook') ?? emptyScope)}
      uses={uses?.tags}
      editable={state.workspace?.readOnly === undefined}
      said={state.announcement === before ? undefined : state.announcement}
      problem={state.notice?.problem === undefined ? undefined : problemWords(state.notice.problem)}
      nameOf={annotator => annotatorName(state.queue.current, annotator)}
      wishes={wishes}
      onClose={onClose}
    />
  )
}

function codebookWishes({ registers, excerpts }: AppModel, onClose: () => void): CodebookWishes {
  return {
    onAdd: registers.addTag,
    onRename: (tag, name) => registers.rename('codebook', tag, name),
    onColour: registers.setColour,
    onDefinition: registers.setDefinition,
    onShortcut: registers.setShortcut,
    onMove: registers.move,
    onMerge: (tag, into) => registers.merge('codebook', tag, into),
    onPart: ({ edit }) => registers.part('codebook', edit),
    onSplit: registers.split,
    onRemove: tag => registers.remove('codebook', tag),
    onRestore: tag => registers.restore('codebook', tag),
    onSettle: (tag, field, take) => registers.settle('codebook', tag, field, take),
    onShowUses: tag => {
      onClose()
      excerpts.showOnly('tag', tag)
    },
    onUndo: () => registers.take('undo', 'codebook'),
    onRedo: () => registers.take('redo', 'codebook'),
  }
}
