import { useMemo } from 'react'
import { emptyScope } from '#annotations/changes/journal'
import { useLoaded } from './components/use-loaded'
import { anchorQueue } from './state/anchor-queue'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { shownDocument } from './state/document-view'
import { annotatorName, openRelease, openScope, registerOf } from './state/selectors'
import { shownVersions } from './state/version-state'

/** The fields of the document; no start waits for them. */
const loadForm = async () => ({
  ...(await import('./features/document/StructureForm')),
  ...(await import('./features/own-fields/OwnFieldValues')),
  ...(await import('./features/document/document-clashes')),
  ...(await import('./features/registers/ClashList')),
  ...(await import('./features/registers/entry-facts')),
  ...(await import('./features/versions/VersionList')),
})

/** What is known of the open document, in the inspector; its corrections become edits. */
export function DocumentAbout({ model, state }: { readonly model: AppModel; readonly state: WindowState }) {
  const release = openRelease(state)
  const codebook = registerOf(state.queue.current, 'codebook')
  // biome-ignore lint/correctness/useExhaustiveDependencies: release and codebook are all of the state that is read
  const document = useMemo(() => shownDocument(state), [release, codebook])
  const shownText = state.document?.revision
  // biome-ignore lint/correctness/useExhaustiveDependencies: the release and which of its texts is shown
  const versions = useMemo(() => shownVersions(state), [release, shownText])
  const toDecide = anchorQueue(state)?.left ?? 0
  const form = useLoaded(loadForm, true)
  const wishes = useMemo(() => ({ onFact: model.documents.setMeta, onShow: model.documents.show }), [model])
  if (document === undefined || form === undefined) return null
  const { ClashList, authorOf, documentClashes, StructureForm, OwnFieldValues, VersionList } = form
  const editable = state.workspace?.readOnly === undefined
  const clashes = documentClashes(release?.facts, document.own, edit => authorOf(openScope(state) ?? emptyScope, edit))
  return (
    <>
      <VersionList
        versions={versions}
        onShow={model.versions.show}
        onImport={editable ? () => void model.versions.read(document.id) : undefined}
        toDecide={toDecide}
        onDecide={model.anchors.open}
      />
      {clashes.length > 0 && (
        <div className="pm-section">
          <ClashList
            clashes={clashes}
            editable={editable}
            nameOf={id => annotatorName(state.queue.current, id)}
            onSettle={model.documents.settle}
          />
        </div>
      )}
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
