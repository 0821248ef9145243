import { lazy } from 'react'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'

// Loaded when they are asked for: no start waits for them.
const RemoveDocument = lazy(async () => ({
  default: (await import('./features/library/RemoveDocument')).RemoveDocument,
}))
const EmptyBin = lazy(async () => ({ default: (await import('./features/library/EmptyBin')).EmptyBin }))
const RemovedDocuments = lazy(async () => ({
  default: (await import('./features/library/RemovedDocuments')).RemovedDocuments,
}))

/**
 * What the library asks: whether to remove a document, which removed one to bring back, and whether to erase them. It
 * stands apart from the library, which goes where the window is narrow.
 */
export function LibraryQuestions({ model, state }: { readonly model: AppModel; readonly state: WindowState }) {
  const { question, documents, workspace } = state
  const { bin } = model
  if (question === undefined || workspace === undefined) return null
  if (question.asks === 'empty') {
    return <EmptyBin plan={question.plan} busy={question.busy} onErase={() => void bin.empty()} onClose={bin.close} />
  }
  if (question.asks === 'bin') {
    return (
      <RemovedDocuments
        rows={documents.filter(row => row.deleted)}
        readOnly={workspace.readOnly !== undefined}
        onRestore={document => void model.open.restoreDocument(document)}
        onEmpty={() => void bin.askToEmpty()}
        onClose={bin.close}
      />
    )
  }
  const row = documents.find(one => one.id === question.document)
  if (row === undefined) return null
  return (
    <RemoveDocument
      headline={row.headline}
      holders={question.holders}
      onRemove={() => {
        bin.close()
        model.open.removeDocument(row.id)
      }}
      onClose={bin.close}
    />
  )
}
