import { CircleAlert, CircleCheck, CircleDashed, HardDrive, Lock, type LucideIcon, Undo2, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { KindCounts } from '#app/contract/values'
import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { classNames } from '../../components/class-names'
import { Icon } from '../../components/Icon'
import { KeyHint } from '../../components/Keycap'
import { countsInWords } from '../words/kind-words'
import { type SaveState, saveWords } from './save-state'
import './StatusBar.css'

export interface KeyTip {
  /** Keys that go together with one meaning: `['J', 'K']`. */
  readonly keys: readonly string[]
  readonly words: string
}

export interface StatusBarProps {
  /** Absent while no workspace is open. */
  readonly save?: SaveState | undefined
  readonly annotator?: string | undefined
  /** The paragraph of the cursor. */
  readonly paragraph?: { readonly n: number; readonly of: number } | undefined
  /** The annotator's own in the open text. */
  readonly counts?: KindCounts | undefined
  /** How many there are of colleagues. */
  readonly others?: number
  /** Where one is in another view, in words. */
  readonly place?: string | undefined
  /** What was taken back or done again just now: it may lie out of sight. */
  readonly told?: string | undefined
  readonly tips: readonly KeyTip[]
  readonly onRetry: () => void
  readonly onSaveCopy: () => void
}

const icons: { readonly [S in SaveState['state']]: LucideIcon } = {
  saved: CircleCheck,
  saving: CircleDashed,
  failed: CircleAlert,
  'read-only': Lock,
}

/** The bottom of the window: whether all is saved, who is at work and where, and the keys of the moment. */
export function StatusBar(props: StatusBarProps) {
  const { save, annotator, paragraph, counts, others = 0, place, told, tips, onRetry, onSaveCopy } = props
  // What is not saved matters more than all the rest, and is told in full.
  if (save?.state === 'failed') {
    return (
      <footer className="pm-status-bar">
        <SaveStatus save={save}>
          <Button size="sm" onPress={onRetry}>
            Retry
          </Button>
          <Button size="sm" onPress={onSaveCopy}>
            Save a copy elsewhere…
          </Button>
        </SaveStatus>
      </footer>
    )
  }
  return (
    <footer className="pm-status-bar">
      {save !== undefined && <SaveStatus save={save} />}
      {save === undefined && (
        <Status>
          <Icon of={HardDrive} size={14} />
          Saves on this computer only
        </Status>
      )}
      <Status className="pm-only-wide">
        <Icon of={WifiOff} size={14} />
        Offline by design
      </Status>
      {annotator !== undefined && (
        <Status className="pm-only-wide">
          <Avatar name={annotator} />
          {annotator}
        </Status>
      )}
      {paragraph !== undefined && (
        <Status>
          ¶ {paragraph.n} of {paragraph.of}
        </Status>
      )}
      {place !== undefined && <Status>{place}</Status>}
      {counts !== undefined && (
        <Status className="pm-status-counts">
          {countsInWords(counts)}
          {others > 0 && ` · ${others} of colleagues`}
        </Status>
      )}
      {told !== undefined && (
        <span className="pm-status pm-status-told" title={told}>
          <Icon of={Undo2} size={14} />
          <span className="pm-ell">{told}</span>
        </span>
      )}
      <span className="pm-status-end">
        {tips.map(tip => (
          <Status key={tip.words}>
            {tip.keys.map(keys => (
              <KeyHint key={keys} keys={keys} />
            ))}
            <span className="pm-vh">{tip.keys.join(', ')}:</span>
            {tip.words}
          </Status>
        ))}
      </span>
    </footer>
  )
}

/** What became of the last change, and what can be done about it. */
function SaveStatus({ save, children }: { readonly save: SaveState; readonly children?: ReactNode }) {
  return (
    <div className="pm-status" data-save={save.state}>
      <span className="pm-status-save" role="status" aria-label="Save state">
        <Icon of={icons[save.state]} size={14} />
        <span className="pm-num pm-ell" title={save.state === 'failed' ? save.words : undefined}>
          {saveWords(save)}
        </span>
      </span>
      {children}
    </div>
  )
}

function Status({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <span className={classNames('pm-status pm-num', className)}>{children}</span>
}
