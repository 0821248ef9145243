import fc from 'fast-check'
import type { CodedAnnotation } from '../agreement/coded-annotation'
import type { Annotation, Claim, Kind, Quote } from '../model/annotation'
import type { TextRange } from '../model/revision'
import { at } from './build'

/** A coded annotation from its content, as `[start, end]` pairs, and what differs from a plain quote without labels. */
export function coded(
  id: string,
  content: readonly (readonly [number, number])[],
  more: {
    readonly kind?: Kind
    readonly tags?: readonly string[]
    readonly voices?: readonly string[]
    readonly quote?: Partial<Quote>
    readonly claim?: Partial<Claim>
    readonly source?: readonly (readonly [number, number])[]
    readonly cue?: readonly (readonly [number, number])[]
  } = {},
): CodedAnnotation {
  const base = {
    id,
    placements: new Map(),
    note: '',
    codebook: 0,
    status: 'draft',
    deleted: false,
    created: at,
  } as const
  const common = { ...base, tags: new Set(more.tags ?? []), modified: at, edit: 'e' }
  const kind = more.kind ?? 'quote'
  const annotation: Annotation =
    kind === 'quote'
      ? { ...common, kind, quote: { type: 'direct', speakers: [], ...more.quote } }
      : kind === 'claim'
        ? { ...common, kind, claim: { figures: [], ...more.claim } }
        : { ...common, kind }
  return {
    id,
    kind,
    content: content.map(toRange),
    source: (more.source ?? []).map(toRange),
    cue: (more.cue ?? []).map(toRange),
    tags: new Set(more.tags ?? []),
    voices: more.voices ?? [],
    ...(annotation.kind === 'quote' ? { quoteType: annotation.quote.type } : {}),
    ...(annotation.kind === 'claim' && annotation.claim.type !== undefined ? { claimType: annotation.claim.type } : {}),
    annotation,
  }
}

function toRange([start, end]: readonly [number, number]): TextRange {
  return { start, end }
}

/** Up to 8 annotations over a short text, with pieces, equal places and overlaps; ids begin with `prefix`. */
export function codings(prefix: string): fc.Arbitrary<readonly CodedAnnotation[]> {
  const piece = fc.record({ gap: fc.integer({ min: 1, max: 4 }), length: fc.integer({ min: 1, max: 6 }) })
  const one = fc.record({
    start: fc.nat(12),
    pieces: fc.array(piece, { minLength: 1, maxLength: 2 }),
    kind: fc.constantFrom<Kind[]>('quote', 'claim', 'note'),
    tags: fc.subarray(['t1', 't2']),
    voices: fc.subarray(['s1', '~she']),
  })
  return fc.array(one, { maxLength: 8 }).map(list =>
    list.map(({ start, pieces, ...more }, n) => {
      let at = start
      const content = pieces.map(({ gap, length }) => {
        const from = at + gap
        at = from + length
        return [from, at] as const
      })
      return coded(`${prefix}${n}`, content, more)
    }),
  )
}
