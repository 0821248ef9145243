import { ArrowLeft, Download, Eye, EyeOff, RefreshCw, Ruler, Scale } from 'lucide-react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { counted } from '../words/kind-words'
import { ReviewFigure } from './ReviewFigure'
import './ReviewStrip.css'

export interface GoldStripProps {
  readonly name: string
  /** Whose work it is made of, as they are named here. */
  readonly annotators: readonly string[]
  readonly cases: number
  readonly decided: number
  readonly returned: number
  readonly withoutCase: number
  /** Documents that are left out. */
  readonly left: number
  readonly blind: boolean
  readonly busy: boolean
  readonly readOnly: boolean
  readonly onBlind: () => void
  readonly onAgain: () => void
  readonly onExport: () => void
  readonly onAgreement: () => void
  readonly onLeave: () => void
}

/** Above the panes: which gold set is made, of whose work, and how far it is. */
export function GoldStrip(props: GoldStripProps) {
  const { annotators, cases, decided, returned, withoutCase, left, blind } = props
  const others = annotators.join(', ')
  return (
    <section className="pm-review-strip" aria-label="Gold set">
      <div className="pm-review-who pm-gold-who">
        <div className="pm-review-name">
          <Icon of={Scale} />
          <b className="pm-grow pm-ell" title={props.name}>
            {props.name}
          </b>
          <IconButton label={blind ? 'Show names' : 'Hide names'} onPress={props.onBlind}>
            <Icon of={blind ? EyeOff : Eye} />
          </IconButton>
        </div>
        <p className="pm-review-of pm-ell" title={others}>
          Gold set of {others}
        </p>
      </div>
      <ReviewFigure title="Decided">
        <b>{decided}</b>
        <span>of {counted(cases, 'case', 'cases')}</span>
      </ReviewFigure>
      {returned > 0 && (
        <ReviewFigure title="Changed since">
          <b>{returned}</b>
          <span>to decide anew</span>
        </ReviewFigure>
      )}
      {withoutCase + left > 0 && (
        <ReviewFigure title="Left out" minor>
          <span>
            {[
              left > 0 ? `${counted(left, 'document', 'documents')} that fewer than two did` : '',
              withoutCase > 0 ? `${counted(withoutCase, 'decision', 'decisions')} without annotations` : '',
            ]
              .filter(words => words !== '')
              .join(', ')}
          </span>
        </ReviewFigure>
      )}
      <span className="pm-grow" />
      <div className="pm-review-ways">
        <Button icon={<Icon of={RefreshCw} />} disabled={props.readOnly || props.busy} onPress={props.onAgain}>
          Take in new work
        </Button>
        <Button icon={<Icon of={Ruler} />} onPress={props.onAgreement}>
          Agreement…
        </Button>
        <Button icon={<Icon of={Download} />} onPress={props.onExport}>
          Export…
        </Button>
        <Button icon={<Icon of={ArrowLeft} />} onPress={props.onLeave}>
          Differences
        </Button>
      </div>
    </section>
  )
}
