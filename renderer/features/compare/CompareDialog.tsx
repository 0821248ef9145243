import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { compareTexts } from '#annotations/anchoring/compare-texts'
import type { RevisionHash } from '#annotations/model/ids'
import { paragraphNumbers, type Revision } from '#annotations/model/revision'
import { Dialog } from '../../components/Dialog'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { Select, type SelectOption } from '../../components/Select'
import { counted } from '../words/kind-words'
import './CompareDialog.css'
import { CompareRows } from './CompareRows'
import { changeWords } from './compare-words'

export interface CompareDialogProps {
  readonly versions: readonly SelectOption<RevisionHash>[]
  /** Where each version comes from, in words. */
  readonly origins: ReadonlyMap<RevisionHash, string>
  readonly before: Revision
  readonly after: Revision
  readonly singleKeys: boolean
  readonly onBefore: (version: RevisionHash) => void
  readonly onAfter: (version: RevisionHash) => void
  readonly onClose: () => void
}

/** Two versions of a text beside one another, with the words that went, came or moved; goes from one change to the next. */
export function CompareDialog(props: CompareDialogProps) {
  const { versions, before, after, onClose } = props
  const { rows, changes } = useMemo(() => compareTexts(before, after), [before, after])
  const [at, setAt] = useState(-1)
  const scroller = useRef<HTMLElement>(null)
  const change = changes[at]
  useEffect(() => setAt(changes.length === 0 ? -1 : 0), [changes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other texts have other changes, also where the same one of them is looked at
  useEffect(() => {
    if (at >= 0) scroller.current?.querySelector('.pm-compare-active')?.scrollIntoView({ block: 'center' })
  }, [at, changes])
  useEffect(() => scroller.current?.focus(), [])
  const step = (by: 1 | -1) => {
    if (changes.length > 0) setAt(now => (now + by + changes.length) % changes.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepOfKey(event, props.singleKeys)
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }
  const paragraph = change === undefined ? undefined : paragraphOf(before, after, rows[change.row])
  return (
    <Dialog
      name="Compare versions"
      title="Compare versions"
      size="wide"
      onClose={onClose}
      head={
        <div className="pm-compare-head">
          <span className="pm-num">{counted(changes.length, 'change', 'changes')}</span>
          <IconButton label="Previous change" keys="K" disabled={changes.length === 0} onPress={() => step(-1)}>
            <Icon of={ArrowUp} />
          </IconButton>
          <IconButton label="Next change" keys="J" disabled={changes.length === 0} onPress={() => step(1)}>
            <Icon of={ArrowDown} />
          </IconButton>
        </div>
      }
      footer={
        <p className="pm-compare-said pm-ell" role="status">
          {change === undefined
            ? before.text === after.text
              ? 'These are one and the same text.'
              : 'No words differ; spaces, or where paragraphs end, do.'
            : `Change ${at + 1} of ${changes.length}${paragraph === undefined ? '' : `, ¶ ${paragraph}`}: ${changeWords(change, before.text, after.text)}`}
        </p>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is in it */}
      <div className="pm-compare" onKeyDown={onKeyDown}>
        <div className="pm-compare-versions">
          <div>
            <Select
              label="Before"
              hideLabel
              look="quiet"
              options={versions}
              value={before.id}
              onChange={props.onBefore}
            />
            <p className="pm-muted pm-compare-origin">{props.origins.get(before.id)}</p>
          </div>
          <div>
            <Select label="After" hideLabel look="quiet" options={versions} value={after.id} onChange={props.onAfter} />
            <p className="pm-muted pm-compare-origin">{props.origins.get(after.id)}</p>
          </div>
        </div>
        <CompareRows ref={scroller} before={before} after={after} rows={rows} change={at} row={change?.row ?? -1} />
      </div>
    </Dialog>
  )
}

function stepOfKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, singleKeys: boolean): 1 | -1 | undefined {
  if (ctrlKey || metaKey) return undefined
  if (altKey) return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined
  if (!singleKeys) return undefined
  return key === 'j' || key === 'J' ? 1 : key === 'k' || key === 'K' ? -1 : undefined
}

/** The paragraph of the text after in which a row stands, else of the one before. */
function paragraphOf(
  before: Revision,
  after: Revision,
  row: ReturnType<typeof compareTexts>['rows'][number] | undefined,
) {
  const [of, block] = row?.after === undefined ? [before, row?.before] : [after, row.after]
  return block === undefined ? undefined : (paragraphNumbers(of.blocks)[block.block] ?? undefined)
}
