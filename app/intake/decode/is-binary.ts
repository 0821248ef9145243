/** First bytes of files that are never text, also when what follows would pass for it. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, odt
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0], // OLE: doc, msg
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21, 0x1a], // rar
]

/** True when the bytes begin like a file format that is not text. */
export function hasBinarySignature(bytes: Uint8Array): boolean {
  return signatures.some(signature => signature.every((byte, i) => bytes[i] === byte))
}

const sampleLength = 0x40000

/** Share, 0 to 1, of bytes that are controls a text has no use for, among the first 256 KiB; 0 for no bytes. */
export function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, sampleLength)
  let controls = 0
  for (const byte of sample) {
    const white = byte >= 0x09 && byte <= 0x0d
    if ((byte < 0x20 && !white && byte !== 0x1b) || byte === 0x7f) controls += 1
  }
  return sample.length === 0 ? 0 : controls / sample.length
}
