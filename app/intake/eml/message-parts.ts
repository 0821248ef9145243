import { nameFiles, nameOfMessage } from '../attachment-names'
import { decodeWords } from './headers'
import type { MimePart } from './mime-parts'

/** The parts that are the text of a message: of alternatives the last that has one, HTML before plain text. */
export function textParts(part: MimePart): MimePart[] {
  const { value } = part.type
  if (part.fileName !== null && !value.startsWith('multipart/')) return []
  if (value === 'text/html' || value === 'text/plain') return [part]
  if (!value.startsWith('multipart/')) return []
  const inside = part.parts.map(textParts)
  if (value === 'multipart/related' || value === 'multipart/signed') return inside[0] ?? []
  if (value !== 'multipart/alternative') return inside.flat()
  const isHtml = (parts: readonly MimePart[]) => parts.some(({ type }) => type.value === 'text/html')
  return inside.find(isHtml) ?? inside.find(parts => parts.length > 0) ?? []
}

/** The files of a message; pictures and styles that its page shows are none. */
export function attachedParts(part: MimePart, related = false): MimePart[] {
  const { value } = part.type
  if (value === 'message/rfc822') return [part]
  if (value.startsWith('multipart/')) {
    return part.parts.flatMap(inside => attachedParts(inside, related || value === 'multipart/related'))
  }
  const signature = value.endsWith('-signature')
  const shown = related && (part.headers.has('content-id') || part.headers.has('content-location'))
  return part.fileName !== null && !shown && !signature ? [part] : []
}

/** Names for files that came with a message, unlike each other and without folders: their own, else what they are. */
export function nameAttachments(parts: readonly MimePart[]): string[] {
  return nameFiles(
    parts.map(({ fileName, type, parts: inside }) => ({
      own: fileName,
      usual:
        type.value === 'message/rfc822'
          ? nameOfMessage(decodeWords(inside[0]?.headers.get('subject') ?? ''), 'eml')
          : type.value.replace('/', '.'),
    })),
  )
}

/** Bytes as characters, one for each. */
export function toCharacters(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 0x2000) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)))
  return pieces.join('')
}
