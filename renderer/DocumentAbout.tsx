import { useMemo } from 'react'
import { useLoaded } from './components/use-loaded'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { shownDocument } from './state/document-view'
import { openRelease, registerOf } from './state/selectors'

/** The fields of the document; no start waits for them. */
const loadForm = async () => ({
  ...(await import('./features/document/StructureForm')),
  ...(await import('./features/own-fields/OwnFieldValues')),
})

/** What is known of the open document, in the inspector; its corrections become edits. */
export function DocumentAbout({ model, state }: { readonly model: AppModel; readonly state: WindowState }) {
  const release = openRelease(state)
  const codebook = registerOf(state.queue.current, 'codebook')
  // biome-ignore lint/correctness/useExhaustiveDependencies: release and codebook are all of the state that is read
  const document = useMemo(() => shownDocument(state), [release, codebook])
  const form = useLoaded(loadForm, true)
  const wishes = useMemo(() => ({ onFact: model.documents.setMeta, onShow: model.documents.show }), [model])
  if (document === undefined || form === undefined) return null
  const { StructureForm, OwnFieldValues } = form
  const editable = state.workspace?.readOnly === undefined
  return (
    <>
      <StructureForm document={document} editable={editable} wishes={wishes} />
      <OwnFieldValues
        document={document.id}
        fields={document.own}
        editable={editable}
        onValue={model.documents.setOwn}
      />
    </>
  )
}
