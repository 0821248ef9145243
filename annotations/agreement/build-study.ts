import type { Entry } from '../changes/entry'
import type { Scope } from '../changes/journal'
import type { Annotation } from '../model/annotation'
import type { AnnotatorId, DocumentId, Instant, RevisionHash } from '../model/ids'
import { progressEntry, statedProgress } from '../model/progress'
import { readAnnotation } from '../model/read-annotation'
import type { Release } from '../model/release'
import type { Revision } from '../model/revision'
import { type CodingRegisters, type LeftOut, toCoded, toLeftOut } from './coded-annotation'
import type { Coding, Study, StudyDocument } from './study'

/** An annotator whose work is compared. */
export interface StudyAnnotator {
  /** All ids that are this annotator: their own, and those redirected to it. */
  readonly ids: readonly AnnotatorId[]
  /** Their work as it stood at that moment; by the times of changes, which are for people. Now, if not given. */
  readonly asOf?: Instant
}

/** A document with all that was said of it. */
export interface StudySource {
  readonly id: DocumentId
  readonly release: Release
  readonly scope: Scope
}

/** What became of a document. */
export interface DocumentUse {
  readonly id: DocumentId
  /** The text that is compared; `undefined` where the document is not. */
  readonly revision?: RevisionHash
  /** Why it is not compared: fewer than two did it, or no text has the annotations of all who did. */
  readonly left?: 'too-few' | 'no-common-text'
  /** Places of the annotators who did not do it (not started). */
  readonly missing: readonly number[]
  /** By annotator, what does not stand in the text. */
  readonly leftOut: readonly (readonly LeftOut[])[]
}

/**
 * The study of some annotators' work in some documents. Of each document the newest text is compared in which all who
 * did it are anchored: the current one, else the texts before it, else the others. Nothing is carried over for it:
 * what a person has not seen there is not compared. A document that an annotator left empty counts.
 */
export function buildStudy(
  sources: readonly StudySource[],
  annotators: readonly StudyAnnotator[],
  registers: CodingRegisters,
): { readonly study: Study; readonly uses: readonly DocumentUse[] } {
  const documents: StudyDocument[] = []
  const uses = sources.map(({ id, release, scope }): DocumentUse => {
    const work = annotators.map(annotator => workOf(scope, annotator))
    const missing = work.flatMap((own, n) => (own === undefined ? [n] : []))
    if (annotators.length - missing.length < 2) return { id, left: 'too-few', missing, leftOut: [] }
    const revision = newestFirst(release).find(text => work.every(own => own === undefined || isAnchored(own, text)))
    if (revision === undefined) return { id, left: 'no-common-text', missing, leftOut: [] }
    const codings = work.map(own => own && codingOf(own, revision.id, registers))
    documents.push({ id, revision: revision.id, text: revision.text, blocks: revision.blocks, codings })
    return { id, revision: revision.id, missing, leftOut: codings.map(coding => coding?.leftOut ?? []) }
  })
  return { study: { annotators: annotators.length, documents }, uses }
}

/** An annotator's annotations in a document that are not removed; `undefined` where they did not do it. */
export function workOf(scope: Scope, { ids, asOf }: StudyAnnotator): readonly Annotation[] | undefined {
  const annotations: Annotation[] = []
  const progress = new Set<string | undefined>()
  for (const id of ids) {
    const stated = progressEntry(scope, id)
    progress.add(statedProgress(stated && entryAsOf(stated, asOf)))
    for (const entry of scope.journals.get(id)?.entries.values() ?? []) {
      if (entry.type !== 'annotation') continue
      const standing = entryAsOf(entry, asOf)
      const annotation = standing === undefined ? undefined : readAnnotation(standing)
      if (annotation !== undefined && !annotation.deleted) annotations.push(annotation)
    }
  }
  const isDone = progress.has('done') || progress.has('in-work')
  const isNotStarted = !isDone && (progress.has('not-started') || annotations.length === 0)
  return isNotStarted ? undefined : annotations
}

/** An entry as it stood at a moment; `undefined` where it was not there yet. The same where nothing came later. */
export function entryAsOf(entry: Entry, asOf: Instant | undefined): Entry | undefined {
  if (asOf === undefined) return entry
  const changes = entry.changes.filter(({ at }) => at <= asOf)
  if (changes.length === entry.changes.length) return entry
  return changes.length === 0 ? undefined : { ...entry, changes }
}

/** True where no annotation needs an anchor, or some has a placement in the text. */
function isAnchored(annotations: readonly Annotation[], { id }: Revision): boolean {
  return annotations.length === 0 || annotations.some(({ placements }) => placements.has(id))
}

function codingOf(annotations: readonly Annotation[], revision: RevisionHash, registers: CodingRegisters): Coding {
  return {
    annotations: annotations.flatMap(annotation => toCoded(annotation, revision, registers) ?? []),
    leftOut: annotations.flatMap(annotation => toLeftOut(annotation, revision, registers) ?? []),
  }
}

/** The current text, those before it from the nearest, then the others by time and hash, the latest first. */
function newestFirst({ current, revisions }: Release): readonly Revision[] {
  const line: Revision[] = []
  for (let at: Revision | undefined = current; at !== undefined && !line.includes(at); ) {
    line.push(at)
    at = at.parent === null ? undefined : revisions.get(at.parent)
  }
  const others = [...revisions.values()].filter(revision => !line.includes(revision))
  const newer = (a: Revision, b: Revision) => (a.at === b.at ? (a.id > b.id ? -1 : 1) : a.at > b.at ? -1 : 1)
  return [...line, ...others.sort(newer)]
}
