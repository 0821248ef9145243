import { ArrowDown, ArrowUp, Check, Crosshair, History, type LucideIcon, Unlink } from 'lucide-react'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { KindBadge } from '../../components/KindBadge'
import { ProgressBar } from '../../components/ProgressBar'
import { TextArea } from '../../components/TextArea'
import type { QueueItem } from '../../state/anchor-queue'
import { AnchorBadge } from '../read/AnchorBadge'
import { kindWords } from '../words/kind-words'
import { changedWords, matchSentence } from './changed-words'
import './DecisionPanel.css'
import { runsOf } from './diff-runs'
import { Runs } from './VersionDiff'

export interface DecisionPanelProps {
  readonly item: QueueItem | undefined
  /** Of those to decide and decided, and the numbers of the two versions. */
  readonly total: number
  readonly versions: { readonly before: number; readonly after: number }
  readonly why: string
  readonly readOnly: boolean
  readonly onStep: (by: 1 | -1) => void
  readonly onAccept: () => void
  readonly onChoose: () => void
  readonly onKeep: () => void
  readonly onLose: () => void
  readonly onWhy: (why: string) => void
  readonly onBack: () => void
}

/** What an annotation marked and would mark, and the decision about it. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { item, versions } = props
  if (item === undefined) {
    return (
      <aside className="pm-pane pm-decision" aria-label="Decision" data-keys="list">
        <EmptyState title="Nothing to decide" action={<Button onPress={props.onBack}>Back to the text</Button>}>
          All annotations stand where they stood.
        </EmptyState>
      </aside>
    )
  }
  const { annotation, placement, n } = item
  const { before, after, compared } = changedWords(item)
  const [row] = compared.rows
  const proposed = after !== ''
  return (
    <aside className="pm-pane pm-decision" aria-label="Decision" data-keys="list">
      <div className="pm-pane-header">
        <KindBadge kind={annotation.kind} />
        <h2 className="pm-pane-title pm-grow pm-ell">
          {kindWords[annotation.kind]}{' '}
          {n > 0 && (
            <span className="pm-muted pm-num">
              {n} of {props.total} to decide
            </span>
          )}
        </h2>
        <IconButton label="Previous to decide" keys="K" onPress={() => props.onStep(-1)}>
          <Icon of={ArrowUp} />
        </IconButton>
        <IconButton label="Next to decide" keys="J" onPress={() => props.onStep(1)}>
          <Icon of={ArrowDown} />
        </IconButton>
      </div>
      <div className="pm-scroll">
        <section className="pm-decision-part">
          <h3 className="pm-label">Marked in version {versions.before}</h3>
          <blockquote className={`pm-decision-words pm-side-${annotation.kind}`}>
            {row?.before === undefined ? before : <Runs runs={runsOf(before, row.before, [], undefined)} />}
          </blockquote>
          <h3 className="pm-label">
            {placement.via === 'hand' ? `In version ${versions.after}` : `Best match in version ${versions.after}`}
          </h3>
          {proposed ? (
            <blockquote className={`pm-decision-words pm-side-${annotation.kind} pm-side-proposed`}>
              {row?.after === undefined ? after : <Runs runs={runsOf(after, row.after, [], undefined)} />}
            </blockquote>
          ) : (
            <p className="pm-muted">No place was found.</p>
          )}
          {placement.score !== undefined && proposed && (
            <div className="pm-decision-match">
              <span>Match</span>
              <ProgressBar label="Match" percent={Math.round(placement.score * 100)} accent />
              <span className="pm-num pm-strong">{placement.score.toFixed(2)}</span>
            </div>
          )}
          <p className="pm-decision-state">
            <AnchorBadge state={placement.state} />
            {proposed && <span className="pm-muted">{matchSentence(item)}</span>}
          </p>
        </section>
        {!props.readOnly && <Decisions {...props} canAccept={proposed} before={versions.before} />}
        <p className="pm-muted pm-decision-foot">
          Nothing is lost: version {versions.before} and its marks stay readable, and Undo takes a decision back.
        </p>
      </div>
    </aside>
  )
}

type DecisionsProps = Pick<DecisionPanelProps, 'onAccept' | 'onChoose' | 'onKeep' | 'onLose' | 'onWhy' | 'why'> & {
  readonly canAccept: boolean
  readonly before: number
}

function Decisions({ canAccept, before, why, ...wishes }: DecisionsProps) {
  const sign = (of: LucideIcon) => <Icon of={of} size={14} />
  return (
    <section className="pm-decision-part pm-decision-stays" aria-label="Decide">
      <h3 className="pm-label">Decision</h3>
      <div className="pm-decision-buttons">
        <Button look="primary" icon={sign(Check)} keys="1" disabled={!canAccept} onPress={wishes.onAccept}>
          Accept this place
        </Button>
        <Button icon={sign(Crosshair)} keys="2" onPress={wishes.onChoose}>
          Choose another place
        </Button>
        <Button icon={sign(History)} keys="3" onPress={wishes.onKeep}>
          Keep on version {before} only
        </Button>
        <Button icon={sign(Unlink)} keys="4" onPress={wishes.onLose}>
          Mark as lost
        </Button>
      </div>
      <TextArea label="Reason, kept in the history" value={why} rows={2} onText={wishes.onWhy} />
    </section>
  )
}
