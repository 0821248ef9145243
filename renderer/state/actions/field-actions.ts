import { entryKey } from '#annotations/changes/entry'
import { emptyScope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import type { Annotation, AuthorStatus, Claim, Kind, QuoteType, Voice } from '#annotations/model/annotation'
import { entryName } from '#annotations/model/entry-name'
import type { AnnotationId, SpeakerId, TagId } from '#annotations/model/ids'
import { kindOfName } from '#annotations/reading/kind-of-name'
import { settlingAct } from '../../features/inspector/annotation-clashes'
import { speakerList } from '../../features/speakers/speaker-list'
import type { AppState } from '../app-state'
import type { Saving } from '../saving'
import { openMark, openScope, registerOf, speakerOptions, tagOptions } from '../selectors'
import type { Store } from '../store'

/** A speaker of the register, or a name that it may not have yet. */
export type SpeakerChoice = { readonly id: SpeakerId } | { readonly create: string }

/** A tag of the codebook, or a path of names from the root of which some may be missing. */
export type TagChoice = { readonly id: TagId } | { readonly create: readonly string[] }

/** What a person does to the fields of an annotation of the open document. */
export interface FieldActions {
  setKind(annotation: AnnotationId, kind: Kind): void
  setQuoteType(annotation: AnnotationId, type: QuoteType): void
  addSpeaker(annotation: AnnotationId, speaker: SpeakerChoice, roleAsWritten?: string): void
  setSpeakerRole(annotation: AnnotationId, index: number, role: string): void
  removeSpeaker(annotation: AnnotationId, index: number): void
  setClaim(annotation: AnnotationId, claim: ClaimChange): void
  setClaimant(annotation: AnnotationId, claimant: SpeakerChoice | null): void
  setClaimantRole(annotation: AnnotationId, role: string): void
  addTag(annotation: AnnotationId, tag: TagChoice): void
  addTags(annotation: AnnotationId, tags: readonly TagId[]): void
  dropTag(annotation: AnnotationId, tag: TagId): void
  setNote(annotation: AnnotationId, note: string): void
  setStatus(annotation: AnnotationId, status: AuthorStatus): void
  /** Makes one of two values of a field stand that were set without seeing one another. */
  settle(annotation: AnnotationId, field: string, take: 'standing' | 'other'): void
  remove(annotation: AnnotationId): void
}

export type ClaimChange = { readonly [K in keyof Claim]?: Claim[K] | null }

/** Field edits as acts; typing that goes on stays one edit. */
export function createFieldActions(store: Store<AppState>, saving: Saving, nextId: () => string): FieldActions {
  function edit(
    annotation: AnnotationId,
    acts: readonly FieldAct[],
    before: readonly Act[] = [],
    gesture?: string,
  ): void {
    const document = store.get().document?.id
    if (document === undefined) return
    const list = [...before, ...acts.map(act => ({ document, annotation, ...act }) as Act)]
    saving.dispatch(list, gesture === undefined ? undefined : `${gesture}:${annotation}`)
  }

  const shown = (annotation: AnnotationId): Annotation | undefined =>
    openMark(store.get(), annotation)?.marked.annotation

  const speakersOf = (annotation: AnnotationId): readonly Voice[] => {
    const found = shown(annotation)
    return found?.kind === 'quote' ? found.quote.speakers : []
  }

  const voiceOf = (choice: SpeakerChoice) => voiceFor(store.get(), choice, nextId)

  function addTag(annotation: AnnotationId, choice: TagChoice): void {
    if ('id' in choice) return edit(annotation, [{ do: 'set-tags', add: [choice.id] }])
    const { tag, acts } = tagOfPath(store.get(), choice.create, nextId)
    if (tag !== undefined) edit(annotation, [{ do: 'set-tags', add: [tag] }], acts)
  }

  return {
    setKind: (annotation, kind) => edit(annotation, [{ do: 'set-kind', kind }]),
    setQuoteType: (annotation, type) => edit(annotation, [{ do: 'set-quote', quote: { type } }]),
    addSpeaker: (annotation, speaker, roleAsWritten) => {
      const made = voiceOf(speaker)
      if (made === undefined) return
      const voice = roleAsWritten === undefined ? made.voice : { ...made.voice, roleAsWritten }
      edit(annotation, [{ do: 'set-quote', quote: { speakers: [...speakersOf(annotation), voice] } }], made.acts)
    },
    setSpeakerRole: (annotation, index, role) => {
      const speakers = speakersOf(annotation).map((voice, i) => (i === index ? withRole(voice, role) : voice))
      edit(annotation, [{ do: 'set-quote', quote: { speakers } }], [], `speaker-${index}`)
    },
    removeSpeaker: (annotation, index) => {
      const speakers = speakersOf(annotation).filter((_, i) => i !== index)
      edit(annotation, [{ do: 'set-quote', quote: { speakers } }])
    },
    setClaim: (annotation, claim) =>
      edit(annotation, [{ do: 'set-claim', claim }], [], claim.statement === undefined ? undefined : 'statement'),
    setClaimant: (annotation, claimant) => {
      if (claimant === null) return edit(annotation, [{ do: 'set-claim', claim: { claimant: null } }])
      const made = voiceOf(claimant)
      if (made !== undefined) edit(annotation, [{ do: 'set-claim', claim: { claimant: made.voice } }], made.acts)
    },
    setClaimantRole: (annotation, role) => {
      const found = shown(annotation)
      const claimant = found?.kind === 'claim' ? found.claim.claimant : undefined
      if (claimant === undefined) return
      edit(annotation, [{ do: 'set-claim', claim: { claimant: withRole(claimant, role) } }], [], 'claimant-role')
    },
    addTag,
    addTags: (annotation, tags) => edit(annotation, [{ do: 'set-tags', add: tags }]),
    dropTag: (annotation, tag) => {
      const merged = mergedInto(store.get(), shown(annotation)?.tags ?? new Set(), tag)
      edit(annotation, [{ do: 'set-tags', drop: [tag, ...merged] }])
    },
    setNote: (annotation, note) => edit(annotation, [{ do: 'set-note', note }], [], 'note'),
    setStatus: (annotation, status) => edit(annotation, [{ do: 'set-status', status }]),
    settle: (annotation, field, take) => {
      const { document, info } = store.get()
      const journal = openScope(store.get())?.journals.get(info?.annotator?.id ?? '')
      const entry = journal?.entries.get(entryKey('annotation', annotation))
      const act =
        document === undefined || entry === undefined ? undefined : settlingAct(document.id, entry, field, take)
      if (act !== undefined) saving.dispatch([act])
    },
    remove: annotation => edit(annotation, [{ do: 'remove' }]),
  }
}

type FieldAct =
  | { readonly do: 'set-kind'; readonly kind: Kind }
  | { readonly do: 'set-quote'; readonly quote: { readonly type?: QuoteType; readonly speakers?: readonly Voice[] } }
  | { readonly do: 'set-claim'; readonly claim: ClaimChange }
  | { readonly do: 'set-tags'; readonly add?: readonly TagId[]; readonly drop?: readonly TagId[] }
  | { readonly do: 'set-note'; readonly note: string }
  | { readonly do: 'set-status'; readonly status: AuthorStatus }
  | { readonly do: 'remove' }

/** The speaker of that name, else the only one with that alias. */
function speakerCalled(state: AppState, name: string): SpeakerId | undefined {
  const { speakers } = speakerList(state.queue.current.scopes.get('speakers') ?? emptyScope)
  const named = speakers.find(speaker => sameName(speaker.name, name))
  const known = speakers.filter(({ aliases }) => aliases.some(alias => sameName(alias, name)))
  return (named ?? (known.length === 1 ? known[0] : undefined))?.id
}

/** The voice of a speaker of the register or of a name, with the act that adds a name that the register does not have. */
export function voiceFor(
  state: AppState,
  choice: SpeakerChoice,
  nextId: () => string,
): { readonly voice: Voice; readonly acts: readonly Act[] } | undefined {
  const known = speakerOptions(registerOf(state.queue.current, 'speakers'))
  const name = 'create' in choice ? choice.create.trim() : known.find(option => option.id === choice.id)?.name
  if (name === undefined || name === '') return undefined
  const same = 'id' in choice ? choice.id : speakerCalled(state, entryName(name))
  if (same !== undefined) return { voice: { name, speaker: same }, acts: [] }
  const id = nextId()
  const fields = { what: kindOfName(name), name: entryName(name) }
  return {
    voice: { name, speaker: id },
    acts: [{ do: 'add-entry', register: 'speakers', type: 'speaker', id, fields }],
  }
}

/** The tag of a path, with the acts that create what is missing of it. */
export function tagOfPath(
  state: AppState,
  path: readonly string[],
  nextId: () => string,
): { readonly tag: TagId | undefined; readonly acts: readonly Act[] } {
  const names = path.map(name => name.trim()).filter(name => name !== '')
  const known = tagOptions(registerOf(state.queue.current, 'codebook'))
  const acts: Act[] = []
  let tag: TagId | undefined
  for (const [depth, name] of names.entries()) {
    const there = acts.length > 0 ? undefined : known.find(option => samePath(option.path, names.slice(0, depth + 1)))
    const id: TagId = there?.id ?? nextId()
    const fields = tag === undefined ? { name } : { name, parent: tag }
    if (there === undefined) acts.push({ do: 'add-entry', register: 'codebook', type: 'tag', id, fields })
    tag = id
  }
  return { tag, acts }
}

function withRole(voice: Voice, role: string): Voice {
  const { roleAsWritten: _before, ...rest } = voice
  return role.trim() === '' ? rest : { ...rest, roleAsWritten: role }
}

/** Tags of an annotation that were merged into the one that is shown for them. */
function mergedInto(state: AppState, tags: ReadonlySet<TagId>, shown: TagId): TagId[] {
  const register = registerOf(state.queue.current, 'codebook')
  return [...tags].filter(id => id !== shown && register.entries.get(id)?.resolved === shown)
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => sameName(name, b[i] ?? ''))
}
