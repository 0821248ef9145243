import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type ColumnTexts, columnText } from './column-text'
import { type ColumnName, type Excerpt, excerptColumns, laterColumns, type UnhashedExcerpt } from './excerpt'

/**
 * SHA-256, in hexadecimal, of the UTF-8 bytes of the JSON array of all columns but `row_sha256`, as texts in column
 * order and before a format escapes them. A column that is missing counts as empty, one of `laterColumns` then is not counted.
 */
export function rowSha256(texts: ColumnTexts): string {
  const values = excerptColumns.flatMap(({ name }) =>
    name === 'row_sha256' || (laterColumns.has(name) && !texts.has(name)) ? [] : [texts.get(name) ?? ''],
  )
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(values))))
}

/** The excerpt with the hash of its other columns. */
export function withHash(unhashed: UnhashedExcerpt): Excerpt {
  const excerpt: Excerpt = { ...unhashed, row_sha256: '' }
  const texts = new Map<ColumnName, string>(
    excerptColumns.map(({ name }) => [name, columnText(name, excerpt[name])] as const),
  )
  return { ...excerpt, row_sha256: rowSha256(texts) }
}
