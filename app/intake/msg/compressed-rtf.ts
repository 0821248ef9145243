import { refuse } from '../refusal'

/** What every text refers back to before it has said anything (MS-OXRTFCP 2.1.2.1). */
const start =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial' +
  'Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const [compressed, plain] = [0x75465a4c, 0x414c454d]
const headerBytes = 16
const windowBytes = 4096
/** Longest text, in bytes; each two bytes can become seventeen. */
const maxBytes = 50 * 1024 * 1024

/**
 * The RTF of a message from its compressed form (MS-OXRTFCP). Only inside of `guard`: `unreadable` (another form, cut off) and
 * `too-much-text` over 50 MiB.
 */
export function decompressRtf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < headerBytes) return refuse('unreadable')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [end, size, kind] = [view.getUint32(0, true) + 4, view.getUint32(4, true), view.getUint32(8, true)]
  if (size > maxBytes) refuse('too-much-text', { bytes: size, limit: maxBytes })
  if (kind === plain) return bytes.subarray(headerBytes, headerBytes + size)
  if (kind !== compressed) return refuse('unreadable', { kind })
  return inflate(bytes.subarray(headerBytes, end), size)
}

function inflate(bytes: Uint8Array, size: number): Uint8Array {
  const window = new Uint8Array(windowBytes)
  for (let n = 0; n < start.length; n += 1) window[n] = start.charCodeAt(n)
  const out = new Uint8Array(size)
  let [at, written, place] = [0, 0, start.length]
  const put = (byte: number) => {
    if (written < size) out[written] = byte
    written += 1
    window[place] = byte
    place = (place + 1) % windowBytes
  }
  while (at < bytes.length && written < size) {
    const control = bytes[at] ?? 0
    at += 1
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at] ?? 0)
        at += 1
        continue
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      const from = reference >> 4
      if (from === place) return out.subarray(0, Math.min(written, size))
      for (let n = 0; n < (reference & 0xf) + 2; n += 1) put(window[(from + n) % windowBytes] ?? 0)
    }
  }
  return out.subarray(0, Math.min(written, size))
}
