import type { PurgePlan } from '#app/contract/backup-values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { counted } from '../words/kind-words'
import './RemoveDocument.css'

export interface EmptyBinProps {
  readonly plan: PurgePlan
  readonly busy: boolean
  readonly onErase: () => void
  readonly onClose: () => void
}

/** Asks before removed documents are erased from the disk, and says which are kept and why. */
export function EmptyBin({ plan, busy, onErase, onClose }: EmptyBinProps) {
  const { erase, kept } = plan
  const documents = counted(erase.length, 'document', 'documents')
  return (
    <Dialog
      name="Empty the bin"
      title={erase.length === 0 ? 'Nothing can be erased' : `Erase ${documents}?`}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button first onPress={onClose}>
            {erase.length === 0 ? 'Close' : 'Keep them'}
          </Button>
          {erase.length > 0 && (
            <Button danger disabled={busy} onPress={onErase}>
              {busy ? 'Erasing…' : `Erase ${documents}`}
            </Button>
          )}
        </>
      }
    >
      <div className="pm-remove pm-bin pm-scroll">
        {erase.length > 0 && (
          <>
            <ul className="pm-holders" aria-label="Will be erased">
              {erase.map(({ document, headline }) => (
                <li key={document}>{headline}</li>
              ))}
            </ul>
            <p className="pm-second">
              Texts, originals and your annotations are erased from the workspace. Undo does not bring them back. A
              backup is made first; it and earlier backups hold them until they are thinned out, which may take months.
              Other copies of the workspace, and the history of Git, keep them too.
            </p>
          </>
        )}
        {kept.length > 0 && (
          <>
            <p className="pm-second">{erase.length === 0 ? 'These stay in the bin:' : 'These stay:'}</p>
            <ul className="pm-holders" aria-label="Will stay">
              {kept.map(({ document, headline, why, names }) => (
                <li key={document}>
                  <span className="pm-grow">
                    <span className="pm-strong">{headline}</span>
                    <br />
                    <span className="pm-muted">{whyKept[why](names)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}

const whyKept: { readonly [W in PurgePlan['kept'][number]['why']]: (names: readonly string[]) => string } = {
  others: names => `It holds what ${names.join(', ')} wrote.`,
  damaged: () => 'A file of it cannot be read, and may be a colleague’s.',
  'not-mine': () => 'A colleague removed it.',
}
