import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Problem, Result } from '#annotations/model/result'
import { readRevision } from '#annotations/workspace/revision-file'
import type { InsideFile, IntakeCode, IntakeFile, IntakeResult, IntakeWarning } from '#app/ports/intake'

const facts = z.record(z.string().max(100), z.union([z.string().max(100_000), z.number()])).optional()
const problem = z.object({ code: z.string().max(100), facts })
const text = z.strictObject({ revision: z.string(), warnings: z.array(problem).max(100) })

/** Of an archive; what reads it refuses more. */
const mostFiles = 2_000
/** A name is shown and never a place on a disk; still it leads nowhere. */
const name = z
  .string()
  .min(1)
  .max(70_000)
  .refine(written => !/^\/|[\\\0]/.test(written) && !written.split('/').includes('..'))
const inside = z.union([z.strictObject({ name, bytes: z.instanceof(Uint8Array) }), z.strictObject({ name, problem })])
const files = z.strictObject({ files: z.array(inside).max(mostFiles) })

const answer = z.union([
  z.strictObject({ id: z.number(), share: z.number().min(0).max(1) }),
  z.strictObject({
    id: z.number(),
    outcome: z.union([
      z.strictObject({ ok: z.literal(false), error: problem }),
      z.strictObject({ ok: z.literal(true), value: z.union([text, files]) }),
    ]),
  }),
])

/** What a process that reads files said, once it is known to have the shape of an answer. */
export type CheckedAnswer = z.output<typeof answer>
type Value = Extract<Extract<CheckedAnswer, { outcome: unknown }>['outcome'], { ok: true }>['value']

/** How a value that the process gave is checked; `undefined` for one that is not to be believed. */
export type CheckValue<T> = (value: Value, file: IntakeFile) => T | undefined

/** An answer about a request, or `undefined` for anything else. */
export function readAnswer(message: unknown): CheckedAnswer | undefined {
  const read = answer.safeParse(message)
  return read.success ? read.data : undefined
}

/** The outcome of a request about a file, as said by a process that has done it, or `undefined` where that makes no sense. */
export function checkOutcome<T>(
  outcome: Extract<CheckedAnswer, { outcome: unknown }>['outcome'],
  file: IntakeFile,
  check: CheckValue<T>,
): Result<T, Problem<IntakeCode>> | undefined {
  if (!outcome.ok) return { ok: false, error: outcome.error as Problem<IntakeCode> }
  const value = check(outcome.value, file)
  return value === undefined ? undefined : { ok: true, value }
}

/** A text: a whole first revision that keeps the laws of texts and is of the very bytes that were given. */
export const checkText: CheckValue<IntakeResult> = (value, { bytes }) => {
  if (!('revision' in value)) return undefined
  const read = readRevision(value.revision, sha256)
  if (!read.ok || !read.value.sound) return undefined
  const { revision } = read.value
  const isImport = revision.parent === null && revision.origin === 'import'
  if (!isImport || revision.source?.sha256 !== sha256(bytes)) return undefined
  return { revision, warnings: value.warnings as readonly IntakeWarning[] }
}

/** Files inside another, no name twice. */
export const checkFiles: CheckValue<readonly InsideFile[]> = value => {
  if (!('files' in value)) return undefined
  const names = new Set(value.files.map(file => file.name))
  return names.size === value.files.length ? (value.files as readonly InsideFile[]) : undefined
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
