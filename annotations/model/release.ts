import { type Entry, entryKey, standingValue } from '../changes/entry'
import { emptyScope, type Scope } from '../changes/journal'
import { entryIn } from '../changes/unite'
import { blockField, describeRevision } from './described-blocks'
import type { RevisionHash } from './ids'
import { isJsonObject, type Json } from './json'
import type { Block, MetaName, Revision } from './revision'
import { cutsPair } from './segments'

/** A release as its revisions and everybody's facts tell it; the blocks of its revisions have the roles that people stated. */
export interface Release {
  /** The text that is current: the fact `current`, else the leaf. */
  readonly current: Revision
  readonly revisions: ReadonlyMap<RevisionHash, Revision>
  readonly deleted: boolean
  readonly facts: Entry | undefined
}

/** Reads a release. `undefined` where it has no revision. */
export function readRelease(revisions: readonly Revision[], scope: Scope = emptyScope): Release | undefined {
  const facts = entryIn(scope, entryKey('fact', ''))
  const byHash = new Map(revisions.map(revision => [revision.id, describeRevision(revision, facts, revisions)]))
  const stated = standingValue(facts, 'current')
  const current = (typeof stated === 'string' ? byHash.get(stated) : undefined) ?? leaf([...byHash.values()], byHash)
  if (current === undefined) return undefined
  return { current, revisions: byHash, deleted: standingValue(facts, 'deleted') === true, facts }
}

/** The value of a piece of metadata: the fact about it, else what was found in the current text. An empty text states that there is none. */
export function metaValue(release: Release, name: MetaName): Exclude<Json, null> | undefined {
  const stated = standingValue(release.facts, `meta.${name}`)
  if (stated !== undefined) return stated === '' ? undefined : stated
  const found = release.current.found.find(finding => finding.name === name)?.value
  return found === null ? undefined : found
}

/** Metadata that is a text, such as the issuer; an object with a `text` member counts as that text. */
export function metaText(release: Release, name: MetaName): string | undefined {
  const value = metaValue(release, name)
  if (typeof value === 'string') return value
  return isJsonObject(value) && typeof value.text === 'string' ? value.text : undefined
}

/** Of a headline as it is listed, in code units: a first block can be a whole book. */
const longestHeadline = 1_000

/**
 * The headline: stated, else the block that was given this role, else found, else the text of the first block; of a
 * longer one its beginning and an ellipsis.
 */
export function headlineOf(release: Release): string {
  const { current } = release
  const headline = current.blocks.find(candidate => candidate.role === 'headline')
  const block = headline ?? current.blocks[0]
  const given =
    headline !== undefined &&
    standingValue(release.facts, blockField(current.id, current.blocks.indexOf(headline))) !== undefined
  if (given && standingValue(release.facts, 'meta.headline') === undefined) return beginning(current.text, headline)
  const stated = metaText(release, 'headline')
  if (stated !== undefined) return beginning(stated, { start: 0, end: stated.length })
  return block === undefined ? '' : beginning(current.text, block)
}

function beginning(text: string, { start, end }: Pick<Block, 'start' | 'end'>): string {
  if (end - start <= longestHeadline) return text.slice(start, end)
  const cut = start + longestHeadline - 1
  return `${text.slice(start, cutsPair(text, cut) ? cut - 1 : cut)}…`
}

/** The day of publication as `YYYY-MM-DD`, and its zone where the text gives one. */
export function publishedOf(release: Release): { readonly date: string; readonly zone?: string } | undefined {
  const value = metaValue(release, 'published')
  if (typeof value === 'string') return { date: value }
  if (!isJsonObject(value) || typeof value.date !== 'string') return undefined
  return typeof value.zone === 'string' ? { date: value.date, zone: value.zone } : { date: value.date }
}

function leaf(revisions: readonly Revision[], byHash: ReadonlyMap<RevisionHash, Revision>): Revision | undefined {
  const parents = new Set(revisions.map(revision => revision.parent))
  const leaves = revisions.filter(revision => !parents.has(revision.id))
  const candidates = leaves.length === 0 ? revisions : leaves
  let best: Revision | undefined
  let bestDepth = -1
  for (const candidate of candidates) {
    const depth = depthOf(candidate, byHash)
    if (best === undefined || depth > bestDepth || (depth === bestDepth && candidate.id > best.id)) {
      best = candidate
      bestDepth = depth
    }
  }
  return best
}

function depthOf(revision: Revision, byHash: ReadonlyMap<RevisionHash, Revision>): number {
  const seen = new Set<RevisionHash>()
  let depth = 0
  let at: Revision | undefined = revision
  while (at !== undefined && at.parent !== null && !seen.has(at.id)) {
    seen.add(at.id)
    depth += 1
    at = byHash.get(at.parent)
  }
  return depth
}
