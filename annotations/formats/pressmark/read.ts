import { isDecimal } from '../../edit/set-claim'
import { type AuthorStatus, type Figure, kinds, quoteTypes } from '../../model/annotation'
import { hasControls } from '../../model/entry-name'
import { type DocumentId, isId, type RevisionHash } from '../../model/ids'
import { isJsonObject, type Json } from '../../model/json'
import { err, ok, type Result } from '../../model/result'
import type { TextRange } from '../../model/revision'
import { readTagPath } from '../tag-path'
import { decimalOf } from './decimal'
import { InputCheck, type JsonObject } from './input-check'
import type { InputProblem, PressmarkInput, VoiceInput } from './pressmark-input'

/** What input is read against. */
export interface PressmarkContext {
  readonly document: DocumentId
  /** The text that an entry without `revision` is about. */
  readonly current: RevisionHash
  /** The canonical texts of the release. */
  readonly texts: ReadonlyMap<RevisionHash, string>
}

/**
 * Reads annotations as JSON values. All or nothing: the first entry and field that is wrong is named. Needed are only
 * `kind` and `target` with `start` and `end`. Not read: created, modified, anchor state, prefix and suffix, members of
 * other names; `null` is absent, except where the schema gives it a meaning.
 */
export function readPressmark(value: unknown, context: PressmarkContext): Result<PressmarkInput[], InputProblem> {
  if (!Array.isArray(value)) return err({ entry: -1, field: '', code: 'not-a-list' })
  const inputs: PressmarkInput[] = []
  const ids = new Set<string>()
  for (const [entry, item] of value.entries() as Iterable<[number, unknown]>) {
    const check = new InputCheck(entry)
    const input = isJsonObject(item) ? readEntry(check, item, entry, context) : check.fail('', 'not-an-object')
    if (input?.id !== undefined && ids.has(input.id)) check.fail('id', 'repeated-id')
    if (check.problem !== undefined) return err(check.problem)
    if (input === undefined) continue
    if (input.id !== undefined) ids.add(input.id)
    inputs.push(input)
  }
  return ok(inputs)
}

function readEntry(
  check: InputCheck,
  item: JsonObject,
  entry: number,
  context: PressmarkContext,
): PressmarkInput | undefined {
  const id = check.text(item, 'id')
  if (id !== undefined && !isId(id)) check.fail('id', 'wrong-value')
  const document = check.text(item, 'document')
  if (document !== undefined && document !== context.document) check.fail('document', 'wrong-document')
  const revision = check.text(item, 'revision') ?? context.current
  const text = context.texts.get(revision)
  const kind = check.word(item, 'kind', kinds)
  if (kind === undefined) return check.fail('kind', 'missing')
  if (text === undefined) return check.fail('revision', 'unknown-revision')
  const target = check.objects(item, 'target', '', (piece, at) => check.range(piece, at, text))
  if (target === undefined || target.length === 0) return check.fail('target', 'missing')
  return {
    entry,
    ...(id === undefined ? {} : { id }),
    revision,
    kind,
    target,
    ...readParts(check, item, text),
    ...readWords(check, item),
    ...(kind === 'quote' ? readQuote(check, item) : notOf(check, item, 'quote')),
    ...(kind === 'claim' ? readClaim(check, item) : notOf(check, item, 'claim')),
  }
}

/** Fields of another kind are refused; an empty object or `null` says nothing. */
function notOf(check: InputCheck, item: JsonObject, name: 'quote' | 'claim'): Record<never, never> {
  if (Object.keys(check.object(item, name) ?? {}).length > 0) check.fail(name, 'wrong-kind')
  return {}
}

function readParts(check: InputCheck, item: JsonObject, text: string): Pick<PressmarkInput, 'source' | 'cue'> {
  const parts = check.objects(item, 'parts', '', (piece, at) => {
    const part = check.word(piece, 'part', ['source', 'cue'] as const, at)
    if (part === undefined) return check.fail(`${at}part`, 'missing')
    const range = check.range(piece, at, text)
    return range === undefined ? undefined : { part, range }
  })
  const quote = check.object(item, 'quote') ?? {}
  const rangesOf = (name: 'source' | 'cue'): readonly TextRange[] | undefined => {
    const pieces = parts?.filter(({ part }) => part === name).map(({ range }) => range)
    if (pieces !== undefined && pieces.length > 0) return pieces
    const first = check.object(quote, name, 'quote.')
    const range = first === undefined ? undefined : check.range(first, `quote.${name}.`, text)
    return range === undefined ? pieces : [range]
  }
  const source = rangesOf('source')
  const cue = rangesOf('cue')
  return { ...(source === undefined ? {} : { source }), ...(cue === undefined ? {} : { cue }) }
}

