import { Anchor, CornerRightDown, History, type LucideIcon, TriangleAlert, Unlink } from 'lucide-react'
import type { AnchorState } from '#annotations/model/annotation'
import { Badge, type Tone } from '../../components/Badge'
import './AnchorBadge.css'
import { Icon } from '../../components/Icon'
import { anchorWords } from '../words/kind-words'

const icons: { readonly [S in AnchorState]: LucideIcon } = {
  exact: Anchor,
  moved: CornerRightDown,
  undecided: TriangleAlert,
  lost: Unlink,
  kept: History,
}

const tones: { readonly [S in AnchorState]: Tone } = {
  exact: 'ok',
  moved: 'accent',
  undecided: 'warn',
  lost: 'bad',
  kept: 'plain',
}

/** The sign of a state alone, where its word stands beside it. */
export function AnchorIcon({ state }: { readonly state: AnchorState }) {
  return <Icon of={icons[state]} size={14} className={`pm-anchor-icon pm-tone-${tones[state]}`} />
}

/** How well an annotation stands on its text: icon and word. */
export function AnchorBadge({ state }: { readonly state: AnchorState }) {
  return (
    <Badge tone={tones[state]} icon={icons[state]} small>
      {anchorWords[state]}
    </Badge>
  )
}

export interface AnchorTotalProps {
  readonly exact: number
  readonly total: number
  /** The worst state among them: the badge takes its look. */
  readonly worst: AnchorState
}

/** How many annotations of the document stand on exactly their text; turns to the worst state among them. */
export function AnchorTotal({ exact, total, worst }: AnchorTotalProps) {
  return (
    <Badge tone={tones[worst]} icon={icons[worst]}>
      <span className="pm-num">
        {exact} of {total}
      </span>
      <span className="pm-anchor-words"> anchors exact</span>
    </Badge>
  )
}
