import { useMemo } from 'react'
import { StructureCheck } from './features/document/StructureCheck'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { blocksOf, shownDocument } from './state/document-view'
import { openRelease, registerOf } from './state/selectors'

/** What was found in a document of an import, to be corrected before one goes on; the document is the one that is open. */
export function ImportCheck({ model, state }: { readonly model: AppModel; readonly state: WindowState }) {
  const release = openRelease(state)
  const codebook = registerOf(state.queue.current, 'codebook')
  // biome-ignore lint/correctness/useExhaustiveDependencies: release and codebook are all of the state that is read
  const document = useMemo(() => shownDocument(state), [release, codebook])
  const blocks = useMemo(() => (release === undefined ? [] : blocksOf(release)), [release])
  const wishes = useMemo(() => ({ onFact: model.documents.setMeta, onRole: model.documents.setRole }), [model])
  if (document === undefined || document.id !== state.checking) return null
  return (
    <StructureCheck
      document={document}
      blocks={blocks}
      editable={state.workspace?.readOnly === undefined}
      wishes={wishes}
    />
  )
}
