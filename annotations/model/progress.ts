import { type Entry, entryKey, standingValue } from '../changes/entry'
import type { Scope } from '../changes/journal'
import type { Progress } from '../edit/edit'
import type { AnnotatorId } from './ids'

/** How far an annotator says to be with a document; where nothing is said, what own annotations tell. */
export function progressOf(scope: Scope, annotator: AnnotatorId | undefined, annotated: boolean): Progress {
  return statedProgress(progressEntry(scope, annotator)) ?? (annotated ? 'in-work' : 'not-started')
}

/** What an annotator says of their own progress in a document. */
export function progressEntry(scope: Scope, annotator: AnnotatorId | undefined): Entry | undefined {
  return annotator === undefined
    ? undefined
    : scope.journals.get(annotator)?.entries.get(entryKey('progress', annotator))
}

/** The progress that stands in such an entry. */
export function statedProgress(entry: Entry | undefined): Progress | undefined {
  const stated = standingValue(entry, 'progress')
  return stated === 'not-started' || stated === 'in-work' || stated === 'done' ? stated : undefined
}
