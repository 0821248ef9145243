import { ChevronLeft, ChevronRight, PanelLeft, PanelRight } from 'lucide-react'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { shownDate } from '../words/dates'
import { AnchorTotal, type AnchorTotalProps } from './AnchorBadge'
import './ReaderHeader.css'

export interface ReaderHeaderProps {
  readonly issuer?: string | undefined
  /** `YYYY-MM-DD`. */
  readonly published?: string | undefined
  /** From 1. */
  readonly version: number
  /** Absent while nothing is annotated. */
  readonly anchors?: AnchorTotalProps | undefined
  /** The neighbours in the library; `undefined` at its ends. */
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
  readonly onLibrary: () => void
  readonly onInspector: () => void
}

/** Whose release it is, of which day and version, and how well its annotations stand. */
export function ReaderHeader(props: ReaderHeaderProps) {
  const { issuer, published, anchors } = props
  const day = published === undefined ? undefined : shownDate(published)
  const first = issuer ?? day ?? 'Document'
  return (
    <div className="pm-pane-header pm-reader-header">
      <IconButton label="Show library" keys="Ctrl+B" className="pm-only-narrow" onPress={props.onLibrary}>
        <Icon of={PanelLeft} />
      </IconButton>
      <IconButton
        label="Previous document"
        disabled={props.onPrevious === undefined}
        onPress={() => props.onPrevious?.()}
      >
        <Icon of={ChevronLeft} />
      </IconButton>
      <IconButton label="Next document" disabled={props.onNext === undefined} onPress={() => props.onNext?.()}>
        <Icon of={ChevronRight} />
      </IconButton>
      <span className="pm-reader-where pm-grow pm-ell">
        <span className="pm-strong">{first}</span>
        <span className="pm-muted pm-num">
          {issuer !== undefined && day !== undefined && ` · ${day}`}
          <span className="pm-only-wide"> · version {props.version}</span>
        </span>
      </span>
      {anchors !== undefined && <AnchorTotal {...anchors} />}
      <IconButton label="Show inspector" keys="Ctrl+\" className="pm-only-zoom" onPress={props.onInspector}>
        <Icon of={PanelRight} />
      </IconButton>
    </div>
  )
}
