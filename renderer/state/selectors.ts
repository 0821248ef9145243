import { documentScope, emptyScope, type Scope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import { livingEntries, pathOf, type Register, readRegister, textOf } from '#annotations/changes/resolve'
import { targetOf } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId } from '#annotations/model/ids'
import { type Release, readRelease } from '#annotations/model/release'
import type { Revision } from '#annotations/model/revision'
import type { WindowState } from './app-state'
import { type Marked, markIn, noMarks, type PageMarks, type PlacedMark, pageMarks } from './page-marks'

export function openScope(state: WindowState): Scope | undefined {
  return state.document === undefined ? undefined : state.queue.current.scopes.get(documentScope(state.document.id))
}

/** What is marked in the text that is shown. */
export function openPage(state: WindowState): PageMarks {
  const scope = openScope(state)
  return state.document === undefined || scope === undefined ? noMarks : pageMarks(scope, state.document.revision)
}

/** The annotations of the text that is shown, in page order. */
export function openMarks(state: WindowState): readonly Marked[] {
  return openPage(state).marks
}

/** An annotation of the text that is shown, and its number on the page, from 0. */
export function openMark(state: WindowState, id: AnnotationId | null): PlacedMark | undefined {
  const scope = openScope(state)
  if (id === null || state.document === undefined || scope === undefined) return undefined
  return markIn(scope, state.document.revision, id)
}

/** The text that is shown, its blocks with the roles that people stated. */
export function shownRevision(state: WindowState): Revision | undefined {
  return state.document === undefined ? undefined : openRelease(state)?.revisions.get(state.document.revision)
}

export function activeMark(state: WindowState): Marked | undefined {
  return openMark(state, state.active)?.marked
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
