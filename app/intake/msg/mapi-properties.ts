import { decodeNamed } from '../decode/decode-named'
import { codePageName } from '../rtf/rtf-tables'
import type { CompoundStorage } from './compound-file'

/** Where the list of a folder's short values begins: behind what the folder itself is. */
export const listStarts = { message: 32, embedded: 24, attachment: 8 } as const

const listName = '__properties_version1.0'
const [wide, narrow, binary] = ['001f', '001e', '0102']

/** The values of a message or an attachment by their numbers (MS-OXMSG, MS-OXPROPS). Those that are read only inside of `guard`. */
export class MapiProperties {
  readonly #storage: CompoundStorage
  readonly #short = new Map<number, DataView>()
  /** In which letters that are no Unicode are written. */
  readonly encoding: string

  constructor(storage: CompoundStorage, kind: keyof typeof listStarts, encoding?: string) {
    this.#storage = storage
    const list = storage.streams.get(listName)?.read() ?? new Uint8Array()
    for (let at = listStarts[kind]; at + 16 <= list.length; at += 16) {
      const view = new DataView(list.buffer, list.byteOffset + at, 16)
      this.#short.set(view.getUint16(2, true), view)
    }
    this.encoding = encoding ?? messageEncoding(this.number(0x3ffd) ?? 1252)
  }

  number(id: number): number | undefined {
    return this.#short.get(id)?.getUint32(8, true)
  }

  /** A time as an ISO day in UTC; `undefined` where there is none that exists. */
  day(id: number): string | undefined {
    const view = this.#short.get(id)
    if (view === undefined) return undefined
    // Steps of 100 ns since 1601.
    const milliseconds = (view.getUint32(12, true) * 2 ** 32 + view.getUint32(8, true)) / 10_000 - 11_644_473_600_000
    const date = new Date(milliseconds)
    return Number.isNaN(date.getTime()) || milliseconds <= 0 ? undefined : date.toISOString().slice(0, 10)
  }

  text(id: number): string | undefined {
    const unicode = this.#stream(id, wide)
    if (unicode !== undefined) return new TextDecoder('utf-16le').decode(unicode).replace(/\0+$/, '')
    const bytes = this.#stream(id, narrow)
    return bytes === undefined ? undefined : decodeNamed(bytes, this.encoding).replace(/\0+$/, '')
  }

  bytes(id: number): Uint8Array | undefined {
    return this.#stream(id, binary)
  }

  #stream(id: number, type: string): Uint8Array | undefined {
    return this.#storage.streams.get(streamName(id, type))?.read()
  }
}

/** The stream, or folder, of a value. */
export function streamName(id: number, type: string): string {
  return `__substg1.0_${id.toString(16).padStart(4, '0')}${type}`
}

/** The name of a Windows code page for a decoder. */
export function messageEncoding(page: number): string {
  if (page >= 28591 && page <= 28605) return `iso-8859-${page - 28590}`
  return others.get(page) ?? codePageName(page)
}

const others = new Map([
  [949, 'cp949'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51949, 'euc-kr'],
])
