import { type CSSProperties, memo, type Ref } from 'react'
import type { ComparedBlock, ComparedPiece, ComparedRow } from '#annotations/anchoring/compare-texts'
import { paragraphNumbers, type Revision } from '#annotations/model/revision'
import { classNames } from '../../components/class-names'
import './CompareRows.css'

export interface CompareRowsProps {
  readonly before: Revision
  readonly after: Revision
  readonly rows: readonly ComparedRow[]
  /** The change that is looked at and its row; -1 for none. */
  readonly change: number
  readonly row: number
  readonly ref?: Ref<HTMLElement>
}

/** Two texts beside one another, block by block; only rows in sight are laid out. */
export function CompareRows({ before, after, rows, change, row, ref }: CompareRowsProps) {
  const numbers = { before: paragraphNumbers(before.blocks), after: paragraphNumbers(after.blocks) }
  const numberOf = (side: 'before' | 'after', block: ComparedBlock | undefined) =>
    block === undefined ? null : (numbers[side][block.block] ?? null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="pm-scroll pm-compare-rows" tabIndex={0} aria-label="Both texts" ref={ref}>
      {rows.map((one, n) => (
        <CompareRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of two texts do not change
          key={n}
          n={n}
          row={one}
          before={before}
          after={after}
          beforeNo={numberOf('before', one.before)}
          afterNo={numberOf('after', one.after)}
          change={n === row ? change : -1}
        />
      ))}
    </section>
  )
}

interface CompareRowProps extends Pick<CompareRowsProps, 'before' | 'after'> {
  readonly n: number
  readonly row: ComparedRow
  readonly beforeNo: number | null
  readonly afterNo: number | null
  readonly change: number
}

const CompareRow = memo(function CompareRow(props: CompareRowProps) {
  const { n, row, before, after, beforeNo, afterNo, change } = props
  const lines = Math.ceil(Math.max(lengthOf(row.before), lengthOf(row.after)) / charactersPerLine)
  return (
    <div className="pm-compare-row" data-row={n} style={{ '--lines': Math.max(1, lines) } as CSSProperties}>
      <CompareCell of={before} block={row.before} n={beforeNo} change={change} />
      <CompareCell of={after} block={row.after} n={afterNo} change={change} />
    </div>
  )
})

const charactersPerLine = 56

function lengthOf(block: ComparedBlock | undefined): number {
  const [first, last] = [block?.pieces[0], block?.pieces[block.pieces.length - 1]]
  return (last?.end ?? 0) - (first?.start ?? 0)
}

interface CompareCellProps {
  readonly of: Revision
  readonly block: ComparedBlock | undefined
  readonly n: number | null
  readonly change: number
}

function CompareCell({ of, block, n, change }: CompareCellProps) {
  if (block === undefined) return <div className="pm-compare-cell" />
  const { role, type } = of.blocks[block.block] ?? { role: 'body', type: 'paragraph' }
  return (
    <div className="pm-compare-cell">
      <span className="pm-compare-n pm-num">{n}</span>
      <p className="pm-compare-text" data-role={role} data-type={type} dir="auto">
        {block.pieces.map(piece => (
          <Piece key={piece.start} piece={piece} text={of.text} active={piece.change === change && change >= 0} />
        ))}
      </p>
    </div>
  )
}

function Piece({
  piece,
  text,
  active,
}: {
  readonly piece: ComparedPiece
  readonly text: string
  readonly active: boolean
}) {
  const { start, end, are } = piece
  const words = text.slice(start, end)
  const className = classNames(`pm-${are}`, active && 'pm-compare-active')
  if (are === 'same') return words
  if (are === 'deleted') return <del className={className}>{words}</del>
  if (are === 'inserted') return <ins className={className}>{words}</ins>
  return <mark className={className}>{words}</mark>
}
