import { PanelLeft, PanelRight, Unlink } from 'lucide-react'
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { type ComparedBlock, type ComparedRow, compareTexts } from '#annotations/anchoring/compare-texts'
import { targetOf } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { paragraphNumbers, type Revision } from '#annotations/model/revision'
import { Badge } from '../../components/Badge'
import { classNames } from '../../components/class-names'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import type { AnchorQueue, QueueItem } from '../../state/anchor-queue'
import { besideEachOther, type DiffLine, type DiffRun, marksByBlock, runsOf, type ShownMark } from './diff-runs'
import './VersionDiff.css'

export interface VersionHead {
  readonly n: number
  readonly origin: string
}

export interface VersionDiffProps {
  readonly queue: AnchorQueue
  readonly item: QueueItem | undefined
  readonly before: Revision
  readonly heads: { readonly before: VersionHead; readonly after: VersionHead }
  /** Where the window is too narrow for what stands beside the texts, it is shown by a wish. */
  readonly onQueue: () => void
  readonly onDecision: () => void
}

/** The text before and the current one beside one another: words that went and came, and the marks in both. */
export function VersionDiff({ queue, item, before, heads, ...wishes }: VersionDiffProps) {
  const after = queue.current
  const rows = useMemo(() => compareTexts(before, after).rows, [before, after])
  const sides = useMemo(() => sidesOf(queue, before), [queue, before])
  const scroller = useRef<HTMLDivElement>(null)
  const active = item?.annotation.id
  const row = useMemo(() => rowOf(rows, before, after, item), [rows, before, after, item])
  useEffect(() => {
    const shown = scroller.current?.querySelector(`[data-row="${row}"]`)
    shown?.scrollIntoView({ block: 'center' })
  }, [row])
  return (
    <main className="pm-pane pm-version-diff" aria-label="Two versions" data-keys="list">
      <div className="pm-diff-heads pm-scroll">
        {[heads.before, heads.after].map(({ n, origin }, side) => (
          <div key={n} className="pm-diff-head">
            {side === 0 && (
              <IconButton label="Show the list" keys="Ctrl+B" className="pm-only-narrow" onPress={wishes.onQueue}>
                <Icon of={PanelLeft} />
              </IconButton>
            )}
            <strong className="pm-num">Version {n}</strong>
            <span className="pm-muted pm-num pm-ell pm-grow" title={origin}>
              {origin}
            </span>
            {side === 1 && (
              <>
                <Badge tone="plain" small>
                  current
                </Badge>
                <IconButton
                  label="Show the decision"
                  keys="Ctrl+\\"
                  className="pm-only-zoom"
                  onPress={wishes.onDecision}
                >
                  <Icon of={PanelRight} />
                </IconButton>
              </>
            )}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="pm-scroll pm-diff-rows" tabIndex={0} aria-label="Text before and after" ref={scroller}>
        {rows.map((one, n) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of two texts do not change
            key={n}
            n={n}
            row={one}
            sides={sides}
            active={n === row || isIn(one, sides, active) ? active : undefined}
          />
        ))}
      </section>
    </main>
  )
}

interface Side {
  readonly text: string
  readonly blocks: Revision['blocks']
  readonly numbers: readonly (number | null)[]
  readonly marks: ReadonlyMap<number, readonly ShownMark[]>
  /** The numbers of the items that begin in a block. */
  readonly items: ReadonlyMap<number, readonly { readonly n: number; readonly id: AnnotationId }[]>
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

function sidesOf({ items, current }: AnchorQueue, before: Revision): Sides {
  const old = items.filter(item => item.before.revision.id === before.id)
  return {
    before: sideOf(before, old, item => item.before.placement, false),
    after: sideOf(current, items, item => item.placement, true),
  }
}

function sideOf(
  revision: Revision,
  items: readonly QueueItem[],
  placementOf: (item: QueueItem) => QueueItem['placement'],
  isNew: boolean,
): Side {
  const marks = items.flatMap(item =>
    targetOf(placementOf(item)).map(({ start, end }): ShownMark => {
      const { id, kind } = item.annotation
      return { id, kind, start, end, proposed: isNew && item.section === 'undecided' }
    }),
  )
  const { blocks, text } = revision
  const numbered = new Map<number, { n: number; id: AnnotationId }[]>()
  for (const item of items) {
    const first = targetOf(placementOf(item))[0]
    if (item.n === 0 || first === undefined) continue
    const at = blocks.findIndex(block => block.end > first.start)
    numbered.set(at, [...(numbered.get(at) ?? []), { n: item.n, id: item.annotation.id }])
  }
  return { text, blocks, numbers: paragraphNumbers(blocks), marks: marksByBlock(blocks, marks), items: numbered }
}

function rowOf(rows: readonly ComparedRow[], before: Revision, after: Revision, item: QueueItem | undefined): number {
  const start = item === undefined ? undefined : targetOf(item.placement)[0]?.start
  const old = item?.before.revision.id === before.id ? targetOf(item.before.placement)[0]?.start : undefined
  const newBlock = start === undefined ? -1 : after.blocks.findIndex(block => block.end > start)
  const oldBlock = old === undefined ? -1 : before.blocks.findIndex(block => block.end > old)
  const at = rows.findIndex(row => row.before?.block === oldBlock && oldBlock >= 0)
  return at >= 0 ? at : rows.findIndex(row => row.after?.block === newBlock && newBlock >= 0)
}

function isIn({ before, after }: ComparedRow, sides: Sides, active: AnnotationId | undefined): boolean {
  const has = (side: Side, block: ComparedBlock | undefined) =>
    block !== undefined && side.marks.get(block.block)?.some(({ id }) => id === active) === true
  return has(sides.before, before) || has(sides.after, after)
}

interface RowProps {
  readonly n: number
  readonly row: ComparedRow
  readonly sides: Sides
  readonly active: AnnotationId | undefined
}

const Row = memo(function Row({ n, row, sides, active }: RowProps) {
  return (
    <div className="pm-diff-row" data-row={n}>
      <Cell side={sides.before} block={row.before} active={active} />
      <Cell side={sides.after} block={row.after} active={active} />
    </div>
  )
})

interface CellProps {
  readonly side: Side
  readonly block: ComparedBlock | undefined
  readonly active: AnnotationId | undefined
}

function Cell({ side, block, active }: CellProps) {
  if (block === undefined) {
    return (
      <div className="pm-diff-cell">
        <p className="pm-diff-gone">
          <Icon of={Unlink} size={14} />
          Not in this version
        </p>
      </div>
    )
  }
  const of = side.blocks[block.block]
  const number = side.numbers[block.block]
  return (
    <div className="pm-diff-cell">
      <span className="pm-diff-gutter pm-num" aria-hidden>
        {number}
        {side.items.get(block.block)?.map(({ n, id }) => (
          <span key={n} className="pm-queue-number" data-active={id === active || undefined}>
            {n}
          </span>
        ))}
      </span>
      <p
        className={classNames(
          'pm-diff-text',
          of?.type === 'heading' && 'pm-diff-heading',
          of?.role === 'headline' && 'pm-diff-headline',
        )}
      >
        {besideEachOther(runsOf(side.text, block, side.marks.get(block.block) ?? [], active)).map((group, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
          <span key={n} className={group[0]?.active === true ? 'pm-diff-active' : undefined}>
            <Runs runs={group} />
          </span>
        ))}
      </p>
    </div>
  )
}

const tags = { same: 'span', moved: 'span', deleted: 'del', inserted: 'ins' } as const

/** Words as they are marked. */
export function Runs({ runs }: { readonly runs: readonly DiffRun[] }) {
  return runs.map((run, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name
    <Run key={n} run={run} />
  ))
}

function Run({ run: { are, lines, text } }: { readonly run: DiffRun }) {
  const Tag = tags[are]
  const [upper, lower] = lines
  return (
    <Line line={upper} lane={1}>
      <Line line={lower} lane={2}>
        <Tag className={`pm-words-${are}`}>{text}</Tag>
      </Line>
    </Line>
  )
}

interface LineProps {
  readonly line: DiffLine | undefined
  readonly lane: 1 | 2
  readonly children: ReactNode
}

function Line({ line, lane, children }: LineProps) {
  if (line === undefined) return children
  const { kind, proposed } = line
  const look = classNames('pm-line', `pm-${kind}`, lane === 2 && 'pm-lane-2', proposed && 'pm-line-proposed')
  return <span className={look}>{children}</span>
}
