import { lazy, memo, Suspense, useMemo, useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { OwnField } from '#annotations/model/own-fields'
import type { PurgePlan } from '#app/contract/backup-values'
import type { DocumentRow, Holder, ReadingProgress } from '#app/contract/values'
import { LibraryPane } from './features/library/LibraryPane'
import { withOwnWords } from './features/library/library-rows'
import type { AppModel } from './state/app-model'
import { useTextSearch } from './state/use-text-search'

// Loaded when they are asked for: no start waits for them.
const RemoveDocument = lazy(async () => ({
  default: (await import('./features/library/RemoveDocument')).RemoveDocument,
}))
const EmptyBin = lazy(async () => ({ default: (await import('./features/library/EmptyBin')).EmptyBin }))
const RemovedDocuments = lazy(async () => ({
  default: (await import('./features/library/RemovedDocuments')).RemovedDocuments,
}))

export interface LibraryProps {
  readonly model: AppModel
  readonly name: string
  readonly documents: readonly DocumentRow[]
  /** The workspace's own fields; the same list while they are the same. */
  readonly fields: readonly OwnField[]
  readonly selected: DocumentId | null
  readonly readOnly: boolean
  readonly reading: ReadingProgress | undefined
  readonly onImport: () => void
}

interface Asked {
  readonly row: DocumentRow
  readonly holders: readonly Holder[]
}

/**
 * The library with what its search finds in the texts, and its questions: whether to remove a document, which removed
 * one to bring back, and whether to erase them.
 */
export const Library = memo(function Library(props: LibraryProps) {
  const { model, name, fields, selected, readOnly, reading, onImport } = props
  const documents = useMemo(() => withOwnWords(props.documents, fields), [props.documents, fields])
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const [binOpen, setBinOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const found = useTextSearch(model.machine, typed, documents.length)
  const [emptying, setEmptying] = useState<{ readonly plan: PurgePlan; readonly busy: boolean } | undefined>(undefined)
  const removed = documents.filter(row => row.deleted)

  async function askToRemove(document: DocumentId): Promise<void> {
    await model.saving.flush()
    const holders = await model.machine.call('document.holders', { document })
    const row = documents.find(one => one.id === document)
    if (row !== undefined) setAsked({ row, holders: holders.ok ? holders.value : [] })
  }

  async function askToEmpty(): Promise<void> {
    const plan = await model.backups.purgeable()
    setBinOpen(false)
    if (plan.ok) setEmptying({ plan: plan.value, busy: false })
    else model.showProblem(plan.error)
  }

  async function empty(plan: PurgePlan): Promise<void> {
    setEmptying({ plan, busy: true })
    const done = await model.backups.purge(plan.erase.map(({ document }) => document))
    setEmptying(undefined)
    if (!done.ok) model.showProblem(done.error)
  }

  return (
    <>
      <LibraryPane
        workspaceName={name}
        documents={documents.filter(row => !row.deleted)}
        selected={selected}
        readOnly={readOnly}
        reading={reading}
        found={found}
        onSearch={setTyped}
        onOpen={id => void model.open.openDocument(id, found.passages.get(id)?.at)}
        onImport={onImport}
        onRemove={document => void askToRemove(document)}
        onNewVersion={document => void model.versions.read(document)}
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
            onRestore={document => void model.open.restoreDocument(document)}
            onEmpty={() => void askToEmpty()}
            onClose={() => setBinOpen(false)}
          />
        )}
        {emptying !== undefined && (
          <EmptyBin
            {...emptying}
            onErase={() => void empty(emptying.plan)}
            onClose={() => emptying.busy || setEmptying(undefined)}
          />
        )}
      </Suspense>
    </>
  )
})
