import { z } from 'zod'
import type { ScopeKey } from '#annotations/changes/journal'
import type { Edit } from '#annotations/edit/edit'
import { isId, isRevisionHash } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { decisions } from '#annotations/model/review'

export const idSchema = z.string().refine(isId, { error: 'not an id' })
export const revisionSchema = z.string().refine(isRevisionHash, { error: 'not a revision hash' })
const jsonSchema = z.json() as z.ZodType<Json>
const longText = z.string().max(1_000_000)
const shortText = z.string().max(10_000)
const fieldName = z
  .string()
  .min(1)
  .max(1_000)
  .refine(name => name !== '__proto__')

export const scopeSchema = z
  .string()
  .refine((scope): scope is ScopeKey => isScope(scope), { error: 'not a scope' }) as unknown as z.ZodType<
  ScopeKey,
  ScopeKey
>

function isScope(scope: string): boolean {
  if (scope.startsWith('document:')) return isId(scope.slice('document:'.length))
  return ['codebook', 'speakers', 'claims', 'settings', 'annotators'].includes(scope)
}

const kind = z.enum(['quote', 'claim', 'note'])
const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31)
export const segmentsSchema = z
  .array(z.strictObject({ part: z.enum(['content', 'source', 'cue']), start: offset, end: offset }))
  .max(1_000)
const segments = segmentsSchema
const status = z.enum(['draft', 'submitted'])
const ids = z.array(idSchema).max(1_000)

const voice = z.strictObject({
  name: shortText.min(1),
  roleAsWritten: shortText.optional(),
  speaker: idSchema.optional(),
  organisation: idSchema.optional(),
})
const figure = z.strictObject({
  asWritten: shortText,
  value: shortText.optional(),
  upTo: shortText.optional(),
  unit: shortText.optional(),
  period: shortText.optional(),
  relation: shortText.optional(),
  baseline: shortText.optional(),
})
const quote = z.strictObject({
  type: z.enum(['direct', 'indirect', 'mixed']).optional(),
  speakers: z.array(voice).max(100).optional(),
})
const claim = z.strictObject({
  type: idSchema.optional(),
  statement: longText.optional(),
  claimant: voice.optional(),
  figures: z.array(figure).max(1_000).optional(),
  of: idSchema.optional(),
})
const claimChange = z.strictObject({
  type: idSchema.nullish(),
  statement: longText.nullish(),
  claimant: voice.nullish(),
  figures: z.array(figure).max(1_000).nullish(),
  of: idSchema.nullish(),
})
const origin = z.strictObject({ of: z.enum(['suggestion', 'file', 'annotation']), keys: z.array(shortText).max(100) })
export const fieldsSchema = z.record(fieldName, jsonSchema)

const onDocument = { document: idSchema }
const onAnnotation = { ...onDocument, annotation: idSchema }
const onReview = { ...onDocument, id: idSchema }
const onRegister = { register: z.enum(['codebook', 'speakers', 'claims', 'settings']), id: idSchema }

function act<Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) {
  return z.strictObject({ do: z.literal(name), ...shape })
}

const actSchema = z.discriminatedUnion('do', [
  act('create', {
    ...onAnnotation,
    kind,
    revision: revisionSchema,
    segments,
    tags: ids.optional(),
    note: longText.optional(),
    status: status.optional(),
    quote: quote.optional(),
    claim: claim.optional(),
    origin: origin.optional(),
  }),
  act('remove', onAnnotation),
  act('restore', { ...onAnnotation, to: idSchema.optional() }),
  act('place', { ...onAnnotation, revision: revisionSchema, segments }),
  act('decide-anchor', {
    ...onAnnotation,
    revision: revisionSchema,
    decision: z.enum(['accept', 'keep', 'lost']),
    segments: segments.optional(),
  }),
  act('carry', {
    ...onAnnotation,
    revision: revisionSchema,
    state: z.enum(['exact', 'moved', 'undecided', 'lost', 'kept']),
    segments,
    from: revisionSchema,
    score: z.number().min(0).max(1).optional(),
    engine: z.number().int().min(0),
  }),
  act('set-kind', { ...onAnnotation, kind }),
  act('set-quote', { ...onAnnotation, quote }),
  act('set-claim', { ...onAnnotation, claim: claimChange }),
  act('set-tags', { ...onAnnotation, add: ids.optional(), drop: ids.optional() }),
  act('set-note', { ...onAnnotation, note: longText }),
  act('set-status', { ...onAnnotation, status }),
  act('dismiss', { ...onDocument, id: idSchema, revision: revisionSchema, kind, segments }),
  act('review', {
    ...onReview,
    about: ids.min(1),
    decision: z.enum(decisions),
    text: longText.optional(),
    proposal: fieldsSchema.optional(),
  }),
  act('reply', { ...onReview, about: ids.optional(), to: idSchema.optional(), text: longText.min(1) }),
  act('settle', { ...onReview, to: idSchema, as: z.enum(['resolve', 'reopen']), text: longText.optional() }),
  act('withdraw', onReview),
  act('set-progress', {
    ...onDocument,
    progress: z.enum(['not-started', 'in-work', 'done']).nullish(),
    readTo: z.number().int().min(1).nullish(),
  }),
  act('add-entry', { ...onRegister, type: idSchema, fields: fieldsSchema }),
  act('change-entry', { ...onRegister, fields: fieldsSchema }),
  act('move-entry', { ...onRegister, parent: idSchema.nullable(), order: z.number().optional() }),
  // Of annotators the act itself lets nobody but the entry's own one say anything.
  act('merge-entry', {
    ...onRegister,
    register: z.enum([...onRegister.register.options, 'annotators']),
    into: idSchema,
  }),
  act('split-entry', { ...onRegister, parts: ids }),
  act('remove-entry', onRegister),
  act('restore-entry', onRegister),
  act('add-revision', { ...onDocument, revision: revisionSchema }),
  act('set-current', { ...onDocument, revision: revisionSchema }),
  act('set-fact', { ...onDocument, fields: fieldsSchema }),
  act('remove-document', onDocument),
  act('restore-document', onDocument),
  act('undo', { edit: idSchema, scopes: z.array(scopeSchema).max(100_000) }),
])

/** An edit as it comes over the contract. The author is checked against the profile by whoever applies it. */
export const editSchema = z.strictObject({
  id: idSchema,
  at: z.iso.datetime(),
  by: idSchema,
  acts: z.array(actSchema).min(1).max(100_000),
  why: longText.optional(),
  auto: z.literal(true).optional(),
  codebook: z.number().int().min(0).optional(),
}) as unknown as z.ZodType<Edit, Edit>
