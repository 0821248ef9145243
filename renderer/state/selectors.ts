import { documentScope, emptyScope, type Scope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import { livingEntries, pathOf, type Register, readRegister, textOf } from '#annotations/changes/resolve'
import { type Annotation, targetOf } from '#annotations/model/annotation'
import type { AnnotatorId, RevisionHash } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import { type Release, readRelease } from '#annotations/model/release'
import type { Revision } from '#annotations/model/revision'
import type { WindowState } from './app-state'

/** An annotation with whose it is. */
export interface Marked {
  readonly author: AnnotatorId
  readonly annotation: Annotation
}

const inPageOrder = new WeakMap<Scope, Map<RevisionHash, readonly Marked[]>>()

/** The annotations that stand in a text, in page order: by start, longer first, then by id. Cached by scope. */
export function markedIn(scope: Scope | undefined, revision: RevisionHash): readonly Marked[] {
  if (scope === undefined) return []
  let known = inPageOrder.get(scope)
  if (known === undefined) {
    known = new Map()
    inPageOrder.set(scope, known)
  }
  const cached = known.get(revision)
  if (cached !== undefined) return cached
  const placed: { marked: Marked; start: number; end: number }[] = []
  for (const [author, journal] of scope.journals) {
    for (const entry of journal.entries.values()) {
      const annotation = readAnnotation(entry)
      if (annotation === undefined || annotation.deleted) continue
      const target = targetOf(annotation.placements.get(revision))
      const first = target[0]
      const last = target[target.length - 1]
      if (first === undefined || last === undefined) continue
      placed.push({ marked: { author, annotation }, start: first.start, end: last.end })
    }
  }
  placed.sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.marked.annotation.id < b.marked.annotation.id ? -1 : 1),
  )
  const marked = placed.map(item => item.marked)
  known.set(revision, marked)
  return marked
}

const annotationLists = new WeakMap<readonly Marked[], readonly Annotation[]>()

export function annotationsOf(marked: readonly Marked[]): readonly Annotation[] {
  let list = annotationLists.get(marked)
  if (list === undefined) {
    list = marked.map(item => item.annotation)
    annotationLists.set(marked, list)
  }
  return list
}

export function openScope(state: WindowState): Scope | undefined {
  return state.document === undefined ? undefined : state.queue.current.scopes.get(documentScope(state.document.id))
}

const noMarks: readonly Marked[] = []

export function openMarks(state: WindowState): readonly Marked[] {
  return state.document === undefined ? noMarks : markedIn(openScope(state), state.document.revision)
}

/** The text that is shown, its blocks with the roles that people stated. */
export function shownRevision(state: WindowState): Revision | undefined {
  return state.document === undefined ? undefined : openRelease(state)?.revisions.get(state.document.revision)
}

export function activeMark(state: WindowState): Marked | undefined {
  return state.active === null ? undefined : openMarks(state).find(({ annotation }) => annotation.id === state.active)
}

/** Whether the selected text is just what a piece of the active annotation marks: nothing is to be made of it. */
export function isSelectionMarked(state: WindowState): boolean {
  const { selection, document } = state
  if (selection === null || document === undefined) return false
  const pieces = targetOf(activeMark(state)?.annotation.placements.get(document.revision))
  return pieces.some(({ start, end }) => start === selection.start && end === selection.end)
}

export function registerOf(state: WorkspaceState, name: ScopeKey): Register {
  return readRegister(state.scopes.get(name) ?? emptyScope)
}

const releases = new WeakMap<
  Scope,
  { readonly revisions: readonly Revision[]; readonly release: Release | undefined }
>()

/** The open release with everybody's facts. */
export function openRelease(state: WindowState): Release | undefined {
  if (state.document === undefined) return undefined
  const scope = openScope(state) ?? emptyScope
  const known = releases.get(scope)
  if (known !== undefined && known.revisions === state.document.revisions) return known.release
  const release = readRelease(state.document.revisions, scope)
  releases.set(scope, { revisions: state.document.revisions, release })
  return release
}

/** The name of an annotator, from the workspace's own entries; the id where none is known. */
export function annotatorName(state: WorkspaceState, id: AnnotatorId): string {
  return textOf(registerOf(state, 'annotators').entries.get(id), 'name') ?? id
}

export interface NamedPath {
  readonly id: string
  readonly path: readonly string[]
  readonly colour?: string
}

const tagLists = new WeakMap<Register, readonly NamedPath[]>()

/** The tags that can be given, with their paths, in the order of the paths. */
export function tagOptions(register: Register): readonly NamedPath[] {
  const known = tagLists.get(register)
  if (known !== undefined) return known
  const tags = livingEntries(register, 'tag').map(entry => {
    const colour = textOf(entry, 'colour')
    return { id: entry.id, path: pathOf(register, entry.id), ...(colour === undefined ? {} : { colour }) }
  })
  tags.sort((a, b) => a.path.join('/').localeCompare(b.path.join('/')))
  tagLists.set(register, tags)
  return tags
}

const speakerLists = new WeakMap<Register, readonly { readonly id: string; readonly name: string }[]>()

/** The speakers of the register by name. */
export function speakerOptions(register: Register): readonly { readonly id: string; readonly name: string }[] {
  const known = speakerLists.get(register)
  if (known !== undefined) return known
  const speakers = livingEntries(register, 'speaker')
    .map(entry => ({ id: entry.id, name: textOf(entry, 'name') ?? entry.id }))
    .sort((a, b) => a.name.localeCompare(b.name))
  speakerLists.set(register, speakers)
  return speakers
}
