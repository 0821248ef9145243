import { lazy, memo, Suspense, useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { DocumentRow, Holder } from '#app/contract/values'
import { LibraryPane } from './features/library/LibraryPane'
import type { AppModel } from './state/app-model'
import { useTextSearch } from './state/use-text-search'

// Loaded when they are asked for: no start waits for them.
const RemoveDocument = lazy(async () => ({
  default: (await import('./features/library/RemoveDocument')).RemoveDocument,
}))
const RemovedDocuments = lazy(async () => ({
  default: (await import('./features/library/RemovedDocuments')).RemovedDocuments,
}))

export interface LibraryProps {
  readonly model: AppModel
  readonly name: string
  readonly documents: readonly DocumentRow[]
  readonly selected: DocumentId | null
  readonly readOnly: boolean
  readonly onImport: () => void
}

interface Asked {
  readonly row: DocumentRow
  readonly holders: readonly Holder[]
}

/**
 * The library with what its search finds in the texts, and its two questions: whether to remove a document, and which
 * removed one to bring back.
 */
export const Library = memo(function Library({ model, name, documents, selected, readOnly, onImport }: LibraryProps) {
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const [binOpen, setBinOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const found = useTextSearch(model.machine, typed, documents.length)
  const removed = documents.filter(row => row.deleted)

  async function askToRemove(document: DocumentId): Promise<void> {
    await model.saving.flush()
    const holders = await model.machine.call('document.holders', { document })
    const row = documents.find(one => one.id === document)
    if (row !== undefined) setAsked({ row, holders: holders.ok ? holders.value : [] })
  }

  return (
    <>
      <LibraryPane
        workspaceName={name}
        documents={documents.filter(row => !row.deleted)}
        selected={selected}
        readOnly={readOnly}
        found={found}
        onSearch={setTyped}
        onOpen={id => void model.open.openDocument(id, found.passages.get(id)?.at)}
        onImport={onImport}
        onRemove={document => void askToRemove(document)}
        onSetProgress={(document, progress) => model.saving.dispatch([{ do: 'set-progress', document, progress }])}
        onBin={removed.length === 0 ? undefined : () => setBinOpen(true)}
      />
      <Suspense fallback={null}>
        {asked !== undefined && (
          <RemoveDocument
            headline={asked.row.headline}
            holders={asked.holders}
            onRemove={() => {
              model.open.removeDocument(asked.row.id)
              setAsked(undefined)
            }}
            onClose={() => setAsked(undefined)}
          />
        )}
        {binOpen && (
          <RemovedDocuments
            rows={removed}
            readOnly={readOnly}
            onRestore={document => model.saving.dispatch([{ do: 'restore-document', document }])}
            onClose={() => setBinOpen(false)}
          />
        )}
      </Suspense>
    </>
  )
})
