import { z } from 'zod'
import { isId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import { backupReasons } from '#app/contract/backup-values'
import type { Backup } from '#app/ports/backups'
import type { StoreProblem } from '#app/ports/workspace-store'
import { sha256 } from '../store/place-file'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** No way out of the folder that it is restored to. */
const path = z
  .string()
  .max(1_000)
  .refine(text => text.split('/').every(name => name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/.test(name)))

const content = z.object({
  at: z.iso.datetime(),
  n: z.number().int().min(1).optional(),
  reason: z.enum(backupReasons),
  by: z.string().optional(),
  workspace: z.string().refine(isId),
  name: z.string(),
  path: z.string(),
  files: z.array(
    z.object({ path, bytes: z.number().int().min(0), sha256: hash, state: z.enum(['damaged', 'kept']).optional() }),
  ),
  unread: z.array(z.string()),
})

const version = 1
const head = z.object({ format: z.literal('pressmark-backup'), schemaVersion: z.number().int().min(1) })
const sums = z.object({ bytes: z.number(), sha256: hash })

/** The text of a backup's manifest: a head with the byte count and SHA-256 of all after the first line feed, then what it holds. */
export function writeManifest({ id: _id, files, ...facts }: Backup): string {
  const lines = files.map(file => JSON.stringify(file)).join(',\n')
  const body = `"backup":${JSON.stringify(facts).slice(0, -1)},"files":[\n${lines}\n]}}\n`
  const sum = `"bytes":${Buffer.byteLength(body)},"sha256":"${sha256(body)}"`
  return `{"format":"pressmark-backup","schemaVersion":${version},${sum},\n${body}`
}

/** Reads a manifest. `damaged` where it is not byte for byte what was written, `newer-version` where it is a newer program's. */
export function readManifest(id: string, text: string): Result<Backup, StoreProblem> {
  const file = `${id}.json`
  const json = parse(text)
  const read = head.safeParse(json)
  if (!read.success) return problem('damaged', { file, reason: 'wrong-format' })
  if (read.data.schemaVersion > version) return problem('newer-version', { file })
  const body = text.slice(text.indexOf('\n') + 1)
  const sum = sums.safeParse(json)
  if (!sum.success || sum.data.bytes !== Buffer.byteLength(body) || sum.data.sha256 !== sha256(body)) {
    return problem('damaged', { file, reason: 'hash' })
  }
  const backup = z.object({ backup: content }).safeParse(json)
  if (!backup.success) return problem('damaged', { file, reason: 'wrong-shape' })
  return ok({ id, ...withoutAbsent(backup.data.backup) })
}

function withoutAbsent({ by, n, files, ...rest }: z.output<typeof content>): Omit<Backup, 'id'> {
  return {
    ...rest,
    ...(n === undefined ? {} : { n }),
    ...(by === undefined ? {} : { by }),
    files: files.map(({ state, ...file }) => (state === undefined ? file : { ...file, state })),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
