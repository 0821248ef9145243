import { useMemo, useState } from 'react'
import type { FacetName } from '#app/contract/excerpt-facets'
import type { RegisterUses } from '#app/contract/register-uses'
import type { RegisterView, RegisterWishes } from './features/registers/register-wishes'
import { problemWords } from './features/words/problem-words'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { annotatorName } from './state/selectors'
import { useRegisterUses } from './state/use-register-uses'

export interface RegisterDialogWiring {
  readonly model: AppModel
  readonly state: WindowState
  readonly onClose: () => void
}

/** What the dialog of any register is given, as the state has it; `uses` are counted anew while it is open. */
export function useRegisterView({ model, state, onClose }: RegisterDialogWiring): {
  readonly view: RegisterView
  readonly uses: RegisterUses | undefined
} {
  const uses = useRegisterUses(model.machine, state)
  const [before] = useState(state.announcement)
  const view = {
    editable: state.workspace?.readOnly === undefined,
    said: state.announcement === before ? undefined : state.announcement,
    problem: state.notice?.problem === undefined ? undefined : problemWords(state.notice.problem),
    nameOf: (annotator: string) => annotatorName(state.queue.current, annotator),
    onClose,
  }
  return { view, uses }
}

/** The wishes that every register fulfils; `facet`: what narrows the table of excerpts to the uses of an entry. */
export function useRegisterWishes(
  { model, onClose }: RegisterDialogWiring,
  register: 'codebook' | 'speakers',
  facet: FacetName,
): RegisterWishes {
  const { registers, excerpts } = model
  return useMemo(
    () => ({
      onRename: (id, name) => registers.rename(register, id, name),
      onMerge: (id, into) => registers.merge(register, id, into),
      onPart: ({ edit }) => registers.part(register, edit),
      onRemove: id => registers.remove(register, id),
      onRestore: id => registers.restore(register, id),
      onSettle: (id, field, take) => registers.settle(register, id, field, take),
      onShowUses: id => {
        onClose()
        excerpts.showOnly(facet, id)
      },
      onUndo: () => registers.take('undo', register),
      onRedo: () => registers.take('redo', register),
    }),
    [registers, excerpts, register, facet, onClose],
  )
}
