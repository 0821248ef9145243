import { CircleAlert, CircleCheck } from 'lucide-react'
import type { BackupRow, RestorePreview } from '#app/contract/backup-values'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { momentWords } from '../words/dates'
import { contentWords, reasonWords, stateWords } from './backup-words'
import { RestorePreviewList } from './RestorePreviewList'

export interface BackupDetailsProps {
  readonly row: BackupRow
  /** Absent until it is known. */
  readonly preview: RestorePreview | undefined
  readonly editable: boolean
  readonly busy: boolean
  readonly onCopy: () => void
  readonly onRestore: () => void
}

/** One backup: what it holds, what bringing it back would change, and the two ways to do that. */
export function BackupDetails({ row, preview, editable, busy, onCopy, onRestore }: BackupDetailsProps) {
  const nothing = preview?.rows.every(({ files, back, changed, removed, left }) => {
    return left.length > 0 && files + back + changed + removed === 0
  })
  return (
    <section className="pm-backup-details pm-scroll" aria-label={`Backup of ${momentWords(row.at)}`}>
      <div>
        <h3 className="pm-backup-title">{momentWords(row.at)}</h3>
        <p className="pm-second">{[reasonWords[row.reason], ...(row.by === undefined ? [] : [row.by])].join(' · ')}</p>
        <p className="pm-second pm-num">{contentWords(row)}</p>
        <p className="pm-backup-state" data-whole={row.missing === 0}>
          <Icon of={row.missing === 0 ? CircleCheck : CircleAlert} size={14} />
          {stateWords(row)}
        </p>
        {row.elsewhere !== undefined && <p className="pm-second">{`Of the folder ${row.elsewhere}`}</p>}
      </div>
      <div className="pm-backup-preview">
        <h4 className="pm-label">If it were brought back here</h4>
        {preview === undefined ? <p className="pm-muted">Comparing…</p> : <RestorePreviewList preview={preview} />}
      </div>
      <div className="pm-backup-acts">
        <Button disabled={busy} onPress={onCopy}>
          Restore as a copy…
        </Button>
        {editable && (
          <Button disabled={busy || preview === undefined || nothing === true} onPress={onRestore}>
            Restore in place…
          </Button>
        )}
      </div>
    </section>
  )
}
