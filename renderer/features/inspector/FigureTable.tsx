import { Plus, X } from 'lucide-react'
import { type CSSProperties, type FocusEvent, useEffect, useState } from 'react'
import type { Figure } from '#annotations/model/annotation'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import './FigureTable.css'
import {
  columnShares,
  type FigureRow,
  figuresOf,
  figureWords,
  newRow,
  rowsOf,
  sameFigures,
  valueProblem,
} from './figure-rows'
import { OfferChip } from './OfferChip'

export interface FigureTableProps {
  readonly figures: readonly Figure[]
  /** Figures that were read in the text and are not among them. */
  readonly offered: readonly Figure[]
  readonly editable: boolean
  /** What is offered for the claim beside figures is taken with them. */
  readonly takesMore?: boolean
  /** Reported when the focus leaves a row, and at once for a removed one. What is no number is not in it. */
  readonly onFigures: (figures: readonly Figure[]) => void
  readonly onTakeAll: () => void
}

/** The numbers of a claim: value, unit, as written. Reports all of them when one was changed. */
export function FigureTable({ figures, offered, editable, takesMore, onFigures, onTakeAll }: FigureTableProps) {
  const [rows, setRows] = useState<readonly FigureRow[]>(() => rowsOf(figures))
  // What is typed and is no number stays to be seen, though the figures have none of it.
  useEffect(() => setRows(now => (sameFigures(figuresOf(now), figures) ? now : rowsOf(figures))), [figures])

  const report = (now: readonly FigureRow[]): void => {
    const said = figuresOf(now)
    if (!sameFigures(said, figures)) onFigures(said)
  }
  const change = (row: number, set: Partial<FigureRow>): void =>
    setRows(rows.map(one => (one.row === row ? { ...one, ...set } : one)))
  const remove = (row: number): void => {
    const left = rows.filter(one => one.row !== row)
    setRows(left)
    report(left)
  }
  const leave = (event: FocusEvent<HTMLTableRowElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) report(rows)
  }
  const shares = columnShares(rows)
  const problem = rows.map(row => valueProblem(row.value)).find(words => words !== undefined)

  return (
    <>
      <table
        className="pm-figures"
        aria-label="Figures"
        style={{ '--value': `${shares.value}%`, '--unit': `${shares.unit}%` } as CSSProperties}
      >
        {rows.length > 0 && (
          <thead>
            <tr>
              <th scope="col" className="pm-figure-value">
                Value
              </th>
              <th scope="col">Unit</th>
              <th scope="col">As written</th>
              {editable && (
                <th scope="col">
                  <span className="pm-vh">Remove</span>
                </th>
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) =>
            editable ? (
              <EditableRow
                key={row.row}
                row={row}
                n={index + 1}
                onChange={set => change(row.row, set)}
                onRemove={() => remove(row.row)}
                onLeave={leave}
              />
            ) : (
              <tr key={row.row}>
                <td className="pm-figure-value pm-strong">{row.value}</td>
                <td>{row.unit}</td>
                <td className="pm-second">{row.asWritten}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {problem !== undefined && (
        <p className="pm-field-error" role="alert">
          {problem}
        </p>
      )}
      {editable && offered.length > 0 && (
        <ul className="pm-offers" aria-label="Figures in the text">
          {offered.map(figure => (
            <li key={figure.asWritten}>
              <OfferChip
                text={figureWords(figure)}
                name={`Add figure ${figureWords(figure)}`}
                onTake={() => onFigures([...figures, figure])}
              />
            </li>
          ))}
          {(offered.length > 1 || takesMore) && (
            <li>
              <Button size="sm" look="quiet" keys="Shift+W" onPress={onTakeAll}>
                Take all
              </Button>
            </li>
          )}
        </ul>
      )}
      {editable && (
        <Button
          size="sm"
          look="quiet"
          field="figures"
          icon={<Icon of={Plus} size={14} />}
          onPress={() => setRows([...rows, newRow(rows)])}
        >
          Add figure
        </Button>
      )}
      {!editable && rows.length === 0 && <p className="pm-muted">None</p>}
    </>
  )
}

interface EditableRowProps {
  readonly row: FigureRow
  readonly n: number
  readonly onChange: (set: Partial<FigureRow>) => void
  readonly onRemove: () => void
  readonly onLeave: (event: FocusEvent<HTMLTableRowElement>) => void
}

function EditableRow({ row, n, onChange, onRemove, onLeave }: EditableRowProps) {
  const fresh = row.figure === undefined && `${row.value}${row.unit}${row.asWritten}` === ''
  return (
    <tr onBlur={onLeave}>
      <td className="pm-figure-value">
        <input
          type="text"
          inputMode="decimal"
          data-field={n === 1 ? 'figures' : undefined}
          aria-label={`Value of figure ${n}`}
          aria-invalid={valueProblem(row.value) !== undefined}
          value={row.value}
          // biome-ignore lint/a11y/noAutofocus: the row was just asked for
          autoFocus={fresh}
          onChange={event => onChange({ value: event.target.value })}
        />
      </td>
      <td>
        <input
          type="text"
          aria-label={`Unit of figure ${n}`}
          title={row.unit}
          value={row.unit}
          onChange={event => onChange({ unit: event.target.value })}
        />
      </td>
      <td>
        <input
          type="text"
          aria-label={`Figure ${n} as written`}
          title={row.asWritten}
          value={row.asWritten}
          onChange={event => onChange({ asWritten: event.target.value })}
        />
      </td>
      <td className="pm-figure-remove">
        <IconButton label={`Remove figure ${n}`} size="sm" takesAway onPress={onRemove}>
          <Icon of={X} size={14} />
        </IconButton>
      </td>
    </tr>
  )
}
