import { Archive } from 'lucide-react'
import { useState } from 'react'
import type { BackupsPayload, RestorePreview } from '#app/contract/backup-values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { EmptyState } from '../../components/EmptyState'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { ProgressBar } from '../../components/ProgressBar'
import { EntryOptions } from '../registers/EntryOptions'
import { counted } from '../words/kind-words'
import { BackupDetails } from './BackupDetails'
import './Backups.css'
import { momentWords } from '../words/dates'
import { reasonWords, sizeWords } from './backup-words'
import { RestoreQuestion } from './RestoreQuestion'

export interface BackupsDialogProps {
  /** Absent until they are known. */
  readonly backups: BackupsPayload | undefined
  readonly chosen: string | undefined
  readonly preview: RestorePreview | undefined
  /** While a backup is made: how many of the files are done. */
  readonly making: { readonly done: number; readonly total: number } | undefined
  /** While something is restored. */
  readonly restoring: boolean
  /** What was done last, in a sentence. */
  readonly said: string | undefined
  /** What did not work, in words. */
  readonly problem: string | undefined
  readonly editable: boolean
  readonly onChoose: (id: string) => void
  readonly onMake: () => void
  readonly onCopy: (id: string) => void
  readonly onRestore: (id: string) => void
  readonly onClose: () => void
}

/** The backups of the workspace: which there are, what each would change, and the ways back. */
export function BackupsDialog(props: BackupsDialogProps) {
  const { backups, chosen, preview, making, problem } = props
  const [asking, setAsking] = useState(false)
  const busy = making !== undefined || props.restoring
  const row = backups?.rows.find(({ id }) => id === chosen)
  if (asking && preview !== undefined && row !== undefined) {
    return (
      <RestoreQuestion
        preview={preview}
        onRestore={() => {
          setAsking(false)
          props.onRestore(row.id)
        }}
        onClose={() => setAsking(false)}
      />
    )
  }
  return (
    <Dialog
      name="Backups"
      title="Backups"
      size="large"
      onClose={props.onClose}
      footer={
        <>
          <div className="pm-backup-said pm-grow">
            {making !== undefined && (
              <ProgressBar
                label="Files backed up"
                percent={making.total === 0 ? 0 : Math.round((100 * making.done) / making.total)}
                accent
              />
            )}
            <p role="status" aria-label="What was done">
              {making !== undefined ? 'Making a backup…' : props.restoring ? 'Restoring…' : (props.said ?? '')}
            </p>
          </div>
          <Button disabled={busy} onPress={props.onMake}>
            Back up now
          </Button>
          <Button look="primary" onPress={props.onClose}>
            Done
          </Button>
        </>
      }
    >
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {backups?.rows.length === 0 ? (
        <EmptyState title="No backups yet">
          One is made on the first day that you open this workspace, and before many files are imported. They lie in
          your own settings folder, not in the workspace, and hold all of it.
        </EmptyState>
      ) : (
        <div className="pm-backups">
          <div className="pm-backups-list">
            <EntryOptions
              label="Backups"
              entries={(backups?.rows ?? []).map(({ id, at, reason, missing }) => ({
                id,
                name: momentWords(at),
                note: missing === 0 ? reasonWords[reason] : 'Not whole',
                lead: <Icon of={Archive} size={14} />,
              }))}
              chosen={chosen}
              onChoose={props.onChoose}
              onTake={() => undefined}
            />
            {backups !== undefined && <p className="pm-backups-foot pm-num">{footOf(backups)}</p>}
          </div>
          {row !== undefined && (
            <BackupDetails
              row={row}
              preview={preview?.id === row.id ? preview : undefined}
              editable={props.editable}
              busy={busy}
              onCopy={() => props.onCopy(row.id)}
              onRestore={() => setAsking(true)}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

function footOf({ rows, unreadable, bytes, folder }: BackupsPayload): string {
  const parts = [`${counted(rows.length, 'backup', 'backups')}, together ${sizeWords(bytes)}, in ${folder}`]
  if (unreadable > 0) parts.push(`${counted(unreadable, 'backup', 'backups')} cannot be read.`)
  return parts.join('. ')
}
