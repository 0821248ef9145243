import { z } from 'zod'
import type { Json } from '#annotations/model/json'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { ReceiveOutcome } from '#app/contract/review-values'
import type { ImportRow } from '#app/contract/values'
import type { AdjudicateOutcome } from './adjudicate'
import type { AnnotateOutcome } from './annotate-document'

const facts = z.record(z.string(), z.union([z.string(), z.number()])).optional()

const amount = z.number().int().min(0)
const anchors = z.object({
  exact: amount,
  moved: amount,
  undecided: amount,
  changed: amount,
  lost: amount,
  kept: amount,
})

const rows = z.array(
  z.object({
    path: z.string(),
    state: z.enum(['imported', 'skipped', 'failed']),
    document: z.string().optional(),
    revision: z.string().optional(),
    code: z.string().optional(),
    facts,
    message: z.string().optional(),
    anchors: z.object({ mine: anchors, others: anchors }).optional(),
    similar: z.object({ document: z.string(), containment: z.number() }).optional(),
    warnings: z.array(z.object({ code: z.string(), facts })).optional(),
  }),
)

const outcome = z.object({
  annotator: z.object({ id: z.string(), name: z.string(), what: z.enum(['person', 'gold', 'import']) }),
  created: amount,
  updated: amount,
  unchanged: amount,
  removed: amount,
  entries: z.array(z.object({ annotation: z.string(), state: z.enum(['created', 'updated', 'unchanged', 'removed']) })),
  tags: z.array(z.string()),
  speakers: z.array(z.string()),
})

const received = z.object({
  annotator: z.object({ id: z.string(), name: z.string() }),
  changed: amount,
  added: z.array(z.string()),
  missing: z.array(z.object({ id: z.string(), headline: z.string(), several: z.boolean() })),
})

const named = z.object({ id: z.string(), name: z.string() })

const adjudicated = z.object({
  gold: named.extend({ what: z.literal('gold') }),
  annotators: z.array(named),
  agreed: amount,
  decided: amount,
  unchanged: amount,
  cases: z.array(
    z.object({
      document: z.string(),
      state: z.enum(['agreed', 'open', 'decided', 'returned']),
      start: amount,
      end: amount,
      members: z.array(
        z.object({ annotator: z.string(), annotation: z.string(), kind: z.string(), exact: z.string() }),
      ),
      decision: z.object({ annotation: z.string().nullable(), why: z.string() }).optional(),
    }),
  ),
  withoutCase: amount,
  documents: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      revision: z.string().optional(),
      left: z.enum(['too-few', 'no-common-text']).optional(),
      missing: z.array(z.string()),
      leftOut: z.record(z.string(), z.record(z.string(), amount)),
    }),
  ),
})

/** The owner's answer to `import` and `import-version`; `failed` for one that is none. */
export function importRows(answer: Json): Result<readonly ImportRow[], Problem> {
  return read(rows as unknown as z.ZodType<readonly ImportRow[]>, answer)
}

/** The owner's answer to `annotate`; `failed` for one that is none. */
export function annotateOutcome(answer: Json): Result<AnnotateOutcome, Problem> {
  return read(outcome, answer)
}

/** The owner's answer to `adjudicate`; `failed` for one that is none. */
export function adjudicateOutcome(answer: Json): Result<AdjudicateOutcome, Problem> {
  return read(adjudicated as unknown as z.ZodType<AdjudicateOutcome>, answer)
}

/** The owner's answer to `receive`; `failed` for one that is none. */
export function receiveOutcome(answer: Json): Result<ReceiveOutcome, Problem> {
  return read(received, answer)
}

function read<T>(schema: z.ZodType<T>, answer: Json): Result<T, Problem> {
  const parsed = schema.safeParse(answer)
  return parsed.success ? ok(parsed.data) : problem('failed')
}
