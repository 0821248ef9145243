import { z } from 'zod'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { decisionSchema } from '#app/contract/decision-schema'
import type { WantedDecision } from './adjudicate'

/** A decision as a person writes it: `take` or `nothing`. */
const writtenSchema = z.union([
  decisionSchema.required({ take: true }),
  decisionSchema.omit({ take: true }).extend({ nothing: z.literal(true) }),
])

/** Reads a file of decisions: a JSON array. The first that is wrong is named by entry (from 0) and field. */
export function readDecisions(value: unknown): Result<readonly WantedDecision[], Problem> {
  if (!Array.isArray(value)) return problem('not-decisions', {})
  const decisions: WantedDecision[] = []
  for (const [entry, item] of value.entries() as Iterable<[number, unknown]>) {
    const read = writtenSchema.safeParse(item)
    if (!read.success) return problem('wrong-decision', { entry, field: fieldOf(read.error) })
    const { members, why, again } = read.data
    const take = 'take' in read.data ? read.data.take : undefined
    decisions.push({ members, why, take, again })
  }
  return ok(decisions)
}

/** The field that is wrong; of two forms that of the one which comes nearer. */
function fieldOf({ issues }: z.ZodError): string {
  const [first] = issues
  const nested = first?.code === 'invalid_union' ? first.errors.map(list => list[0]?.path.join('.') ?? '') : []
  return first?.path.join('.') || (nested.find(path => path !== '' && path !== 'nothing') ?? '')
}
