/** A name as it can stand in the name of a file. */
export function fileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return plain.replace(/^-+|-+$/g, '').slice(0, 60) || 'annotator'
}
