import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { actsOfSameNames, type SameName, sameNames } from '#annotations/review/same-names'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import type { Store } from '../store'
import type { ReviewActions } from './review-actions'

/** What sends one's own work to colleagues, and brings in theirs. */
export interface BundleActions {
  /** Writes the annotator's own work, in all documents or in one, into a file that a dialog asks for. */
  make(wish: { readonly document?: DocumentId | undefined; readonly texts: boolean }): Promise<void>
  /** Lets a bundle be chosen and shows what it would bring; with a path, that one. */
  choose(path?: string): Promise<void>
  /** Takes in the bundle that was chosen. */
  receive(wish: { readonly member: boolean; readonly chosen: ReadonlyMap<DocumentId, DocumentId> }): Promise<void>
  /** Shows what the colleague who is looked at calls as others do, to make one of each two. */
  showNames(): void
  /** Makes one of each two, in one edit. */
  unite(names: readonly SameName[]): void
  cancel(): void
}

export function createBundleActions(
  store: Store<AppState>,
  machine: Machine,
  saving: Saving,
  review: ReviewActions,
): BundleActions {
  const close = (state: AppState): AppState => ({
    ...state,
    dialog: undefined,
    review: { ...state.review, bundle: undefined },
  })
  const showNames = () => store.set(state => ({ ...state, dialog: 'names' }))
  /** Once the window has what came in, which it has when it is told how far one is with this colleague. */
  const offerNames = (colleague: AnnotatorId) => {
    const { overview: before } = store.get().review
    const stop = store.subscribe(() => {
      const { review, queue, dialog } = store.get()
      if (review.overview === before || review.overview?.theirs !== colleague) return
      stop()
      if (dialog === undefined && sameNames(queue.current, colleague).length > 0) showNames()
    })
  }
  const tell = (text: string) => store.set(state => ({ ...state, notice: { tone: 'info', text } }))

  return {
    async make({ document, texts }) {
      await saving.flush()
      const answer = await machine.call('bundle.make', {
        texts,
        ...(document === undefined ? {} : { documents: [document] }),
      })
      if (!answer.ok)
        return store.set(state => ({ ...close(state), notice: { tone: 'problem', problem: answer.error } }))
      if (answer.value === null) return
      const { path, annotations, documents } = answer.value
      store.set(close)
      tell(`${counted(annotations, 'annotation')} in ${counted(documents, 'document')} bundled in ${path}`)
    },
    async choose(path) {
      await saving.flush()
      const answer = await machine.call('bundle.preview', path === undefined ? {} : { path })
      if (!answer.ok) return store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
      const bundle = answer.value
      if (bundle !== null) store.set(state => ({ ...state, dialog: 'receive', review: { ...state.review, bundle } }))
    },
    async receive({ member, chosen }) {
      const { bundle } = store.get().review
      if (bundle === undefined) return
      const answer = await machine.call('bundle.receive', {
        path: bundle.path,
        member,
        ...(chosen.size === 0 ? {} : { chosen: Object.fromEntries(chosen) }),
      })
      if (!answer.ok)
        return store.set(state => ({ ...close(state), notice: { tone: 'problem', problem: answer.error } }))
      const { annotator, changed, added, missing } = answer.value
      store.set(close)
      const without =
        missing.length === 0 ? '' : ` ${counted(missing.length, 'document')} not in this workspace left out.`
      const came = added.length === 0 ? '' : ` ${counted(added.length, 'document')} came with the texts.`
      tell(
        changed === 0
          ? `Nothing new from ${annotator.name}.${without}`
          : `Received from ${annotator.name}.${came}${without}`,
      )
      if (changed === 0) return
      offerNames(annotator.id)
      review.choose(annotator.id)
      review.show()
    },
    showNames,
    unite(names) {
      if (names.length > 0 && !saving.dispatch(actsOfSameNames(names))) return
      store.set(close)
      if (names.length > 0) tell(`${counted(names.length, 'name')} merged. Undo parts them again.`)
    },
    cancel: () => store.set(close),
  }
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
