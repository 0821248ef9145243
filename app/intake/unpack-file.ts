import { ok, problem } from '#annotations/model/result'
import { type InsideFile, type IntakeFile, type IntakeOptions, maxInputBytes } from '#app/ports/intake'
import { readAttachments } from './eml/read-attachments'
import { isCompound } from './msg/compound-file'
import { readMsgAttachments } from './msg/read-msg'
import { isAborted, type Outcome } from './read-source'
import { guard } from './refusal'
import { reportTo } from './report'
import { openZip } from './zip/read-zip'

/**
 * The files inside an archive, or those that came with a message, each with its bytes or what is wrong with it. What file systems
 * keep beside files is none. Never throws for what the file holds. Problems of the whole: `too-large`, `empty-file`,
 * and as `openZip`, `readParts` and `readMsg`.
 */
export function unpackFile({ bytes, name }: IntakeFile, options: IntakeOptions = {}): Outcome<readonly InsideFile[]> {
  if (isAborted(options)) return problem('cancelled')
  if (bytes.length > maxInputBytes) return problem('too-large', { bytes: bytes.length, limit: maxInputBytes })
  if (bytes.length === 0) return problem('empty-file')
  return guard(() => ok(filesIn(name, bytes, options)))
}

function filesIn(name: string, bytes: Uint8Array, options: IntakeOptions): InsideFile[] {
  if (/\.zip$/i.test(name)) return unzip(bytes, options)
  return isCompound(bytes) ? readMsgAttachments(bytes) : readAttachments(bytes)
}

function unzip(bytes: Uint8Array, options: IntakeOptions): InsideFile[] {
  const report = reportTo(options)
  const zip = openZip(bytes)
  const names = zip.names.filter(isFile)
  return names.map((name, n) => {
    const read = guard(() => ok(zip.read(name) ?? new Uint8Array()))
    report((n + 1) / names.length)
    return read.ok ? { name, bytes: read.value } : { name, problem: read.error }
  })
}

/** False for folders, hidden files and what macOS and Windows leave in archives. */
function isFile(name: string): boolean {
  const parts = name.split('/')
  const last = parts.at(-1) ?? ''
  return (
    last !== '' &&
    !parts.some(part => part.startsWith('.') || part === '__MACOSX') &&
    !/^(thumbs\.db|desktop\.ini)$/i.test(last)
  )
}
