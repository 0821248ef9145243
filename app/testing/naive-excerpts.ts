import { documentScope, emptyScope } from '#annotations/changes/journal'
import { readRegister, resolveEntry } from '#annotations/changes/resolve'
import { storedValues } from '#annotations/model/own-fields'
import { headlineOf } from '#annotations/model/release'
import { blockAt } from '#annotations/model/revision'
import { readThreads, shownStatus } from '#annotations/review/threads'
import { type FacetName, facetNames, noValue } from '#app/contract/excerpt-facets'
import type { ExcerptFilter } from '#app/contract/excerpt-query'
import { annotationsIn } from '#app/services/document-row'
import type { WorkspaceSession } from '#app/services/workspace-session'

// Imported by tests only.

/** What the index knows of one excerpt, read straight from the state. */
export interface NaiveExcerpt {
  readonly id: string
  readonly document: string
  readonly place: number
  readonly words: string
  readonly values: { readonly [Name in FacetName]: readonly string[] }
}

/** All excerpts of the documents of a session that are not removed, in page order as far as starts tell. */
export function naiveExcerpts(session: WorkspaceSession): NaiveExcerpt[] {
  const { scopes } = session.state()
  const codebook = readRegister(scopes.get('codebook') ?? emptyScope)
  const speakers = readRegister(scopes.get('speakers') ?? emptyScope)
  const people = readRegister(scopes.get('annotators') ?? emptyScope)
  const withParents = (tag: string): string[] => {
    const entry = resolveEntry(codebook, tag)
    if (entry === undefined) return [tag]
    return entry.parent === undefined ? [entry.id] : [entry.id, ...withParents(entry.parent)]
  }
  const orNone = (values: readonly string[]) => (values.length === 0 ? [noValue] : [...new Set(values)])
  return session.documents().flatMap(document => {
    const release = session.release(document)
    if (release === undefined || release.deleted) return []
    const progress = session.rows('ann', [document])[0]?.progress ?? ''
    const scope = scopes.get(documentScope(document)) ?? emptyScope
    const threads = readThreads(scope)
    return annotationsIn(scope)
      .map(({ author, annotation }): NaiveExcerpt => {
        const placement = annotation.placements.get(release.current.id)
        const target = placement?.segments.filter(({ part }) => part === 'content') ?? []
        const voices =
          annotation.kind === 'quote'
            ? annotation.quote.speakers
            : annotation.kind === 'claim' && annotation.claim.claimant !== undefined
              ? [annotation.claim.claimant]
              : []
        const type = annotation.kind === 'claim' ? annotation.claim.type : undefined
        return {
          id: annotation.id,
          document,
          place: target[0]?.start ?? 0,
          words: [headlineOf(release), target.map(({ exact }) => exact).join(' '), annotation.note]
            .join('\n')
            .toLowerCase(),
          values: {
            kind: [annotation.kind],
            section: [release.current.blocks[blockAt(release.current.blocks, target[0]?.start ?? 0)]?.role ?? noValue],
            speaker: orNone(
              voices.map(({ speaker, name }) =>
                speaker === undefined ? `~${name}` : (resolveEntry(speakers, speaker)?.id ?? speaker),
              ),
            ),
            tag: orNone([...annotation.tags].flatMap(withParents)),
            'claim-type': [type ?? noValue],
            status: [shownStatus(annotation.status, threads.get(annotation.id)).status],
            annotator: [resolveEntry(people, author)?.id ?? author],
            document: [document],
            anchor: [placement?.state ?? 'undecided'],
            progress: [progress],
            field: orNone(Object.entries(storedValues(release.facts)).map(([id, value]) => `${id}=${value}`)),
          },
        }
      })
      .sort((a, b) => a.place - b.place)
  })
}

/** Whether an excerpt passes a filter, one facet left out of it if wished. */
export function fits(excerpt: NaiveExcerpt, { text, facets }: ExcerptFilter, leaveOut?: FacetName): boolean {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  if (!words.every(word => excerpt.words.includes(word))) return false
  return facetNames.every(name => {
    const wanted = facets[name] ?? []
    return name === leaveOut || wanted.length === 0 || wanted.some(value => excerpt.values[name].includes(value))
  })
}

/** How often each value of a facet occurs with all other facets applied; those the filter names are there with 0. */
export function naiveCounts(
  excerpts: readonly NaiveExcerpt[],
  filter: ExcerptFilter,
  name: FacetName,
): { [value: string]: number } {
  const counts = new Map<string, number>((filter.facets[name] ?? []).map(value => [value, 0]))
  for (const excerpt of excerpts) {
    if (!fits(excerpt, filter, name)) continue
    for (const value of excerpt.values[name]) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort())
}