function readWords(check: InputCheck, item: JsonObject): Partial<PressmarkInput> {
  const tags = check.list(item, 'tags')?.map((tag, i) => readTag(check, tag, i))
  const note = check.text(item, 'note')
  const author = check.text(item, 'author')
  const authorId = check.text(item, 'authorId')
  const status = readStatus(check, item)
  return {
    ...(tags === undefined ? {} : { tags }),
    ...(note === undefined ? {} : { note }),
    ...(author === undefined ? {} : { author }),
    ...(authorId === undefined ? {} : { authorId }),
    ...(status === undefined ? {} : { status }),
  }
}

function readTag(check: InputCheck, tag: Json, i: number): readonly string[] {
  const names = typeof tag === 'string' ? readTagPath(tag) : []
  if (names.length === 0 || names.some(name => name.trim() === '')) check.fail(`tags[${i}]`, 'wrong-value')
  if (names.some(hasControls)) check.fail(`tags[${i}]`, 'control-character')
  return names
}

const fromReviews = ['agreed', 'disputed', 'rejected', 'resolved']

/** The author's word; a status that comes from reviews leaves the stored one. */
function readStatus(check: InputCheck, item: JsonObject): AuthorStatus | undefined {
  const status = check.text(item, 'status')
  if (status === undefined || fromReviews.includes(status)) return undefined
  return status === 'draft' || status === 'submitted' ? status : check.fail('status', 'unknown-status')
}

function readQuote(check: InputCheck, item: JsonObject): Pick<PressmarkInput, 'quote'> {
  const quote = check.object(item, 'quote')
  if (quote === undefined) return {}
  const type = check.word(quote, 'type', quoteTypes, 'quote.')
  const speakers = check.objects(quote, 'speakers', 'quote.', (voice, at) => readVoice(check, voice, at))
  return { quote: { ...(type === undefined ? {} : { type }), ...(speakers === undefined ? {} : { speakers }) } }
}

function readClaim(check: InputCheck, item: JsonObject): Pick<PressmarkInput, 'claim'> {
  const claim = check.object(item, 'claim')
  if (claim === undefined) return {}
  const type = isNull(claim, 'type') ? null : check.name(claim, 'type', 'claim.')
  const statement = isNull(claim, 'statement') ? null : check.text(claim, 'statement', 'claim.')
  const claimant = readClaimant(check, claim)
  const figures = check.objects(claim, 'figures', 'claim.', (figure, at) => readFigure(check, figure, at))
  return {
    claim: {
      ...(type === undefined ? {} : { type }),
      ...(statement === undefined ? {} : { statement }),
      ...(claimant === undefined ? {} : { claimant }),
      ...(figures === undefined ? {} : { figures }),
    },
  }
}

function readClaimant(check: InputCheck, claim: JsonObject): VoiceInput | null | undefined {
  if (isNull(claim, 'claimant')) return null
  if (typeof claim.claimant === 'string') {
    const name = check.name(claim, 'claimant', 'claim.')
    return name === undefined ? undefined : { name }
  }
  const claimant = check.object(claim, 'claimant', 'claim.')
  return claimant === undefined ? undefined : readVoice(check, claimant, 'claim.claimant.')
}

function readVoice(check: InputCheck, voice: JsonObject, at: string): VoiceInput | undefined {
  const name = check.name(voice, 'name', at)
  if (name === undefined) return check.fail(`${at}name`, 'missing')
  const speaker = isNull(voice, 'speaker') ? null : check.name(voice, 'speaker', at)
  const roleAsWritten = check.text(voice, 'roleAsWritten', at)
  const organisation = check.name(voice, 'organisation', at)
  return {
    name,
    ...(speaker === undefined ? {} : { speaker }),
    ...(roleAsWritten === undefined ? {} : { roleAsWritten }),
    ...(organisation === undefined ? {} : { organisation }),
  }
}

function readFigure(check: InputCheck, figure: JsonObject, at: string): Figure | undefined {
  const asWritten = check.text(figure, 'asWritten', at)
  if (asWritten === undefined) return check.fail(`${at}asWritten`, 'missing')
  const members: { asWritten: string } & { -readonly [K in Exclude<keyof Figure, 'asWritten'>]?: string } = {
    asWritten,
  }
  for (const name of ['value', 'upTo'] as const) {
    const value = readDecimal(check, figure, name, at)
    if (value !== undefined) members[name] = value
  }
  for (const name of ['unit', 'period', 'relation', 'baseline'] as const) {
    const value = check.text(figure, name, at)
    if (value !== undefined && value !== '') members[name] = value
  }
  return members
}

function readDecimal(check: InputCheck, figure: JsonObject, name: 'value' | 'upTo', at: string): string | undefined {
  const value = figure[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isFinite(value)) return decimalOf(value)
  return typeof value === 'string' && isDecimal(value) ? value : check.fail(at + name, 'wrong-value')
}

function isNull(of: JsonObject, name: string): boolean {
  return Object.hasOwn(of, name) && of[name] === null
}
