import { kinds } from '#annotations/model/annotation'
import { roles } from '#annotations/model/revision'
import { type FacetName, noValue } from '#app/contract/excerpt-facets'
import type { FacetValue } from '#app/contract/excerpt-query'
import { valueName } from './excerpt-words'

/** A line of a facet. */
export interface ShownValue {
  readonly value: string
  readonly name: string
  readonly count: number
  readonly chosen: boolean
  /** Of a tag below another, how deep. */
  readonly depth: number
}

/** Values that are always there, in this order, so that nothing moves while one filters; others come after them. */
const fixed: { readonly [Name in FacetName]?: readonly string[] } = {
  kind: kinds,
  status: ['draft', 'submitted'],
}

/** The lines of a facet: fixed ones in their order, sections as a release has them, all others as they come. */
export function facetValues(
  name: FacetName,
  values: readonly FacetValue[],
  chosen: readonly string[],
): readonly ShownValue[] {
  const always = fixed[name] ?? []
  const there = always.map(value => values.find(one => one.value === value) ?? { value, count: 0 })
  const others = values.filter(({ value }) => !always.includes(value))
  const found = [...there, ...(name === 'section' ? inReadingOrder(others) : others)]
  return found
    .filter(({ value, count }) => value !== noValue || (name !== 'claim-type' && name !== 'section') || count > 0)
    .map(value => ({
      value: value.value,
      name: valueName(name, value),
      count: value.count,
      chosen: chosen.includes(value.value),
      depth: name === 'tag' && value.path !== undefined ? value.path.length - 1 : 0,
    }))
}

function inReadingOrder(values: readonly FacetValue[]): readonly FacetValue[] {
  const order: readonly string[] = roles
  const place = ({ value }: FacetValue) => (value === noValue ? order.length : order.indexOf(value))
  return [...values].sort((a, b) => place(a) - place(b))
}

/** The first lines, and all that are chosen. */
export function firstValues(values: readonly ShownValue[], most: number): readonly ShownValue[] {
  return values.filter(({ chosen }, n) => n < most || chosen)
}
