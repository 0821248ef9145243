import { Inflate } from 'fflate'
import { refuse } from '../refusal'
import { crc32 } from './crc32'

/** How much an archive may hold. */
export interface ZipLimits {
  readonly entries: number
  /** What all entries that are read may come to, in bytes, counted while they are inflated. */
  readonly inflated: number
}

/** Of a document that is an archive. */
const documentLimits: ZipLimits = { entries: 2_000, inflated: 200 * 1024 * 1024 }
/** How often larger an entry may become; small ones of only white space reach more, so it counts from 1 MiB. */
const maxRatio = 200
const ratioFrom = 1024 * 1024
const pieceBytes = 0x4000

interface Entry {
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly compressed: number
  readonly offset: number
}

/** The files of an archive in memory, by name with `/` between folders. */
export interface Zip {
  readonly names: readonly string[]
  /** The bytes of a file, or null when there is none; only inside of `guard`. */
  read(name: string): Uint8Array | null
}

/**
 * Opens a zip archive: its list of files is read, a file only when it is asked for, and none is ever given a place on a disk. Only
 * inside of `guard`: `unreadable` (no archive, over 2,000 entries, a name twice, absolute or with `..`, zip64, several parts),
 * and for a file `encrypted`, `too-much-text` (over 200 MiB or 200 times its size inflated) or `unreadable` (damaged).
 */
export function openZip(bytes: Uint8Array, limits = documentLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(view, limits.entries)
  let inflated = 0
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const content = extract(view, entry, length => {
        inflated += length
        if (inflated > limits.inflated) refuse('too-much-text', { inflated, limit: limits.inflated })
      })
      if (crc32(content) !== entry.crc) refuse('unreadable', { damaged: name })
      return content
    },
  }
}

function readDirectory(view: DataView, maxEntries: number): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count > maxEntries || view.getUint16(end + 8, true) !== count) refuse('unreadable', { entries: count })
  const entries = new Map<string, Entry>()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) refuse('unreadable')
    const [named, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ]
    const name = decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, Math.min(named, end - at - 46)))
    if (entries.has(name) || isTrick(name)) refuse('unreadable', { name: name.slice(0, 100) })
    entries.set(name, {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + named + extra + comment
  }
  return entries
}

/** Where the end record begins: 22 bytes and a comment of at most 64 KiB before the end of the file. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return refuse('unreadable')
}

/** Names of parts are ASCII; bytes of another encoding cannot be one that is asked for. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replace(/\\/g, '/')
}

function isTrick(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..')
}

function extract(view: DataView, entry: Entry, count: (length: number) => void): Uint8Array {
  const { offset, compressed, method } = entry
  if (entry.encrypted) refuse('encrypted')
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) refuse('unreadable')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + compressed > view.byteLength) refuse('unreadable')
  const content = new Uint8Array(view.buffer, view.byteOffset + start, compressed)
  if (method === 0) {
    count(content.length)
    return content
  }
  return method === 8 ? inflate(content, count) : refuse('unreadable', { method })
}

function inflate(content: Uint8Array, count: (length: number) => void): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  let ended = false
  const stream = new Inflate((piece, last) => {
    length += piece.length
    count(piece.length)
    if (length > ratioFrom && length > content.length * maxRatio) {
      refuse('too-much-text', { inflated: length, limit: content.length * maxRatio })
    }
    if (piece.length > 0) pieces.push(piece)
    ended = last
  })
  for (let at = 0; at < content.length; at += pieceBytes) {
    stream.push(content.subarray(at, at + pieceBytes), at + pieceBytes >= content.length)
  }
  if (!ended) refuse('unreadable')
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
