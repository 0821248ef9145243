import type { Field } from '../changes/change'
import type { Figure } from '../model/annotation'
import { isId } from '../model/ids'
import type { Json } from '../model/json'
import { readAnnotation } from '../model/read-annotation'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, ownAnnotation, type Plan } from './plan'
import { voiceJson } from './set-quote'

/**
 * Sets what is given of a claim; `null` clears. Refused for another kind, figures that are not decimal numbers, a
 * claimant without a name, and a type or claim that is no id.
 */
export function planSetClaim(context: Context, act: ActOf<'set-claim'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  if (readAnnotation(mine.value)?.kind !== 'claim') return problem('wrong-kind', { kind: 'claim' })
  const wrong = wrongInClaim(act.claim)
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  return ok([annotationWrite(act.document, act.annotation, claimFields(act.claim))])
}

/** The first field of a claim with a value that it cannot have. */
export function wrongInClaim({ type, claimant, of, figures }: ActOf<'set-claim'>['claim']): Field | undefined {
  if (typeof type === 'string' && !isId(type)) return 'claim.type'
  if (typeof of === 'string' && !isId(of)) return 'claim.of'
  if (claimant !== undefined && claimant !== null && claimant.name.trim() === '') return 'claim.claimant'
  return figures?.some(figure => !isFigure(figure)) === true ? 'claim.figures' : undefined
}

/** The stored fields of what is given of a claim; empty text and an empty list are absent. */
export function claimFields(claim: ActOf<'set-claim'>['claim']): Map<Field, Json> {
  const set = new Map<Field, Json>()
  if (claim.type !== undefined) set.set('claim.type', claim.type)
  if (claim.statement !== undefined) set.set('claim.statement', claim.statement === '' ? null : claim.statement)
  if (claim.claimant !== undefined)
    set.set('claim.claimant', claim.claimant === null ? null : voiceJson(claim.claimant))
  if (claim.of !== undefined) set.set('claim.of', claim.of)
  if (claim.figures !== undefined) {
    const figures = claim.figures ?? []
    set.set('claim.figures', figures.length === 0 ? null : figures.map(figureJson))
  }
  return set
}

/** True for a decimal number in digits, as `value` and `upTo` of a figure must be: `-12.50`, no exponent. */
export function isDecimal(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value)
}

function isFigure(figure: Figure): boolean {
  return [figure.value, figure.upTo].every(value => value === undefined || isDecimal(value))
}

function figureJson(figure: Figure): Json {
  const json: { [name: string]: Json } = { asWritten: figure.asWritten }
  for (const name of ['value', 'upTo', 'unit', 'period', 'relation', 'baseline'] as const) {
    const value = figure[name]
    if (value !== undefined && value !== '') json[name] = value
  }
  return json
}
