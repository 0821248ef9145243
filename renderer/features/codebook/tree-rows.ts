import type { TagId } from '#annotations/model/ids'
import type { Codebook, TagNode } from './codebook-tree'

/** A line of the tree as it is shown. */
export interface TreeRow {
  readonly tag: TagNode
  /** Place among its siblings that are shown, from 1, and how many they are. */
  readonly n: number
  readonly of: number
  /** Whether its children are shown; `undefined` where it has none to show. */
  readonly open: boolean | undefined
}

/**
 * The lines that are shown: without what is below collapsed tags, or with a search the tags whose names contain it and
 * what they hang from.
 */
export function treeRows(codebook: Codebook, collapsed: ReadonlySet<TagId>, search: string): readonly TreeRow[] {
  const wanted = plain(search)
  const found = new Set<TagId>()
  if (wanted !== '') {
    for (const tag of codebook.tags.values()) {
      if (!plain(tag.name).includes(wanted)) continue
      for (let at: TagNode | undefined = tag; at !== undefined && !found.has(at.id); ) {
        found.add(at.id)
        at = at.parent === undefined ? undefined : codebook.tags.get(at.parent)
      }
    }
  }
  const rows: TreeRow[] = []
  const show = (tags: readonly TagNode[]): void => {
    const shown = wanted === '' ? tags : tags.filter(({ id }) => found.has(id))
    for (const [at, tag] of shown.entries()) {
      const below = wanted === '' ? tag.children.length > 0 : tag.children.some(({ id }) => found.has(id))
      const open = wanted !== '' || !collapsed.has(tag.id)
      rows.push({ tag, n: at + 1, of: shown.length, open: below ? open : undefined })
      if (below && open) show(tag.children)
    }
  }
  show(codebook.roots)
  return rows
}

function plain(text: string): string {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLocaleLowerCase()
}

/** What a key of the tree asks for. */
export type TreeWish =
  | { readonly go: TagId }
  | { readonly open: TagId }
  | { readonly close: TagId }
  | { readonly step: 'up' | 'down' | 'indent' | 'outdent' }
  | { readonly do: 'rename' | 'remove' | 'details' | 'new' }

const steps: { readonly [key: string]: 'up' | 'down' | 'indent' | 'outdent' } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
}

const deeds: { readonly [key: string]: 'rename' | 'remove' | 'details' | 'new' } = {
  F2: 'rename',
  Delete: 'remove',
  Enter: 'details',
  Insert: 'new',
}

/** The wish of a key press on a row; `undefined` for a key that the tree has no use for. */
export function wishOfKey(
  rows: readonly TreeRow[],
  at: number,
  press: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): TreeWish | undefined {
  const row = rows[at]
  if (row === undefined || press.ctrlKey || press.metaKey) return undefined
  const { key } = press
  if (press.altKey) return steps[key] === undefined ? undefined : { step: steps[key] }
  if (deeds[key] !== undefined) return { do: deeds[key] }
  if (key === 'ArrowRight' && row.open === false) return { open: row.tag.id }
  if (key === 'ArrowLeft' && row.open === true) return { close: row.tag.id }
  const to = targetOf(rows, at, key)
  return to === undefined ? undefined : { go: to.tag.id }
}

function targetOf(rows: readonly TreeRow[], at: number, key: string): TreeRow | undefined {
  const row = rows[at]
  if (key === 'ArrowUp') return rows[at - 1]
  if (key === 'ArrowDown') return rows[at + 1]
  if (key === 'Home') return rows[0]
  if (key === 'End') return rows[rows.length - 1]
  if (key === 'ArrowRight') return row?.open === true ? rows[at + 1] : undefined
  return key === 'ArrowLeft' ? rows.find(({ tag }) => tag.id === row?.tag.parent) : undefined
}

/** Letters typed one after another, and when the last came, in milliseconds. */
export interface Typed {
  readonly text: string
  readonly time: number
}

/** How long letters belong together, in milliseconds. */
const typing = 700

/** The letters so far with one more. */
export function typedMore(before: Typed, letter: string, time: number): Typed {
  return { text: time - before.time < typing ? before.text + letter : letter, time }
}

/** The next row whose name begins with what is typed, round the end; the row itself for more than one letter. */
export function rowOfTyped(rows: readonly TreeRow[], at: number, typed: string): TreeRow | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  const first = [...wanted].length > 1 ? at : at + 1
  return rows
    .map((_, step) => rows[(first + step) % rows.length])
    .find(row => plain(row?.tag.name ?? '').startsWith(wanted))
}
