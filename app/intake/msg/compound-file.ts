import { refuse } from '../refusal'

/** A folder of a compound file; names are in lower case, as they are compared without regard to it. */
export interface CompoundStorage {
  readonly streams: ReadonlyMap<string, CompoundStream>
  readonly storages: ReadonlyMap<string, CompoundStorage>
}

/** A file inside of one; its bytes are read when they are asked for, only inside of `guard`. */
export interface CompoundStream {
  readonly size: number
  read(): Uint8Array
}

export const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** True for the bytes of a compound file: the container of Outlook's messages and of Word's old documents. */
export function isCompound(bytes: Uint8Array): boolean {
  return compoundMagic.every((byte, n) => bytes[n] === byte)
}

const noSector = 0xfffffff9
const noEntry = 0xffffffff
const entryBytes = 128
const maxEntries = 50_000
const maxDepth = 64
/** What all streams that are read may come to, in bytes: they can lie over each other. */
const maxRead = 200 * 1024 * 1024
const miniBytes = 64

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const [storageType, streamType, rootType] = [1, 2, 5]

/**
 * Opens a compound file (MS-CFB, versions 3 and 4): its folders are read, a stream only when it is asked for. Only inside of
 * `guard`: `unreadable` (no such file, chains without an end, entries used twice, over 50,000 of them or nested deeper than 64, a
 * stream that the file has no room for), and for a stream `too-much-text` when all that were read come to over 200 MiB.
 */
export function openCompound(bytes: Uint8Array): CompoundStorage {
  if (!isCompound(bytes) || bytes.length < 512) refuse('unreadable')
  return new CompoundFile(bytes).root()
}

class CompoundFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sector: number
  readonly #fat: Uint32Array
  readonly #miniFat: Uint32Array
  readonly #miniLimit: number
  readonly #entries: readonly Entry[]
  /** The stream that holds the small ones; read with the first of them. */
  #mini: Uint8Array | undefined
  #read = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const shift = this.#view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) refuse('unreadable', { shift })
    this.#sector = 1 << shift
    this.#fat = this.#tableOf(this.#fatSectors())
    this.#miniLimit = this.#view.getUint32(56, true)
    this.#miniFat = this.#tableOf(this.#chain(this.#view.getUint32(60, true)))
    this.#entries = this.#readEntries()
  }

  root(): CompoundStorage {
    const root = this.#entries[0]
    if (root?.type !== rootType) return refuse('unreadable', { root: root?.type ?? 'none' })
    return this.#storage(root, new Set(), 0)
  }

  #storage(entry: Entry, used: Set<number>, depth: number): CompoundStorage {
    if (depth > maxDepth) refuse('unreadable', { nesting: maxDepth })
    const streams = new Map<string, CompoundStream>()
    const storages = new Map<string, CompoundStorage>()
    const waiting = [entry.child]
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      if (n === noEntry) continue
      const child = this.#entries[n]
      if (child === undefined || used.has(n)) return refuse('unreadable', { entry: n })
      used.add(n)
      waiting.push(child.left, child.right)
      if (child.type === streamType) streams.set(child.name, { size: child.size, read: () => this.#stream(child) })
      else if (child.type === storageType) storages.set(child.name, this.#storage(child, used, depth + 1))
    }
    return { streams, storages }
  }

  #stream({ start, size }: Entry): Uint8Array {
    this.#read += size
    if (size > this.#bytes.length) refuse('unreadable', { size })
    if (this.#read > maxRead) refuse('too-much-text', { read: this.#read, limit: maxRead })
    if (size >= this.#miniLimit) return this.#gather(this.#chain(start, Math.ceil(size / this.#sector)), size)
    const small = this.#smallStreams()
    const whole = new Uint8Array(size)
    const chain = chainIn(this.#miniFat, start, Math.ceil(size / miniBytes))
    for (const [n, at] of chain.entries()) {
      const piece = small.subarray(at * miniBytes, (at + 1) * miniBytes)
      whole.set(piece.subarray(0, size - n * miniBytes), n * miniBytes)
    }
    if (chain.length * miniBytes < size) refuse('unreadable', { size })
    return whole
  }

  #smallStreams(): Uint8Array {
    const root = this.#entries[0]
    if (root === undefined || root.size > this.#bytes.length) return refuse('unreadable')
    this.#mini ??= this.#gather(this.#chain(root.start, Math.ceil(root.size / this.#sector)), root.size)
    return this.#mini
  }

  #gather(sectors: readonly number[], size: number): Uint8Array {
    const whole = new Uint8Array(size)
    let at = 0
    for (const sector of sectors) {
      const piece = this.#at(sector)
      whole.set(piece.subarray(0, size - at), at)
      at += piece.length
    }
    return at < size ? refuse('unreadable', { size }) : whole
  }

  /** The bytes of a sector; fewer at the end of a file that is cut there. */
  #at(sector: number): Uint8Array {
    const start = (sector + 1) * this.#sector
    if (start >= this.#bytes.length) refuse('unreadable', { sector })
    return this.#bytes.subarray(start, start + this.#sector)
  }

  /** The sectors of the table of chains: 109 are named in the header, the rest in sectors that are a chain of their own. */
  #fatSectors(): number[] {
    const most = Math.ceil(this.#bytes.length / this.#sector)
    const sectors: number[] = []
    const take = (view: DataView, from: number, count: number) => {
      for (let n = 0; n < count; n += 1) {
        const sector = view.getUint32(from + 4 * n, true)
        if (sector < noSector) sectors.push(sector)
      }
    }
    take(this.#view, 76, 109)
    let next = this.#view.getUint32(68, true)
    for (let seen = 0; next < noSector; seen += 1) {
      const piece = this.#at(next)
      if (seen > most || sectors.length > most || piece.length < this.#sector) refuse('unreadable', { sectors: most })
      const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength)
      take(view, 0, this.#sector / 4 - 1)
      next = view.getUint32(this.#sector - 4, true)
    }
    return sectors.length > most ? refuse('unreadable', { sectors: most }) : sectors
  }

  #tableOf(sectors: readonly number[]): Uint32Array {
    const perSector = this.#sector / 4
    const table = new Uint32Array(sectors.length * perSector).fill(noEntry)
    for (const [n, sector] of sectors.entries()) {
      const piece = this.#at(sector)
      const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength)
      for (let at = 0; at + 4 <= piece.length; at += 4) table[n * perSector + at / 4] = view.getUint32(at, true)
    }
    return table
  }

  #chain(start: number, most = Number.POSITIVE_INFINITY): number[] {
    return chainIn(this.#fat, start, most)
  }

  #readEntries(): Entry[] {
    const sectors = this.#chain(this.#view.getUint32(48, true))
    const entries: Entry[] = []
    for (const sector of sectors) {
      const piece = this.#at(sector)
      const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength)
      for (let at = 0; at + entryBytes <= piece.length; at += entryBytes) entries.push(entryAt(view, at))
      if (entries.length > maxEntries) refuse('unreadable', { entries: entries.length })
    }
    return entries
  }
}

/** The numbers of a chain, of the first `most` links; a chain longer than its table goes round. */
function chainIn(table: Uint32Array, start: number, most: number): number[] {
  const chain: number[] = []
  for (let next = start; next < noSector && chain.length < most; next = table[next] ?? noEntry) {
    chain.push(next)
    if (chain.length > table.length) refuse('unreadable', { chain: start })
  }
  return chain
}

function entryAt(view: DataView, at: number): Entry {
  const units = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1))
  const letters = Array.from({ length: units }, (_, n) => String.fromCharCode(view.getUint16(at + 2 * n, true)))
  return {
    name: letters.join('').toLowerCase(),
    type: view.getUint8(at + 66),
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
    start: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
  }
}
