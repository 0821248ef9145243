/**
 * Text of UTF-16 bytes without their byte order mark. Lone surrogates stay as they are, so that the canonical text
 * rules can replace and count them (TextDecoder would replace them silently); half a unit at the end is U+FFFD.
 */
export function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units = new Uint16Array(bytes.length >> 1)
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(2 * i, order === 'little')
  const chunk = 0x2000
  const parts: string[] = []
  for (let i = 0; i < units.length; i += chunk) parts.push(String.fromCharCode(...units.subarray(i, i + chunk)))
  if (bytes.length % 2 === 1) parts.push('\uFFFD')
  return parts.join('')
}

/**
 * The byte order of UTF-16 without a mark, or null. Latin letters, spaces and line ends have a zero byte, always on
 * the same side of the unit; what such bytes give must also be text: assigned characters and nearly no controls.
 * `sure` when zeros are so many that nothing else than UTF-16 explains them.
 */
export function guessUtf16(bytes: Uint8Array): { readonly order: 'little' | 'big'; readonly sure: boolean } | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 0x10000) & ~1)
  const zeros: [number, number] = [0, 0]
  for (let i = 0; i < sample.length; i += 2) {
    if (sample[i] === 0) zeros[0] += 1
    if (sample[i + 1] === 0) zeros[1] += 1
  }
  const order = zeros[1] > zeros[0] ? 'little' : 'big'
  const most = Math.max(...zeros)
  if (most === 0 || Math.min(...zeros) > most / 20) return null
  const text = decodeUtf16(sample, order)
  const strange = text.match(/(?![\t\n\r\f])\p{Cc}|\p{Cs}|\p{Cn}|\p{Co}/gu)?.length ?? 0
  if (strange > 2 + text.length / 50) return null
  return { order, sure: most > sample.length / 2 / 5 }
}
