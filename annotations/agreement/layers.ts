import type { Register } from '../changes/resolve'
import { resolveEntry } from '../changes/resolve'
import { tagPathOf } from '../formats/tag-path'
import { type Kind, kinds } from '../model/annotation'
import type { TagId } from '../model/ids'
import type { CodedAnnotation, LeftOut } from './coded-annotation'
import type { Study } from './study'

/** What of the annotations is compared. */
export interface Layer {
  /** `all`, `kind:quote`, `tag:PATH`, `source` or `cue`; of labels `label:kind`, `label:tag:PATH` and so on. */
  readonly name: string
  /** An annotation as it is in this layer, its segments as `content`; `undefined` for one that is not in it. */
  readonly view: (annotation: CodedAnnotation) => CodedAnnotation | undefined
  /** True for an annotation that would be in the layer if it stood in the text. */
  readonly misses: (leftOut: LeftOut) => boolean
}

/** All annotations with their content. */
export const allLayer: Layer = { name: 'all', view: annotation => annotation, misses: () => true }

/** The annotations of a kind. */
export function kindLayer(kind: Kind): Layer {
  return {
    name: `kind:${kind}`,
    view: annotation => (annotation.kind === kind ? annotation : undefined),
    misses: leftOut => leftOut.kind === kind,
  }
}

/** Where quotes name their source, or have their reporting words; quotes without them are not in the layer. */
function partLayer(part: 'source' | 'cue'): Layer {
  return {
    name: part,
    view: annotation =>
      annotation.kind === 'quote' && annotation[part].length > 0
        ? { ...annotation, content: annotation[part] }
        : undefined,
    misses: leftOut => leftOut.kind === 'quote',
  }
}

/** A tag that some annotation of the study has, or one below it. */
export interface UsedTag {
  readonly id: TagId
  /** Path from the root; of two tags with one path the later by id has its id in brackets behind it. */
  readonly path: string
  /** It and all tags below it. */
  readonly subtree: ReadonlySet<TagId>
}

/** True for one that has the tag or one below it. */
export function hasTag({ tags }: { readonly tags: ReadonlySet<TagId> }, { subtree }: UsedTag): boolean {
  for (const tag of tags) if (subtree.has(tag)) return true
  return false
}

/** All layers of places: all annotations, each kind, each tag that is used with its subtree, quote source, quote cue. */
export function placeLayers(tags: readonly UsedTag[]): readonly Layer[] {
  return [
    allLayer,
    ...kinds.map(kindLayer),
    ...tags.map(tag => ({
      name: `tag:${tag.path}`,
      view: (annotation: CodedAnnotation) => (hasTag(annotation, tag) ? annotation : undefined),
      misses: (leftOut: LeftOut) => hasTag(leftOut, tag),
    })),
    partLayer('source'),
    partLayer('cue'),
  ]
}

/** The tags that annotations of the study have, with their ancestors, by path. Tags that were removed are none. */
export function usedTags(study: Study, codebook: Register): readonly UsedTag[] {
  const subtrees = new Map<TagId, Set<TagId>>()
  for (const tag of tagsIn(study)) {
    const seen = new Set<TagId>()
    let entry = resolveEntry(codebook, tag)
    if (entry === undefined) seen.add(tag)
    while (entry !== undefined && !seen.has(entry.id)) {
      seen.add(entry.id)
      entry = entry.parent === undefined ? undefined : codebook.entries.get(entry.parent)
    }
    for (const ancestor of seen) {
      if (codebook.entries.get(ancestor)?.deleted === true) continue
      subtrees.set(ancestor, (subtrees.get(ancestor) ?? new Set()).add(tag))
    }
  }
  const used = [...subtrees].map(([id, subtree]) => ({ id, path: tagPathOf(codebook, id), subtree: subtree.add(id) }))
  used.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.id < b.id ? -1 : 1))
  return used.map((tag, n) => (tag.path === used[n - 1]?.path ? { ...tag, path: `${tag.path} (${tag.id})` } : tag))
}

function tagsIn(study: Study): ReadonlySet<TagId> {
  const tags = new Set<TagId>()
  for (const { codings } of study.documents) {
    for (const coding of codings) {
      for (const annotation of coding?.annotations ?? []) for (const tag of annotation.tags) tags.add(tag)
    }
  }
  return tags
}
