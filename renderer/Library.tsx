import { memo, useMemo, useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { OwnField } from '#annotations/model/own-fields'
import type { DocumentRow, ReadingProgress } from '#app/contract/values'
import { LibraryPane } from './features/library/LibraryPane'
import { withOwnWords } from './features/library/library-rows'
import type { AppModel } from './state/app-model'
import { useTextSearch } from './state/use-text-search'

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

/** The library with what its search finds in the texts. What it asks stands in `LibraryQuestions`. */
export const Library = memo(function Library(props: LibraryProps) {
  const { model, name, fields, selected, readOnly, reading, onImport } = props
  const documents = useMemo(() => withOwnWords(props.documents, fields), [props.documents, fields])
  const [typed, setTyped] = useState('')
  const found = useTextSearch(model.machine, typed, documents.length)
  return (
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
      onRemove={document => void model.bin.askToRemove(document)}
      onNewVersion={document => void model.versions.read(document)}
      onSetProgress={(document, progress) => model.saving.dispatch([{ do: 'set-progress', document, progress }])}
      onBin={documents.some(row => row.deleted) ? model.bin.showBin : undefined}
    />
  )
})
