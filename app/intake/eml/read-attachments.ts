import type { InsideFile } from '#app/ports/intake'
import { attachedParts, nameAttachments, toCharacters } from './message-parts'
import { type MimePart, readParts } from './mime-parts'
import { decodeTransfer, toBytes } from './transfer-encoding'

/** The files that came with a message, under the names that `nameAttachments` gives. Only inside of `guard`; problems as `readParts`. */
export function readAttachments(bytes: Uint8Array): InsideFile[] {
  const parts = attachedParts(readParts(toCharacters(bytes)))
  const names = nameAttachments(parts)
  return parts.map((part, n) => ({ name: names[n] ?? '', bytes: bytesOf(part) }))
}

function bytesOf({ type, body, headers }: MimePart): Uint8Array {
  if (type.value === 'message/rfc822') return toBytes(body.replace(/^\s+/, ''))
  return decodeTransfer(body, (headers.get('content-transfer-encoding') ?? '').toLowerCase().trim())
}
