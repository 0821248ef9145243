import type { DocumentId } from '#annotations/model/ids'
import type { DocumentRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { countsInWords } from '../words/kind-words'
import { metaOf } from './library-rows'
import './RemoveDocument.css'

export interface RemovedDocumentsProps {
  readonly rows: readonly DocumentRow[]
  readonly readOnly: boolean
  readonly onRestore: (document: DocumentId) => void
  /** To the question whether to erase them. */
  readonly onEmpty: () => void
  readonly onClose: () => void
}

/** The documents that were removed from the library: they and their annotations are still in the workspace. */
export function RemovedDocuments({ rows, readOnly, onRestore, onEmpty, onClose }: RemovedDocumentsProps) {
  return (
    <Dialog
      name="Removed documents"
      title="Removed documents"
      size="large"
      onClose={onClose}
      footer={
        <>
          {rows.length > 0 && !readOnly && <Button onPress={onEmpty}>Empty the bin…</Button>}
          <span className="pm-grow" />
          <Button look="primary" first onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="pm-remove">
        <p className="pm-second">
          {rows.length === 0 ? 'Nothing is removed.' : 'They and their annotations are still in the workspace.'}
        </p>
        {rows.length > 0 && (
          <ul className="pm-holders" aria-label="Removed documents">
            {rows.map(row => (
              <li key={row.id}>
                <span className="pm-grow">
                  <span className="pm-strong">{row.headline}</span>
                  <br />
                  <span className="pm-muted pm-num">
                    {[metaOf(row), countsInWords(row.counts)].filter(part => part !== '').join(' · ')}
                  </span>
                </span>
                {!readOnly && (
                  <Button size="sm" label={`Bring back ${row.headline}`} onPress={() => onRestore(row.id)}>
                    Bring back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
