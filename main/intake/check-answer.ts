import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Problem, Result } from '#annotations/model/result'
import { readRevision } from '#annotations/workspace/revision-file'
import type { IntakeCode, IntakeFile, IntakeResult, IntakeWarning } from '#app/ports/intake'

const factsSchema = z.record(z.string().max(100), z.union([z.string().max(100_000), z.number()]))

const warningSchema = z.strictObject({ code: z.string().max(100), facts: factsSchema.optional() })

const answerSchema = z.union([
  z.strictObject({ id: z.number(), share: z.number().min(0).max(1) }),
  z.strictObject({
    id: z.number(),
    outcome: z.union([
      z.strictObject({
        ok: z.literal(false),
        error: z.object({ code: z.string().max(100), facts: factsSchema.optional() }),
      }),
      z.strictObject({
        ok: z.literal(true),
        value: z.strictObject({ revision: z.string(), warnings: z.array(warningSchema).max(100) }),
      }),
    ]),
  }),
])

/** What a process that reads files said, once it is known to have the shape of an answer. */
export type CheckedAnswer = z.output<typeof answerSchema>
type Checked = Extract<CheckedAnswer, { outcome: unknown }>['outcome']

/** An answer about a request, or `undefined` for anything else. */
export function readAnswer(message: unknown): CheckedAnswer | undefined {
  const read = answerSchema.safeParse(message)
  return read.success ? read.data : undefined
}

/**
 * The outcome for a file, as said by a process that has read it: a whole revision that keeps the laws of texts and is of the very
 * bytes that were given; or else `undefined`.
 */
export function checkOutcome(
  file: IntakeFile,
  outcome: Checked,
): Result<IntakeResult, Problem<IntakeCode>> | undefined {
  if (!outcome.ok) return { ok: false, error: outcome.error as Problem<IntakeCode> }
  const read = readRevision(outcome.value.revision, sha256)
  if (!read.ok || !read.value.sound) return undefined
  const { revision } = read.value
  const { source } = revision
  if (revision.parent !== null || revision.origin !== 'import') return undefined
  if (source === undefined || source.sha256 !== sha256(file.bytes)) return undefined
  return { ok: true, value: { revision, warnings: outcome.value.warnings as readonly IntakeWarning[] } }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
