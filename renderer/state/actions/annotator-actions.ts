import type { AnnotatorId } from '#annotations/model/ids'
import type { AppState } from '../app-state'
import { saidSame } from '../namesakes'
import type { Saving } from '../saving'
import type { Store } from '../store'

/** What the person at the desk says of who they are. */
export interface AnnotatorActions {
  /** They are another annotator of the workspace too: the two count as one. */
  saySame(annotator: AnnotatorId): void
  /** Takes that back. */
  sayApart(): void
}

export function createAnnotatorActions(store: Store<AppState>, saving: Saving): AnnotatorActions {
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  return {
    saySame: annotator => {
      const own = store.get().info?.annotator?.id
      if (own === undefined) return
      const said = saving.dispatch([{ do: 'merge-entry', register: 'annotators', id: own, into: annotator }])
      if (said) announce('The two count as one annotator now.')
    },
    sayApart: () => {
      const edit = saidSame(store.get())
      if (edit === undefined) return
      if (saving.dispatch([{ do: 'undo', edit, scopes: ['annotators'] }])) announce('The two count apart again.')
    },
  }
}
