import { Fragment } from 'react'
import type { AnnotatorId } from '#annotations/model/ids'
import type { FigureJson, LayerJson, MeasureJson } from '#app/contract/agreement-values'
import { countsInWords, groupWords, intervalWords, measureGroups, measureWords, valueWords } from './agreement-words'
import { PairMatrix } from './PairMatrix'

export interface FigureTableProps {
  readonly layer: LayerJson
  readonly annotators: readonly AnnotatorId[]
  readonly nameOf: (id: AnnotatorId) => string
  /** The measure whose figures of every two annotators are unfolded. */
  readonly pairsOf: string | undefined
  readonly onPairs: (measure: string) => void
  readonly onPlaces: (measure: string, pair?: readonly AnnotatorId[]) => void
}

/** The measures of a layer, boundaries, labels and speakers apart: value, interval, what it was made from, and the way to the places. */
export function FigureTable(props: FigureTableProps) {
  const { layer, annotators } = props
  const measures = Object.entries(layer.measures)
  const groups = measureGroups.flatMap(group => {
    const own = measures.filter(([id]) => measureWords(id).group === group)
    return own.length === 0 ? [] : [{ group, own }]
  })
  return (
    <table className="pm-measures">
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Value</th>
          <th scope="col">95 % interval</th>
          <th scope="col">Made from</th>
          <th scope="col">Places</th>
        </tr>
      </thead>
      {groups.map(({ group, own }) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={5} className="pm-measures-group">
              {groupWords[group]}
            </th>
          </tr>
          {own.map(([id, measure]) => (
            <Fragment key={id}>
              <FigureRow id={id} measure={measure} {...props} />
              {props.pairsOf === id && measure.pairs !== undefined && (
                <tr>
                  <td colSpan={5}>
                    <PairMatrix
                      name={measureWords(id).name}
                      annotators={annotators}
                      pairs={measure.pairs}
                      nameOf={props.nameOf}
                      onPlaces={pair => props.onPlaces(id, pair)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function FigureRow({
  id,
  measure,
  pairsOf,
  onPairs,
  onPlaces,
}: FigureTableProps & { readonly id: string; readonly measure: MeasureJson }) {
  const { name, of } = measureWords(id)
  const isDefined = measure.value !== null
  return (
    <tr data-measure={id}>
      <th scope="row">
        {name}
        <span className="pm-measures-of">{of}</span>
      </th>
      <td className={isDefined ? 'pm-measures-value pm-num' : 'pm-second'}>
        {valueWords(measure.value, measure.reason)}
      </td>
      <td className="pm-num">{intervalWords(measure.interval, measure.noInterval)}</td>
      <td className="pm-second pm-num">{countsInWords(measure.counts)}</td>
      <td>
        <span className="pm-measures-ways">
          {hasPlaces(measure) && (
            <button
              type="button"
              className="pm-measure-link"
              aria-label={`Places of ${name}`}
              onClick={() => onPlaces(id)}
            >
              Places
            </button>
          )}
          {measure.pairs !== undefined && (
            <button
              type="button"
              className="pm-measure-link"
              aria-expanded={pairsOf === id}
              aria-label={`Pairs: ${name}, every two annotators`}
              onClick={() => onPairs(id)}
            >
              Pairs
            </button>
          )}
        </span>
      </td>
    </tr>
  )
}

/** Something was compared. */
function hasPlaces({ counts, reason }: FigureJson): boolean {
  return reason !== 'no-units' && Object.values(counts).some(n => n > 0)
}
