import iconv from 'iconv-lite'

/**
 * Text of bytes in a named encoding other than UTF-8 and UTF-16, or null when the name is not known. Bytes without a
 * character become U+FFFD. The only file that needs iconv-lite, hence Node's Buffer or its polyfill in a page; Node's own
 * TextDecoder loses the curly quotes of windows-1252 in some versions.
 */
export function decodeLegacy(bytes: Uint8Array, encoding: string): string | null {
  if (!iconv.encodingExists(encoding)) return null
  return iconv.decode(bytes, encoding, { stripBOM: false })
}
