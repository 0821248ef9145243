import type { AnnotatorId } from '#annotations/model/ids'
import type { MeasureJson } from '#app/contract/agreement-values'
import { countsInWords, valueWords } from './agreement-words'

export interface PairMatrixProps {
  readonly name: string
  readonly annotators: readonly AnnotatorId[]
  readonly pairs: NonNullable<MeasureJson['pairs']>
  readonly nameOf: (id: AnnotatorId) => string
  readonly onPlaces: (pair: readonly AnnotatorId[]) => void
}

/** A measure of every two annotators as a square, each figure the way to its places. */
export function PairMatrix({ name, annotators, pairs, nameOf, onPlaces }: PairMatrixProps) {
  const pairOf = (a: AnnotatorId, b: AnnotatorId) =>
    pairs.find(({ annotators: both }) => both.includes(a) && both.includes(b))
  return (
    <table className="pm-matrix" aria-label={`${name} of every two annotators`}>
      <thead>
        <tr>
          <td />
          {annotators.map(id => (
            <th key={id} scope="col">
              {nameOf(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {annotators.map(a => (
          <tr key={a}>
            <th scope="row">{nameOf(a)}</th>
            {annotators.map(b => {
              const pair = a === b ? undefined : pairOf(a, b)
              return (
                <td key={b} className="pm-num">
                  {pair === undefined ? (
                    '·'
                  ) : (
                    <button
                      type="button"
                      className="pm-measure-link"
                      title={countsInWords(pair.counts)}
                      aria-label={`${nameOf(a)} and ${nameOf(b)}: ${valueWords(pair.value, pair.reason)}; places`}
                      onClick={() => onPlaces([a, b])}
                    >
                      {pair.value === null ? '–' : valueWords(pair.value, undefined)}
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
