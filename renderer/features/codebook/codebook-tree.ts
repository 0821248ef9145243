import type { Scope } from '#annotations/changes/journal'
import {
  compareOrdered,
  livingEntries,
  numberOf,
  type Register,
  type RegisterEntry,
  readRegister,
  textOf,
} from '#annotations/changes/resolve'
import type { TagId } from '#annotations/model/ids'
import { type EntryFacts, factsReader, type RemovedEntry, removedEntries } from '../registers/entry-facts'

/** A tag in the tree. */
export interface TagNode extends EntryFacts {
  readonly id: TagId
  readonly parent: TagId | undefined
  /** The parent as stated, which may be a removed tag: a move among the same siblings leaves it. */
  readonly statedParent: TagId | null
  readonly path: readonly string[]
  /** 0 at the top. */
  readonly depth: number
  readonly order: number | undefined
  readonly colour: string | undefined
  /** `1` to `9`. */
  readonly shortcut: string | undefined
  readonly definition: string
  readonly splitInto: readonly TagId[]
  readonly children: readonly TagNode[]
}

export interface Codebook {
  readonly roots: readonly TagNode[]
  /** All living tags, in the order of the tree. */
  readonly tags: ReadonlyMap<TagId, TagNode>
  readonly removed: readonly RemovedEntry[]
}

const trees = new WeakMap<Scope, Codebook>()

/** The codebook's tags as a tree, siblings by order, then by name; ones without an order last. Cached by scope. */
export function codebookTree(scope: Scope): Codebook {
  const known = trees.get(scope)
  if (known !== undefined) return known
  const register = readRegister(scope)
  const living = new Map(livingEntries(register, 'tag').map(entry => [entry.id, entry]))
  const below = new Map<TagId | undefined, RegisterEntry[]>()
  for (const entry of living.values()) {
    const parent = livingParent(register, living, entry)
    below.set(parent, [...(below.get(parent) ?? []), entry])
  }
  const facts = factsReader(register, scope)
  const tags = new Map<TagId, TagNode>()
  const nodes = (parent: TagId | undefined, above: readonly string[]): TagNode[] =>
    (below.get(parent) ?? []).sort(inOrder).map(entry => {
      const path = [...above, textOf(entry, 'name') ?? entry.id]
      const node = { ...facts(entry), ...tagFields(register, entry), parent, path, depth: above.length }
      tags.set(entry.id, { ...node, children: [] })
      const whole = { ...node, children: nodes(entry.id, path) }
      tags.set(entry.id, whole)
      return whole
    })
  const codebook = { roots: nodes(undefined, []), tags, removed: removedEntries(register, 'tag') }
  trees.set(scope, codebook)
  return codebook
}

function livingParent(
  register: Register,
  living: ReadonlyMap<TagId, RegisterEntry>,
  entry: RegisterEntry,
): TagId | undefined {
  let at = entry.parent
  while (at !== undefined && !living.has(at)) at = register.entries.get(at)?.parent
  return at
}

function tagFields(register: Register, entry: RegisterEntry) {
  const stated = textOf(entry, 'parent')
  const known = stated !== undefined && register.entries.get(stated)?.type === entry.type
  const split = entry.fields.get('splitInto')?.value
  return {
    statedParent: known ? stated : null,
    order: numberOf(entry, 'order'),
    colour: textOf(entry, 'colour'),
    shortcut: shortcutOf(entry),
    definition: textOf(entry, 'definition') ?? '',
    splitInto: Array.isArray(split) ? split.map(String) : [],
  }
}

function shortcutOf(entry: RegisterEntry): string | undefined {
  const value = textOf(entry, 'shortcut')
  return value !== undefined && /^[1-9]$/.test(value) ? value : undefined
}

function inOrder(a: RegisterEntry, b: RegisterEntry): number {
  return compareOrdered(ordered(a), ordered(b))
}

function ordered(entry: RegisterEntry) {
  return { id: entry.id, name: textOf(entry, 'name') ?? '', order: numberOf(entry, 'order') }
}

/** The tags beside one another under a parent, or at the top. */
export function siblingsUnder(codebook: Codebook, parent: TagId | null | undefined): readonly TagNode[] {
  return parent === null || parent === undefined ? codebook.roots : (codebook.tags.get(parent)?.children ?? [])
}

/** True where a tag is another one or hangs anywhere below it. */
export function isWithin(codebook: Codebook, id: TagId, ancestor: TagId): boolean {
  for (let at: TagId | undefined = id; at !== undefined; at = codebook.tags.get(at)?.parent) {
    if (at === ancestor) return true
  }
  return false
}

/** The tag that a digit sets: of several with one digit the first in the tree. */
export function tagOfShortcut(codebook: Codebook, digit: string): TagNode | undefined {
  return [...codebook.tags.values()].find(tag => tag.shortcut === digit)
}
