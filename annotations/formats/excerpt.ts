import type { TextRange } from '../model/revision'

/** What the values of a column are: a text, a count from 1 or `null`, texts in order, or ranges of the canonical text. */
export interface ColumnValues {
  readonly text: string
  readonly number: number | null
  readonly list: readonly string[]
  readonly ranges: readonly TextRange[]
}

export type ColumnKind = keyof ColumnValues

/**
 * The columns of an excerpt, in the order in which every format writes them and `row_sha256` counts them. A text that
 * is absent is empty, a list that is absent has no members. Of several speakers or figures, the columns that belong
 * together hold one member each, in the same order; members that are absent are empty.
 */
export const excerptColumns = [
  { name: 'document_id', kind: 'text', about: 'id of the release in its workspace' },
  { name: 'headline', kind: 'text', about: 'headline, as corrected' },
  { name: 'issuer', kind: 'text', about: 'who issued the release' },
  { name: 'published', kind: 'text', about: 'day of publication, YYYY-MM-DD' },
  { name: 'published_zone', kind: 'text', about: 'time zone of that day, where the release names one' },
  { name: 'dateline_place', kind: 'text', about: 'place of the dateline' },
  { name: 'embargo', kind: 'text', about: 'until when the release was held back, as written' },
  {
    name: 'own_fields',
    kind: 'list',
    about: "the workspace's own fields of the release, each as `name: value`",
  },
  { name: 'source_file', kind: 'text', about: 'name of the file that the text was read from' },
  { name: 'revision_hash', kind: 'text', about: 'SHA-256 of the canonical text that the offsets count in' },
  { name: 'paragraph_no', kind: 'number', about: 'number of the paragraph in which the excerpt begins' },
  { name: 'sentence_no', kind: 'number', about: 'number of the sentence within that paragraph, from 1' },
  { name: 'block_role', kind: 'text', about: 'role of the block in which the excerpt begins' },
  { name: 'segments', kind: 'ranges', about: 'half-open ranges of the target: start-end;start-end' },
  { name: 'segments_unit', kind: 'text', about: 'unit of these offsets, always utf-16 (code units)' },
  { name: 'exact_text', kind: 'text', about: 'text of the segments, joined by " […] "' },
  { name: 'prefix', kind: 'text', about: 'up to 32 characters before the first segment' },
  { name: 'suffix', kind: 'text', about: 'up to 32 characters after the last segment' },
  { name: 'sentence', kind: 'text', about: 'the sentences that the target touches' },
  { name: 'paragraph', kind: 'text', about: 'the blocks that the target touches' },
  { name: 'kind', kind: 'text', about: 'quote, claim or note' },
  { name: 'quote_type', kind: 'text', about: 'direct, indirect or mixed' },
  { name: 'speaker_as_written', kind: 'list', about: 'names as written; without speakers, the text of the source' },
  { name: 'speaker_resolved', kind: 'list', about: 'names of these speakers in the register' },
  { name: 'role_as_written', kind: 'list', about: 'their roles as written' },
  { name: 'organisation', kind: 'list', about: 'their organisations in the register' },
  { name: 'source_as_written', kind: 'text', about: 'words that name the source, pieces joined by " […] "' },
  { name: 'cue', kind: 'text', about: 'reporting words, pieces joined by " […] "' },
  { name: 'claim_type', kind: 'text', about: 'name of the claim type' },
  { name: 'claim_statement', kind: 'text', about: 'the claim in plain words' },
  { name: 'claimant', kind: 'text', about: 'who claims: the name in the register, else as written' },
  { name: 'claim_as_written', kind: 'list', about: 'each figure as written' },
  { name: 'claim_value', kind: 'list', about: 'value of each figure, a decimal number' },
  { name: 'claim_up_to', kind: 'list', about: 'upper bound of each figure that is a range, a decimal number' },
  { name: 'claim_unit', kind: 'list', about: 'unit of each figure' },
  { name: 'claim_period', kind: 'list', about: 'period of each figure' },
  { name: 'claim_relation', kind: 'list', about: 'what each figure is to its baseline' },
  { name: 'claim_baseline', kind: 'list', about: 'what each figure is compared with' },
  { name: 'tags', kind: 'list', about: 'paths from the root, joined by "/"; a "/" of a name is written "\\/"' },
  { name: 'note', kind: 'text', about: 'note of the author' },
  { name: 'author', kind: 'text', about: 'name of the annotator' },
  { name: 'author_id', kind: 'text', about: 'id of the annotator' },
  { name: 'created', kind: 'text', about: 'first change, ISO 8601 in UTC' },
  { name: 'modified', kind: 'text', about: 'last change by hand, ISO 8601 in UTC' },
  { name: 'anchor_state', kind: 'text', about: 'exact, moved, undecided, lost or kept, on the current text' },
  { name: 'review_status', kind: 'text', about: 'status as shown' },
  { name: 'reviewer', kind: 'text', about: 'whose review gives that status' },
  { name: 'review_reason', kind: 'text', about: 'what the reviewer wrote' },
  { name: 'annotation_id', kind: 'text', about: 'id of the annotation' },
  { name: 'workspace_id', kind: 'text', about: 'id of the workspace' },
  { name: 'app_version', kind: 'text', about: 'version of the program that wrote the row' },
  { name: 'schema_version', kind: 'number', about: 'version of the workspace format' },
  { name: 'row_sha256', kind: 'text', about: 'SHA-256 of the other columns' },
] as const satisfies readonly { readonly name: string; readonly kind: ColumnKind; readonly about: string }[]

/** Columns that files of earlier versions do not have: they are whole without them, and their hash does not count them. */
export const laterColumns: ReadonlySet<string> = new Set([
  'own_fields',
  'source_as_written',
  'claim_as_written',
  'claim_up_to',
  'claim_relation',
  'claim_baseline',
])

type Column = (typeof excerptColumns)[number]
export type ColumnName = Column['name']

const columnNames: ReadonlySet<string> = new Set(excerptColumns.map(({ name }) => name))

/** Those names that are none of a column. */
export function otherColumns(names: readonly string[]): string[] {
  return names.filter(name => !columnNames.has(name))
}

/** One exported row: an annotation with its text, context, position and metadata. */
export type Excerpt = { readonly [C in Column as C['name']]: ColumnValues[C['kind']] }

/** An excerpt before its hash is known. */
export type UnhashedExcerpt = Omit<Excerpt, 'row_sha256'>

/** Between the pieces of a target, a cue, or a context that is not in one piece. */
export const gapMark = ' […] '

/** The value of `segments_unit`: UTF-16 code units. */
export const offsetUnit = 'utf-16'
