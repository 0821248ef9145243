import { emptyScope } from '#annotations/changes/journal'
import { pathOf, readRegister, resolveEntry } from '#annotations/changes/resolve'
import { readTagPath, tagPathOf } from '#annotations/formats/tag-path'
import type { TagId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { WorkspaceSession } from './workspace-session'

/**
 * The tags that an id, a path from the root (names parted by `/`, a `/` of a name written `\/`) or a single name stands
 * for. Tags with one path are meant together. `ambiguous-tag`: a name that stands at several paths, which are given.
 */
export function findTags(
  session: WorkspaceSession,
  wanted: string,
): Result<readonly TagId[], Problem<'unknown-tag' | 'ambiguous-tag'>> {
  const codebook = readRegister(session.state().scopes.get('codebook') ?? emptyScope)
  const named = codebook.entries.get(wanted)
  if (named?.type === 'tag') return ok([named.resolved])
  const tags = [...codebook.entries.values()].filter(({ id, type, resolved }) => type === 'tag' && resolved === id)
  const path = keyOf(readTagPath(wanted))
  const living = tags.filter(({ deleted }) => !deleted)
  for (const among of [living, tags]) {
    const byPath = among.filter(({ id }) => keyOf(pathOf(codebook, id)) === path)
    if (byPath.length > 0) return ok(byPath.map(({ id }) => id))
    const byName = among.filter(({ id }) => keyOf(pathOf(codebook, id).slice(-1)) === path)
    const paths = new Set(byName.map(({ id }) => tagPathOf(codebook, id)))
    if (paths.size > 1) return problem('ambiguous-tag', { tag: wanted, paths: [...paths].sort().join(', ') })
    if (byName.length > 0) return ok(byName.flatMap(({ id }) => resolveEntry(codebook, id)?.id ?? []))
  }
  return problem('unknown-tag', { tag: wanted })
}

function keyOf(names: readonly string[]): string {
  return names.map(name => name.trim().normalize('NFC')).join('\0')
}
