import { pathOf, type Register } from '../changes/resolve'
import { escapeWith, splitAt } from './text-list'

/** Names from the root down as one text, joined by `/`. A `/` of a name is written `\/`; see `escapeWith` for `\`. */
export function writeTagPath(names: readonly string[]): string {
  return names.map(name => escapeWith(name, '/')).join('/')
}

/** The names that `writeTagPath` made one. A `\` before any other character stands for itself. */
export function readTagPath(path: string): string[] {
  return splitAt(path, '/')
}

/** The path of a tag as it is written; a tag that nobody stated has its id as the path. Removed tags keep theirs. */
export function tagPathOf(codebook: Register, tag: string): string {
  const names = pathOf(codebook, tag)
  return writeTagPath(names.length === 0 ? [tag] : names)
}

/** The paths of tags, each once, in the order of their code units. */
export function tagPaths(codebook: Register, tags: Iterable<string>): string[] {
  return [...new Set([...tags].map(tag => tagPathOf(codebook, tag)))].sort()
}
