import type { DocumentId } from '#annotations/model/ids'
import type { Release } from '#annotations/model/release'
import type { Problem } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { VersionPreview } from '#app/contract/version-values'
import type { WindowState } from './app-state'
import { openRelease } from './selectors'

/** A new version of a document that is being brought in. */
export interface VersionState {
  readonly document: DocumentId
  /** `asked`: the person chooses a file. */
  readonly is: 'asked' | 'reading' | 'ready' | 'adding' | 'refused'
  /** How much of reading it is done, 0 to 1. */
  readonly share: number
  /** What it would come to, once that is known. */
  readonly preview?: VersionPreview
  /** Why nothing was done. */
  readonly problem?: Problem
}

/** A text of the open document, in the order in which the texts came. */
export interface ShownVersion {
  /** From 1. */
  readonly n: number
  readonly revision: Revision
  readonly isCurrent: boolean
  readonly isShown: boolean
}

/** All texts of the open document, the first one first. */
export function shownVersions(state: WindowState): readonly ShownVersion[] {
  const release = openRelease(state)
  if (release === undefined) return []
  return inTheirOrder(release).map((revision, at) => ({
    n: at + 1,
    revision,
    isCurrent: revision.id === release.current.id,
    isShown: revision.id === state.document?.revision,
  }))
}

/** The text of the open document that is shown is not its current one: marks in it are only to be read. */
export function isEarlierShown(state: WindowState): boolean {
  return state.document !== undefined && openRelease(state)?.current.id !== state.document.revision
}

/** Texts by when they came, each behind the one that it was made from. */
export function inTheirOrder({ revisions }: Release): readonly Revision[] {
  const depths = new Map<string, number>()
  const depthOf = (revision: Revision, seen: ReadonlySet<string>): number => {
    const known = depths.get(revision.id)
    if (known !== undefined) return known
    const parent = revision.parent === null || seen.has(revision.id) ? undefined : revisions.get(revision.parent)
    const depth = parent === undefined ? 0 : 1 + depthOf(parent, new Set([...seen, revision.id]))
    depths.set(revision.id, depth)
    return depth
  }
  const all = [...revisions.values()]
  return all.sort((a, b) => depthOf(a, new Set()) - depthOf(b, new Set()) || compare(a.at, b.at) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
