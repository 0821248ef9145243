import { useMemo } from 'react'
import { useLoaded } from './components/use-loaded'
import type { AppModel } from './state/app-model'
import type { AppState } from './state/app-state'
import { shownDocument } from './state/document-view'
import { openRelease } from './state/selectors'

/** The fields of the document; no start waits for them. */
const loadForm = () => import('./features/document/StructureForm')

/** What is known of the open document, in the inspector; its corrections become edits. */
export function DocumentAbout({ model, state }: { readonly model: AppModel; readonly state: AppState }) {
  const release = openRelease(state)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the release is all of the state that is read
  const document = useMemo(() => shownDocument(state), [release])
  const form = useLoaded(loadForm, true)
  const wishes = useMemo(() => ({ onFact: model.documents.setMeta, onShow: model.documents.show }), [model])
  if (document === undefined || form === undefined) return null
  return <form.StructureForm document={document} editable={state.workspace?.readOnly === undefined} wishes={wishes} />
}
