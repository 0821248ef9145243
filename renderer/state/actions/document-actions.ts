import { sumChanges } from '#annotations/changes/entry'
import { blockField, withRole } from '#annotations/model/described-blocks'
import type { DocumentId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { ownFieldFact } from '#annotations/model/own-fields'
import type { MetaName, Role } from '#annotations/model/revision'
import { roleWords } from '../../features/words/kind-words'
import type { AppState } from '../app-state'
import type { Saving } from '../saving'
import { openRelease, shownRevision } from '../selectors'
import type { Store } from '../store'
import type { OpenActions } from './open-actions'

/** What a person states of a document: each is an edit that can be taken back. */
export interface DocumentActions {
  /** `null` takes the statement back: then holds what was found. */
  setMeta(document: DocumentId, name: MetaName, value: Json): void
  /** `null`: the document has no value of the workspace's own field. */
  setOwn(document: DocumentId, field: string, value: Json): void
  /** Makes one of two values of a fact of the open document stand that were stated without seeing one another. */
  settle(field: string, take: 'standing' | 'other'): void
  /** Gives a block of the text that is shown, counted from 0, a role. */
  setRole(block: number, role: Role): void
  /** Opens a document of an import, with its structure beside the files; the same one again puts it away. */
  check(document: DocumentId): void
  /** Brings the place of a finding into view. */
  show(name: MetaName): void
}

export function createDocumentActions(
  store: Store<AppState>,
  saving: Saving,
  open: Pick<OpenActions, 'openDocument'>,
): DocumentActions {
  return {
    setMeta: (document, name, value) => {
      saving.dispatch([{ do: 'set-fact', document, fields: { [`meta.${name}`]: value } }])
    },
    setOwn: (document, field, value) => {
      saving.dispatch([{ do: 'set-fact', document, fields: { [ownFieldFact(field)]: value } }])
    },
    settle: (field, take) => {
      const { document } = store.get()
      const state = sumChanges(openRelease(store.get())?.facts?.changes ?? []).get(field)
      if (document === undefined || state?.clash === undefined) return
      const value = take === 'standing' ? state.value : state.clash.value
      saving.dispatch([{ do: 'set-fact', document: document.id, fields: { [field]: value } }])
    },
    setRole: (n, role) => {
      const state = store.get()
      const revision = shownRevision(state)
      const block = revision?.blocks[n]
      if (state.document === undefined || revision === undefined || block === undefined || block.role === role) return
      const fields = { [blockField(revision.id, n)]: withRole(block, role) }
      if (saving.dispatch([{ do: 'set-fact', document: state.document.id, fields }]))
        store.set(now => ({ ...now, announcement: { text: `Role: ${roleWords[role]}` } }))
    },
    check: document => {
      const checking = store.get().checking === document ? undefined : document
      store.set(state => ({ ...state, checking }))
      if (checking !== undefined) void open.openDocument(checking)
    },
    show: name => {
      const at = openRelease(store.get())?.current.found.find(finding => finding.name === name)?.at
      if (at === undefined) return
      store.set(state => ({ ...state, reveal: { range: { start: at[0], end: at[1] } } }))
    },
  }
}
