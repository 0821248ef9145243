import {
  CheckCheck,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  Lock,
  MoveRight,
  PenLine,
  Send,
  Unlink,
} from 'lucide-react'
import type { AnchorState } from '#annotations/model/annotation'
import type { ExcerptRow } from '#app/contract/excerpt-query'
import { Avatar } from '../../components/Avatar'
import { Chip } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import { KindBadge } from '../../components/KindBadge'
import type { ColumnName } from '../../state/excerpt-state'
import { tagColour } from '../codebook/tag-colours'
import { shownDate } from '../words/dates'
import { anchorWords, kindWords, roleWords, statusWords } from '../words/kind-words'
import { typeWords } from './excerpt-words'

/** What a column shows of an excerpt, in one or two lines. */
export function ExcerptCell({ column, row }: { readonly column: ColumnName; readonly row: ExcerptRow }) {
  switch (column) {
    case 'document':
      return (
        <Lines
          first={row.headline}
          second={[row.published === undefined ? '' : shownDate(row.published), row.issuer ?? '']
            .filter(Boolean)
            .join(' · ')}
          strong
        />
      )
    case 'section':
      return (
        <Lines
          first={row.section === undefined ? '' : roleWords[row.section]}
          second={row.paragraph === undefined ? '' : `¶ ${row.paragraph}`}
        />
      )
    case 'kind': {
      const type = typeWords(row)
      return (
        <span className="pm-excerpt-kind">
          <KindBadge kind={row.kind} />
          <Lines first={kindWords[row.kind]} second={type.short} secondWhole={type.whole} />
        </span>
      )
    }
    case 'excerpt':
      return <ExcerptText row={row} />
    case 'speaker':
      return <Lines first={speakerWords(row.speakers)} second={row.speakerNote ?? ''} />
    case 'tags':
      return <Tags tags={row.tags} />
    case 'own':
      return <Lines first={row.own[0] ?? ''} second={row.own.slice(1).join(' · ')} />
    case 'note':
      return (
        <span className="pm-excerpt-own-note" title={row.note}>
          {row.note}
        </span>
      )
    case 'status':
      return <Status row={row} />
    case 'modified':
      return <Lines first={shownDate(row.modified.slice(0, 10))} second="" />
    case 'author':
      return (
        <span title={row.author}>
          <Avatar name={row.author} colleague={!row.mine} />
          <span className="pm-vh">{row.author}</span>
        </span>
      )
  }
}

interface LinesProps {
  readonly first: string
  readonly second: string
  /** What `second` is short for. */
  readonly secondWhole?: string
  readonly strong?: boolean
}

function Lines({ first, second, secondWhole = second, strong = false }: LinesProps) {
  return (
    <span className="pm-excerpt-lines">
      <span className={strong ? 'pm-ell pm-excerpt-strong' : 'pm-ell'} title={first} dir="auto">
        {first}
      </span>
      {second !== '' && (
        <span className="pm-ell pm-excerpt-second pm-num" title={secondWhole}>
          {second}
        </span>
      )}
    </span>
  )
}

function speakerWords(speakers: readonly string[]): string {
  return speakers.length < 2 ? (speakers[0] ?? '') : `${speakers[0]} +${speakers.length - 1}`
}

/** The words of the excerpt marked among those around it; pieces are parted by dots. */
function ExcerptText({ row }: { readonly row: ExcerptRow }) {
  return (
    <span className="pm-excerpt-text" title={row.pieces.join(' … ')} dir="auto">
      <span className="pm-excerpt-around">{row.before}</span>
      {row.pieces.map((piece, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one target have no other identity
        <span key={n}>
          {n > 0 && <span className="pm-excerpt-around"> … </span>}
          <span className={`pm-excerpt-mark pm-${row.kind}`}>{piece}</span>
        </span>
      ))}
      <span className="pm-excerpt-around">{row.after}</span>
    </span>
  )
}

function Tags({ tags }: Pick<ExcerptRow, 'tags'>) {
  const [first, ...rest] = tags
  if (first === undefined) return null
  const more = rest.map(({ path }) => path.join(' / ')).join(', ')
  return (
    <span className="pm-excerpt-tags">
      <Chip path={first.path} colour={tagColour(first.colour)} />
      {rest.length > 0 && (
        <span className="pm-excerpt-more" title={more}>
          +{rest.length}
          <span className="pm-vh">: {more}</span>
        </span>
      )}
    </span>
  )
}

const anchorIcons: { readonly [S in Exclude<AnchorState, 'exact'>]: typeof MoveRight } = {
  moved: MoveRight,
  undecided: CircleHelp,
  lost: Unlink,
  kept: Lock,
}

const statusIcons: { readonly [S in ExcerptRow['status']]: typeof MoveRight } = {
  draft: PenLine,
  submitted: Send,
  resolved: CheckCheck,
  agreed: CircleCheck,
  disputed: CircleAlert,
  rejected: CircleX,
}

function Status({ row: { status, anchor } }: { readonly row: ExcerptRow }) {
  return (
    <span className="pm-excerpt-states">
      <span className="pm-excerpt-state">
        <Icon of={statusIcons[status]} size={14} />
        {statusWords[status]}
      </span>
      {anchor !== 'exact' && (
        <span className={`pm-excerpt-state pm-anchor-${anchor}`} title={anchorWords[anchor]}>
          <Icon of={anchorIcons[anchor]} size={14} />
          <span className="pm-ell">{anchorWords[anchor]}</span>
        </span>
      )}
    </span>
  )
}
