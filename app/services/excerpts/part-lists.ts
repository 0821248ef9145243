import type { DocumentPart } from './document-part'
import type { Resolved } from './resolve-codes'

/** What the codes of tags, voices and claim types stand for, as long as the registers are the same. */
export interface Resolutions {
  readonly tag: Resolved
  readonly voice: Resolved
  readonly claimType: Resolved
}

/** Codes by row: those of row `n` from `starts[n]` to `starts[n + 1]`. */
export interface RowLists {
  readonly starts: Uint32Array
  readonly codes: Uint32Array
}

export interface PartLists {
  /** With all tags above them. */
  readonly tags: RowLists
  readonly ownTags: RowLists
  readonly voices: RowLists
}

const known = new WeakMap<DocumentPart, { readonly resolved: Resolutions; readonly lists: PartLists }>()

/** What the tags and voices of a part stand for, in each row each once and at least code 0. Cached by the resolutions. */
export function listsOf(part: DocumentPart, resolved: Resolutions): PartLists {
  const cached = known.get(part)
  if (cached?.resolved === resolved) return cached.lists
  const { tagStarts, tags, voiceStarts, voices } = part.codes
  const lists = {
    tags: resolveLists(tagStarts, tags, resolved.tag, Number.MAX_SAFE_INTEGER),
    ownTags: resolveLists(tagStarts, tags, resolved.tag, 1),
    voices: resolveLists(voiceStarts, voices, resolved.voice, 1),
  }
  known.set(part, { resolved, lists })
  return lists
}

/** `most`: how many of what a code stands for are taken, its own merge first. */
function resolveLists(from: Uint32Array, stated: Uint32Array, resolved: Resolved, most: number): RowLists {
  const starts = new Uint32Array(from.length)
  const codes: number[] = []
  for (let n = 0; n + 1 < from.length; n += 1) {
    const begin = codes.length
    for (let at = from[n] ?? 0; at < (from[n + 1] ?? 0); at += 1)
      add(codes, begin, resolved[stated[at] ?? 0] ?? [], most)
    if (codes.length === begin) codes.push(0)
    starts[n + 1] = codes.length
  }
  return { starts, codes: Uint32Array.from(codes) }
}

/** Adds what is not there since `begin`. */
function add(codes: number[], begin: number, more: readonly number[], most: number): void {
  for (let n = 0; n < more.length && n < most; n += 1) {
    const code = more[n] ?? 0
    let at = begin
    while (at < codes.length && codes[at] !== code) at += 1
    if (at === codes.length) codes.push(code)
  }
}
