import { CircleCheck, CircleX, Copy, type LucideIcon } from 'lucide-react'
import type { DocumentId } from '#annotations/model/ids'
import type { ImportRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import './FileRow.css'
import { fileNameOf, messageOf, stateWords } from './import-rows'

const icons: { readonly [S in ImportRow['state']]: LucideIcon } = {
  imported: CircleCheck,
  skipped: Copy,
  failed: CircleX,
}

export interface FileRowProps {
  readonly row: ImportRow
  readonly headlines: ReadonlyMap<DocumentId, string>
  readonly onOpen: (document: DocumentId) => void
}

/** What became of one file, why, and the way to the document. */
export function FileRow({ row, headlines, onOpen }: FileRowProps) {
  const { document } = row
  const name = fileNameOf(row.path)
  const message = messageOf(row, headlines)
  return (
    <li className={`pm-file pm-file-${row.state}`}>
      <Icon of={icons[row.state]} />
      <span className="pm-file-name pm-ell" title={row.path}>
        {name}
      </span>
      <span className="pm-file-state">{stateWords[row.state]}</span>
      {document !== undefined && (
        <Button size="sm" label={`Open ${name}`} onPress={() => onOpen(document)}>
          Open
        </Button>
      )}
      {message !== undefined && <p className="pm-file-message">{message}</p>}
    </li>
  )
}
