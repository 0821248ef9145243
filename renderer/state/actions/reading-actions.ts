import type { Act } from '#annotations/edit/edit'
import { aliasField } from '#annotations/model/aliases'
import type { Annotation, PlainSegment } from '#annotations/model/annotation'
import type { AnnotationId, EditId } from '#annotations/model/ids'
import type { Revision } from '#annotations/model/revision'
import type { AppState } from '../app-state'
import { claimantOffer } from '../claimant-offer'
import { offersFor } from '../reading-offers'
import type { Saving } from '../saving'
import { openMark, openMarks, shownRevision } from '../selectors'
import type { Store } from '../store'
import { voiceFor } from './field-actions'
import { plainSegments } from './mark-actions'

/** What is taken of that which was read in and next to an annotation; a speaker by the place in the offer. */
export type Taken = 'all' | 'source' | 'cue' | 'claimant' | { readonly speaker: number }

/** A new speaker with another name that the text has for it. */
function withAlias(act: Act, alias: string): Act {
  return act.do === 'add-entry' ? { ...act, fields: { ...act.fields, [aliasField(alias)]: true } } : act
}

/** Takes what was read in the text, and brings former states back. */
export interface ReadingActions {
  /** One edit, whatever it sets; nothing where nothing of it is offered. */
  take(annotation: AnnotationId, taken: Taken): void
  /** All that is offered for the active quote or claim. */
  takeForActive(): void
  /** The annotation as it was after an edit of its history. */
  restore(annotation: AnnotationId, to: EditId): void
}

export function createReadingActions(store: Store<AppState>, saving: Saving, nextId: () => string): ReadingActions {
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))

  function take(id: AnnotationId, taken: Taken): void {
    const state = store.get()
    const revision = shownRevision(state)
    const annotation = openMark(state, id)?.marked.annotation
    const { document } = state
    if (document === undefined || revision === undefined) return
    if (annotation?.kind === 'claim') return takeForClaim(annotation, revision, taken)
    if (annotation?.kind !== 'quote') return
    const offers = offersFor(annotation, revision)
    const wants = (what: 'source' | 'cue') => taken === 'all' || taken === what
    const parts: PlainSegment[] = [
      ...(wants('source') ? (offers.source ?? []).map(range => ({ part: 'source' as const, ...range })) : []),
      ...(wants('cue') && offers.cue !== undefined ? [{ part: 'cue' as const, ...offers.cue }] : []),
    ]
    const named = typeof taken === 'object' ? offers.speakers.slice(taken.speaker, taken.speaker + 1) : offers.speakers
    const speakers = taken === 'source' || taken === 'cue' ? [] : named
    const made = speakers.flatMap(({ name, written, role }) => {
      const found = voiceFor(state, { create: name }, nextId)
      if (found === undefined) return []
      const voice = {
        ...found.voice,
        ...(written === undefined ? {} : { name: written }),
        ...(role === undefined ? {} : { roleAsWritten: role }),
      }
      return [{ acts: written === undefined ? found.acts : found.acts.map(act => withAlias(act, written)), voice }]
    })
    const on = { document: document.id, annotation: id }
    const place: Act = {
      do: 'place',
      ...on,
      revision: revision.id,
      segments: [...plainSegments(annotation, revision.id), ...parts],
    }
    const voices = [...annotation.quote.speakers, ...made.map(({ voice }) => voice)]
    const acts: Act[] = [
      ...made.flatMap(one => one.acts),
      ...(parts.length === 0 ? [] : [place]),
      ...(made.length === 0 ? [] : [{ do: 'set-quote' as const, ...on, quote: { speakers: voices } }]),
    ]
    if (!saving.dispatch(acts)) return
    const words = [
      ...parts.map(({ start, end }) => revision.text.slice(start, end)),
      ...made.map(({ voice }) => voice.name),
    ]
    announce(`Taken from the text: ${[...new Set(words)].join(', ')}`)
  }

  function takeForClaim(claim: Annotation & { readonly kind: 'claim' }, revision: Revision, taken: Taken): void {
    const state = store.get()
    const { document } = state
    const figures = taken === 'all' ? offersFor(claim, revision).figures : []
    const offered =
      taken === 'all' || taken === 'claimant' ? claimantOffer(claim, revision, openMarks(state)) : undefined
    const made =
      offered?.speaker === undefined && offered ? voiceFor(state, { create: offered.name }, nextId) : undefined
    const claimant = offered && { ...offered, ...made?.voice }
    if (document === undefined || (figures.length === 0 && claimant === undefined)) return
    const set = {
      ...(figures.length === 0 ? {} : { figures: [...claim.claim.figures, ...figures] }),
      ...(claimant === undefined ? {} : { claimant }),
    }
    const act: Act = { do: 'set-claim', document: document.id, annotation: claim.id, claim: set }
    if (!saving.dispatch([...(made?.acts ?? []), act])) return
    const words = [...figures.map(({ asWritten }) => asWritten), ...(claimant === undefined ? [] : [claimant.name])]
    announce(`Taken from the text: ${words.join(', ')}`)
  }

  return {
    take,
    takeForActive: () => {
      const { active } = store.get()
      if (active !== null) take(active, 'all')
    },
    restore: (annotation, to) => {
      const { document } = store.get()
      if (document === undefined) return
      if (saving.dispatch([{ do: 'restore', document: document.id, annotation, to }]))
        announce('Restored as it was then')
    },
  }
}
