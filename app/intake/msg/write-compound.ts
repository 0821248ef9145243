import { compoundMagic } from './compound-file'

/** What a compound file is made of: bytes are a stream, anything else a folder. */
export interface CompoundTree {
  readonly [name: string]: Uint8Array | CompoundTree
}

const sectorBytes = 4096
const [endOfChain, free, fatSector, none] = [0xfffffffe, 0xffffffff, 0xfffffffd, 0xffffffff]
const miniBytes = 64
const miniLimit = 4096

interface Entry {
  readonly name: string
  readonly type: 1 | 2 | 5
  readonly content: Uint8Array
  left: number
  right: number
  child: number
  start: number
}

/** The bytes of a compound file (MS-CFB, version 4: sectors of 4 KiB), at most 400 MB. Names have at most 31 code units. */
export function writeCompound(tree: CompoundTree): Uint8Array {
  const root: Entry = { name: 'Root Entry', type: 5, content: new Uint8Array(), ...nowhere }
  const entries = [root]
  root.child = addFolder(tree, entries)
  const file = new Sectors()
  const small: Uint8Array[] = []
  const miniFat: number[] = []
  for (const entry of entries) {
    const { content } = entry
    if (content.length >= miniLimit) entry.start = file.add(content)
    else if (content.length > 0) {
      entry.start = miniFat.length
      const pieces = Math.ceil(content.length / miniBytes)
      for (let n = 1; n <= pieces; n += 1) miniFat.push(n === pieces ? endOfChain : miniFat.length + 1)
      small.push(padded(content, miniBytes))
    }
  }
  const smallStreams = join(small)
  const rootEntry = { ...root, content: smallStreams, start: file.add(smallStreams) }
  const directory = file.add(join([rootEntry, ...entries.slice(1)].map(entryBytes)))
  const miniStart = file.add(numbers(padTo(miniFat, sectorBytes / 4)))
  return file.finish({ directory, miniStart, minis: Math.ceil(miniFat.length / (sectorBytes / 4)) })
}

const nowhere = { left: none, right: none, child: none, start: endOfChain }

/** Adds what is in a folder; gives the entry that stands in the middle of its names. */
function addFolder(tree: CompoundTree, entries: Entry[]): number {
  const names = Object.keys(tree).sort((a, b) => a.length - b.length || (a.toUpperCase() < b.toUpperCase() ? -1 : 1))
  const added = names.map(name => {
    const inside = tree[name]
    const isStream = inside instanceof Uint8Array
    entries.push({ name, type: isStream ? 2 : 1, content: isStream ? inside : new Uint8Array(), ...nowhere })
    return entries.length - 1
  })
  for (const [n, name] of names.entries()) {
    const inside = tree[name]
    const entry = entries[added[n] ?? 0]
    if (entry !== undefined && inside !== undefined && !(inside instanceof Uint8Array)) {
      entry.child = addFolder(inside, entries)
    }
  }
  return balance(added, entries)
}

function balance(added: readonly number[], entries: readonly Entry[]): number {
  const middle = added.length >> 1
  const at = added[middle]
  const entry = at === undefined ? undefined : entries[at]
  if (at === undefined || entry === undefined) return none
  entry.left = balance(added.slice(0, middle), entries)
  entry.right = balance(added.slice(middle + 1), entries)
  return at
}

function entryBytes({ name, type, content, left, right, child, start }: Entry): Uint8Array {
  const bytes = new Uint8Array(128)
  const view = new DataView(bytes.buffer)
  for (let n = 0; n < name.length; n += 1) view.setUint16(2 * n, name.charCodeAt(n), true)
  view.setUint16(64, 2 * name.length + 2, true)
  view.setUint8(66, type)
  view.setUint8(67, 1)
  for (const [n, value] of [left, right, child].entries()) view.setUint32(68 + 4 * n, value, true)
  view.setUint32(116, type === 1 ? 0 : start, true)
  view.setUint32(120, content.length, true)
  return bytes
}

/** The sectors of a file, and which follows on which. */
class Sectors {
  readonly #pieces: Uint8Array[] = []
  readonly #fat: number[] = []

  /** Where the content begins; the end of a chain where it is empty. */
  add(content: Uint8Array): number {
    if (content.length === 0) return endOfChain
    const start = this.#fat.length
    const count = Math.ceil(content.length / sectorBytes)
    for (let n = 1; n <= count; n += 1) this.#fat.push(n === count ? endOfChain : this.#fat.length + 1)
    this.#pieces.push(padded(content, sectorBytes))
    return start
  }

  finish(starts: { readonly directory: number; readonly miniStart: number; readonly minis: number }): Uint8Array {
    const first = this.#fat.length
    const perSector = sectorBytes / 4
    let count = 1
    while (first + count > count * perSector) count += 1
    for (let n = 0; n < count; n += 1) this.#fat.push(fatSector)
    const header = new Uint8Array(sectorBytes)
    header.set(compoundMagic)
    const view = new DataView(header.buffer)
    for (const [at, value] of [
      [24, 0x3e],
      [26, 4],
      [28, 0xfffe],
      [30, 12],
      [32, 6],
    ] as const) {
      view.setUint16(at, value, true)
    }
    const { directory, miniStart, minis } = starts
    const words = [1, count, directory, 0, miniLimit, miniStart, minis, endOfChain, 0]
    for (const [n, value] of words.entries()) view.setUint32(40 + 4 * n, value, true)
    for (let n = 0; n < 109; n += 1) view.setUint32(76 + 4 * n, n < count ? first + n : free, true)
    return join([header, ...this.#pieces, numbers(padTo(this.#fat, perSector))])
  }
}

function padTo(values: readonly number[], multiple: number): number[] {
  const missing = (multiple - (values.length % multiple)) % multiple
  return [...values, ...new Array<number>(missing).fill(free)]
}

function numbers(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [n, value] of values.entries()) view.setUint32(4 * n, value, true)
  return bytes
}

function padded(content: Uint8Array, multiple: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(content.length / multiple) * multiple)
  bytes.set(content)
  return bytes
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
