import { isDeleted } from '../changes/entry'
import { documentScope, type Journal, type Scope, type ScopeKey, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import { undoStacks } from '../changes/undo'
import { uniteJournals } from '../changes/unite'
import type { Act, Edit } from '../edit/edit'
import type { PlainSegment } from '../model/annotation'
import { isAnnotationEntry } from '../model/read-annotation'
import { readReviews } from '../model/review'
import { afterEdits, at, editOf, revisionOf, workspaceWith } from './build'

/** The texts that random histories annotate: with characters outside the basic plane, so that offsets may part them. */
export const texts = [
  revisionOf('Vessen wins 😀 award', '“We won,” she said. “By 12%.”'),
  revisionOf('Vessen wins award', '“We won,” she said. “By 13%.” 🎉🎉', 'Ends'),
]
export const documents = ['d1', 'd2'] as const

/** All scopes of a random history, registers first. */
export const allScopes: readonly ScopeKey[] = ['codebook', 'speakers', ...documents.map(documentScope)]

/** A computer on which one annotator works, with all it has seen. */
export interface Machine {
  readonly annotator: string
  readonly state: WorkspaceState
}

/** A machine of a workspace in use: four tags in two levels, a speaker, and two annotations of each annotator. */
export function newMachine(annotator: string): Machine {
  return { annotator, state: begun() }
}

let inUse: WorkspaceState | undefined

function begun(): WorkspaceState {
  inUse ??= afterEdits(workspaceWith(...texts), ...furniture, ...annotators.map(annotationsBy))
  return inUse
}

/** Those who annotate in random histories. */
export const annotators = ['ann', 'bo'] as const

const tag = { do: 'add-entry', register: 'codebook', type: 'tag' } as const
const furniture: readonly Edit[] = [
  editOf('e00000', 'ann', { ...tag, id: 't-1', fields: { name: 'a' } }, { ...tag, id: 't-2', fields: { name: 'b' } }),
  editOf('e00001', 'bo', { ...tag, id: 't-3', fields: { name: 'c', parent: 't-1' } }),
  editOf('e00002', 'ann', { ...tag, id: 't-4', fields: { name: 'd', parent: 't-2' } }),
  editOf('e00003', 'bo', { ...tag, register: 'speakers', type: 'speaker', id: 's-1', fields: { name: 'Ms Orr' } }),
]

function annotationsBy(by: string, index: number): Edit {
  const on = { revision: texts[0]?.id ?? '', segments: [{ part: 'content', start: 0, end: 6 }] } as const
  const acts = documents.map(
    (document, i): Act => ({
      ...on,
      do: 'create',
      document,
      annotation: `n-${by}${i}`,
      kind: i === 0 ? 'quote' : 'claim',
      tags: ['t-1', 't-3'],
    }),
  )
  return editOf(`e0001${index}`, by, ...acts)
}

/** The state with all that stands in another one added: what a synced folder does. */
export function uniteStates(mine: WorkspaceState, theirs: WorkspaceState): WorkspaceState {
  const scopes = new Map(mine.scopes)
  for (const [key, scope] of theirs.scopes) scopes.set(key, uniteScopes(scopes.get(key), scope))
  return { ...mine, scopes }
}

function uniteScopes(mine: Scope | undefined, theirs: Scope): Scope {
  const journals = new Map<string, Journal>(mine?.journals ?? [])
  for (const [annotator, journal] of theirs.journals) {
    const known = journals.get(annotator)
    journals.set(annotator, known === undefined ? journal : uniteJournals(known, journal))
  }
  return { journals }
}

/** Numbers that a wish is made of; each picks among what there is. */
export interface Wish {
  readonly verb: string
  readonly a: number
  readonly b: number
  readonly c: number
}

/** What a machine can wish for: the acts of `edit.ts`, undo and redo as Ctrl+Z has them, and several acts at once. */
export const verbs = [
  ...['create', 'create', 'create', 'set-note', 'set-note', 'set-tags', 'set-tags', 'set-kind', 'set-quote'],
  ...['set-claim', 'set-status', 'place', 'decide-anchor', 'remove', 'restore', 'restore-to', 'dismiss', 'progress'],
  ...['add-tag', 'add-tag', 'add-speaker', 'change-entry', 'move', 'move', 'merge', 'split', 'remove-entry'],
  ...['review', 'review', 'neither', 'propose', 'reply', 'settle', 'withdraw'],
  ...['carry', 'add-revision', 'set-current'],
  ...['restore-entry', 'set-fact', 'remove-document', 'restore-document', 'undo', 'undo', 'redo', 'redo', 'several'],
] as const

/** The edit that a wish comes to on a machine. It may be one that is refused. */
export function editFor(machine: Machine, wish: Wish, id: string): Edit {
  const auto = wish.verb === 'carry' || (wish.verb === 'place' && wish.c % 7 === 0)
  return { id, at, by: machine.annotator, acts: actsFor(machine, wish, id), ...(auto ? { auto } : {}) }
}

function actsFor(machine: Machine, wish: Wish, id: string): readonly Act[] {
  if (wish.verb !== 'several') return [actFor(machine, wish, id)]
  const simple = verbs.filter(verb => !['undo', 'redo', 'several', 'carry'].includes(verb))
  return [wish.a, wish.b, wish.c].map((n, i) => {
    const verb = simple[n % simple.length] ?? 'create'
    return actFor(machine, { ...wish, verb, b: wish.b + i }, `${id}-${i}`)
  })
}

function actFor(machine: Machine, { verb, a, b, c }: Wish, id: string): Act {
  const { state, annotator } = machine
  const document = pick(documents, a)
  const onAnnotation = pick(annotationsOf(machine), b) ?? { document, annotation: 'nobody' }
  const revision = pick(texts, c)?.id ?? ''
  const segments = segmentsFor(b, c)
  const register = a % 4 === 0 ? 'speakers' : 'codebook'
  const entries = [...readRegister(state.scopes.get(register) ?? { journals: new Map() }).entries.keys()]
  const onEntry = { register, id: pick(entries, b) ?? 'nobody' } as const
  const review = pick(reviewsIn(state, document), b) ?? 'nobody'
  const inDocument = annotators.map(by =>
    annotationsOf({ state, annotator: by }).filter(on => on.document === document),
  )
  const [own, others] = (annotator === annotators[0] ? inDocument : [...inDocument].reverse()).map(list =>
    list.slice(b % 3, (b % 3) + 1).map(on => on.annotation),
  ) as [string[], string[]]
  switch (verb) {
    case 'create':
      return {
        do: 'create',
        document,
        annotation: `n-${id}`,
        revision,
        segments,
        kind: pick(['quote', 'claim', 'note'] as const, a + b),
        ...(b % 3 === 0 ? { tags: entries.slice(0, 2) } : {}),
      }
    case 'remove':
    case 'restore':
      return { do: verb, ...onAnnotation }
    case 'restore-to':
      return { do: 'restore', ...onAnnotation, to: pick(editsOf(machine, onAnnotation), c) ?? 'none' }
    case 'place':
      return { do: 'place', ...onAnnotation, revision, segments }
    case 'decide-anchor':
      return {
        do: verb,
        ...onAnnotation,
        revision,
        decision: pick(['accept', 'keep', 'lost'] as const, c),
        ...(c % 2 === 0 ? { segments } : {}),
      }
    case 'carry': {
      const state = pick(['exact', 'moved', 'undecided', 'lost'] as const, a + c)
      const from = pick(texts, c + 1)?.id ?? ''
      return { do: verb, ...onAnnotation, revision, from, state, segments: state === 'lost' ? [] : segments, engine: 1 }
    }
    case 'set-kind':
      return { do: verb, ...onAnnotation, kind: pick(['quote', 'claim', 'note'] as const, c) }
    case 'set-quote':
      return { do: verb, ...onAnnotation, quote: { type: 'mixed', speakers: [{ name: `she ${c % 3}` }] } }
    case 'set-claim':
      return { do: verb, ...onAnnotation, claim: { statement: `s${c % 3}`, figures: [{ asWritten: `${c}%` }] } }
    case 'set-tags':
      return {
        do: verb,
        ...onAnnotation,
        add: entries.slice(c % 3, (c % 3) + 1),
        drop: entries.slice(a % 3, (a % 3) + 1),
      }
    case 'set-note':
      return { do: verb, ...onAnnotation, note: pick(['', 'one', 'two', 'three'], c) }
    case 'set-status':
      return { do: verb, ...onAnnotation, status: pick(['draft', 'submitted'] as const, c) }
    case 'dismiss':
      return { do: verb, document, id: `x-${id}`, revision, kind: 'claim', segments }
    case 'review':
      return { do: verb, document, id: `r-${id}`, about: others, decision: pick(['agree', 'dispute', 'reject'], c) }
    case 'neither':
      return { do: 'review', document, id: `r-${id}`, about: [...others, ...own], decision: verb }
    case 'propose':
      return { do: 'review', document, id: `r-${id}`, about: others, decision: verb, proposal: { kind: 'note' } }
    case 'reply':
      return { do: verb, document, id: `r-${id}`, to: review, text: pick(['why', 'so'], c) }
    case 'settle':
      return { do: verb, document, id: `r-${id}`, to: review, as: pick(['resolve', 'reopen'], c) }
    case 'withdraw':
      return { do: verb, document, id: review }
    case 'progress':
      return {
        do: 'set-progress',
        document,
        progress: pick(['done', 'in-work', null] as const, b),
        readTo: 1 + (c % 3),
      }
    case 'add-tag':
      return {
        do: 'add-entry',
        register: 'codebook',
        id: `t-${id}`,
        type: 'tag',
        fields: tagFields(pick(entries, b), c),
      }
    case 'add-speaker':
      return { do: 'add-entry', register: 'speakers', id: `s-${id}`, type: 'speaker', fields: { name: `Ms ${c % 4}` } }
    case 'change-entry':
      return { do: verb, ...onEntry, fields: c % 2 === 0 ? { name: `name ${c % 4}` } : { definition: `def ${c % 3}` } }
    case 'move':
      return { do: 'move-entry', ...onEntry, parent: c % 5 === 0 ? null : (pick(entries, c) ?? null), order: c % 3 }
    case 'merge':
      return { do: 'merge-entry', ...onEntry, into: pick(entries, c) ?? 'nobody' }
    case 'split':
      return { do: 'split-entry', ...onEntry, parts: entries.slice(c % 3, (c % 3) + 2) }
    case 'remove-entry':
    case 'restore-entry':
      return { do: verb, ...onEntry }
    case 'add-revision':
    case 'set-current':
      return { do: verb, document, revision }
    case 'set-fact':
      return {
        do: verb,
        document,
        fields: c % 4 === 0 ? { current: revision } : { 'meta.place': pick(['Vessen', 'Ulm', null], c) },
      }
    case 'remove-document':
    case 'restore-document':
      return { do: verb, document }
    default: {
      const stacks = undoStacks(state, annotator, allScopes)
      const stack = verb === 'undo' ? stacks.undo : stacks.redo
      const edit = c % 3 === 0 ? pick(stack, b) : stack[stack.length - 1]
      return { do: 'undo', edit: edit ?? 'none', scopes: allScopes }
    }
  }
}

function tagFields(parent: string | undefined, c: number) {
  return { name: `name ${c % 4}`, ...(parent === undefined || c % 2 === 0 ? {} : { parent }) }
}

interface OnAnnotation {
  readonly document: string
  readonly annotation: string
}

function annotationsOf({ state, annotator }: Machine): OnAnnotation[] {
  return documents.flatMap(document => {
    const entries = state.scopes.get(documentScope(document))?.journals.get(annotator)?.entries.values() ?? []
    const own = [...entries].filter(
      entry => entry.type === 'annotation' && (isAnnotationEntry(entry) || isDeleted(entry)),
    )
    return own.map(entry => ({ document, annotation: entry.id }))
  })
}

function reviewsIn(state: WorkspaceState, document: string): string[] {
  return readReviews(state.scopes.get(documentScope(document)) ?? { journals: new Map() }).map(({ id }) => id)
}

function editsOf({ state, annotator }: Machine, { document, annotation }: OnAnnotation): string[] {
  const journal = state.scopes.get(documentScope(document))?.journals.get(annotator)
  return (journal?.entries.get(`annotation:${annotation}`)?.changes ?? []).map(change => change.edit)
}

function segmentsFor(b: number, c: number): PlainSegment[] {
  const segments: PlainSegment[] = [{ part: 'content', start: b % 40, end: (b % 40) + 1 + (c % 9) }]
  if (c % 3 === 0) segments.push({ part: 'content', start: c % 30, end: (c % 30) + 3 })
  if (b % 4 === 0) segments.push({ part: 'cue', start: 12, end: 14 + (c % 3) })
  return segments
}

function pick<T>(list: readonly [T, ...T[]], n: number): T
function pick<T>(list: readonly T[], n: number): T | undefined
function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % list.length]
}
