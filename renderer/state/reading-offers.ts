import { type Annotation, type Figure, type Placement, targetOf, type Voice } from '#annotations/model/annotation'
import type { Revision, TextRange } from '#annotations/model/revision'
import { type Attribution, nearestAttribution } from '#annotations/reading/attribution'
import { figuresInText } from '#annotations/reading/figures-in-text'
import { fullNameIn } from '#annotations/reading/full-name'

/** What the text says about an annotation and the annotation does not say yet. */
export interface ReadingOffers {
  readonly cue?: TextRange
  /** Where the source is named. */
  readonly source?: readonly TextRange[]
  /** Who is named and is no speaker yet. */
  readonly speakers: readonly OfferedSpeaker[]
  /** For each speaker that the annotation has: the role that the text gives, where none is set. */
  readonly roles: readonly (string | undefined)[]
  readonly figures: readonly Figure[]
}

export interface OfferedSpeaker {
  /** In full where the text gives it so elsewhere. */
  readonly name: string
  /** The name next to the quote, where it is a shorter one. */
  readonly written?: string
  readonly role?: string
}

const nothing: ReadingOffers = { speakers: [], roles: [], figures: [] }
const known = new WeakMap<Annotation, { readonly revision: Revision; readonly offers: ReadingOffers }>()

/** Read from the text round a quote and in that of a claim; what is set already is left out. Cached by annotation. */
export function offersFor(annotation: Annotation, revision: Revision): ReadingOffers {
  const before = known.get(annotation)
  if (before?.revision === revision) return before.offers
  const offers = readOffers(annotation, revision)
  known.set(annotation, { revision, offers })
  return offers
}

function readOffers(annotation: Annotation, revision: Revision): ReadingOffers {
  const placement = annotation.placements.get(revision.id)
  const target = targetOf(placement)
  if (target.length === 0) return nothing
  if (annotation.kind === 'claim') {
    const taken = annotation.claim.figures
    const read = target.flatMap(({ exact }) => figuresInText(exact).map(({ figure }) => figure))
    return { ...nothing, figures: read.filter(figure => !taken.some(one => sayTheSame(one, figure))) }
  }
  if (annotation.kind !== 'quote') return nothing
  const found = attributionAt(placement, revision)
  if (found === undefined) return nothing
  const has = (part: 'source' | 'cue') => placement?.segments.some(segment => segment.part === part) === true
  return {
    ...(has('cue') ? {} : { cue: found.cue }),
    ...(has('source') ? {} : { source: found.source }),
    speakers: newSpeakers(found, annotation.quote.speakers, revision.text),
    roles: annotation.quote.speakers.map(voice => newRole(found, voice)),
    figures: [],
  }
}

const attributions = new WeakMap<Placement, { readonly revision: Revision; readonly found: Attribution | undefined }>()

/** Who is named nearest to a place. Cached by the place, which an edit of anything else leaves as it is. */
function attributionAt(placement: Placement | undefined, revision: Revision): Attribution | undefined {
  if (placement === undefined) return undefined
  const known = attributions.get(placement)
  if (known?.revision === revision) return known.found
  const found = nearestAttribution(revision.text, revision.blocks, targetOf(placement))
  attributions.set(placement, { revision, found })
  return found
}

function newSpeakers(
  { speakers }: Attribution,
  taken: readonly { readonly name: string }[],
  text: string,
): OfferedSpeaker[] {
  return speakers
    .filter(({ name }) => !taken.some(one => isSameName(one.name, name)))
    .map(({ name, role }) => {
      const full = fullNameIn(text, name)
      return {
        name: full,
        ...(full === name ? {} : { written: name }),
        ...(role === undefined ? {} : { role }),
      }
    })
}

function newRole({ speakers }: Attribution, voice: Voice): string | undefined {
  return voice.roleAsWritten === undefined ? speakers.find(({ name }) => isSameName(name, voice.name))?.role : undefined
}

/** Whether one name is the other, or the other with a title before it. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)
}

function sayTheSame(one: Figure, other: Figure): boolean {
  return one.asWritten === other.asWritten || (one.value === other.value && one.unit === other.unit)
}
