import { CircleCheck, CircleX, Clock, Copy, CopyCheck, Loader, type LucideIcon } from 'lucide-react'
import type { DocumentId } from '#annotations/model/ids'
import type { BatchRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { PlainBar } from '../../components/ProgressBar'
import { Select } from '../../components/Select'
import { encodingChoices } from './encodings'
import './FileRow.css'
import {
  attachmentsOf,
  fileNameOf,
  messageOf,
  otherDocumentOf,
  type RowState,
  stateOf,
  stateWords,
} from './import-rows'
import { LeftApart } from './LeftApart'

const icons: { readonly [S in RowState]: LucideIcon } = {
  waiting: Clock,
  reading: Loader,
  imported: CircleCheck,
  near: CopyCheck,
  skipped: Copy,
  failed: CircleX,
}

export interface FileRowProps {
  readonly at: number
  readonly row: BatchRow
  /** Of the document that has the same text, or nearly. */
  readonly headline: string | undefined
  /** Something is being read: nothing can be begun. */
  readonly running: boolean
  readonly onOpen: (document: DocumentId) => void
  /** Asks for what was found in the document; absent where that cannot be shown. */
  readonly onCheck?: ((document: DocumentId) => void) | undefined
  /** The document whose structure is shown beside the files. */
  readonly checked?: DocumentId | undefined
  readonly onRetry: (rows: readonly number[], encoding?: string) => void
  readonly onImport: (paths: readonly string[]) => void
}

/** What became of one file, why, and what can be done about it. Reports opening, reading again and what to import besides. */
export function FileRow(props: FileRowProps) {
  const { at, row, running, onOpen, onCheck, onRetry, onImport } = props
  const name = fileNameOf(row.path)
  const state = stateOf(row)
  const message = messageOf(row, props.headline)
  const other = otherDocumentOf(row)
  const document = row.state === 'imported' ? row.document : undefined
  const inside = attachmentsOf(row)
  return (
    <div
      className={`pm-file pm-file-${state}`}
      data-checked={document !== undefined && document === props.checked ? '' : undefined}
    >
      <Icon of={icons[state]} />
      <span className="pm-file-name pm-ell" title={row.path}>
        {name}
      </span>
      <span className="pm-file-state pm-num">
        {row.state === 'reading' ? `${stateWords.reading} ${Math.round(row.share * 100)}%` : stateWords[state]}
      </span>
      {document !== undefined && (
        <span className="pm-file-buttons">
          {onCheck !== undefined && (
            <Button size="sm" label={`Check what was found in ${name}`} onPress={() => onCheck(document)}>
              Check
            </Button>
          )}
          <Button size="sm" label={`Open ${name}`} onPress={() => onOpen(document)}>
            Open
          </Button>
        </span>
      )}
      {row.state === 'reading' && (
        <span className="pm-file-bar">
          <PlainBar percent={row.share * 100} />
        </span>
      )}
      {message !== undefined && <p className="pm-file-message">{message}</p>}
      <LeftApart row={row} />
      {!running && (
        <span className="pm-file-actions">
          {other !== undefined && (
            <Button size="sm" label={`Open existing document that ${name} is like`} onPress={() => onOpen(other)}>
              Open existing
            </Button>
          )}
          {inside.length > 0 && (
            <Button size="sm" onPress={() => onImport(inside.map(file => `${row.path}/${file}`))}>
              {inside.length === 1 ? `Import ${inside[0]}` : `Import ${inside.length} files that came with it`}
            </Button>
          )}
          {row.state === 'failed' && row.code === 'undecided-encoding' && (
            <Select
              label={`Encoding of ${name}`}
              hideLabel
              look="button"
              placeholder="Read as…"
              options={encodingChoices(row.facts)}
              value={null}
              onChange={encoding => onRetry([at], encoding)}
            />
          )}
          {row.state === 'failed' && (
            <Button size="sm" label={`Retry ${name}`} onPress={() => onRetry([at])}>
              Retry
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
