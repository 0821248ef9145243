import type { Act } from '#annotations/edit/edit'
import type { PlainSegment } from '#annotations/model/annotation'
import type { AnnotationId, EditId } from '#annotations/model/ids'
import type { AppState } from '../app-state'
import { offersFor } from '../reading-offers'
import type { Saving } from '../saving'
import { openMarks, shownRevision } from '../selectors'
import type { Store } from '../store'
import { voiceFor } from './field-actions'
import { plainSegments } from './mark-actions'

/** What is taken of that which was read next to a quote; a speaker by the place in the offer. */
export type Taken = 'all' | 'source' | 'cue' | { readonly speaker: number }

/** Takes what was read in the text, and brings former states back. */
export interface ReadingActions {
  /** One edit, whatever it sets; nothing where nothing of it is offered. */
  take(annotation: AnnotationId, taken: Taken): void
  /** All that is offered for the active quote. */
  takeForActive(): void
  /** The annotation as it was after an edit of its history. */
  restore(annotation: AnnotationId, to: EditId): void
}

export function createReadingActions(store: Store<AppState>, saving: Saving, nextId: () => string): ReadingActions {
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))

  function take(id: AnnotationId, taken: Taken): void {
    const state = store.get()
    const revision = shownRevision(state)
    const annotation = openMarks(state).find(marked => marked.annotation.id === id)?.annotation
    const { document } = state
    if (document === undefined || revision === undefined || annotation?.kind !== 'quote') return
    const offers = offersFor(annotation, revision)
    const wants = (what: 'source' | 'cue') => taken === 'all' || taken === what
    const parts: PlainSegment[] = [
      ...(wants('source') ? (offers.source ?? []).map(range => ({ part: 'source' as const, ...range })) : []),
      ...(wants('cue') && offers.cue !== undefined ? [{ part: 'cue' as const, ...offers.cue }] : []),
    ]
    const named = typeof taken === 'object' ? offers.speakers.slice(taken.speaker, taken.speaker + 1) : offers.speakers
    const speakers = taken === 'source' || taken === 'cue' ? [] : named
    const made = speakers.flatMap(({ name, role }) => {
      const voice = voiceFor(state, { create: name }, nextId)
      if (voice === undefined) return []
      return [{ acts: voice.acts, voice: role === undefined ? voice.voice : { ...voice.voice, roleAsWritten: role } }]
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
