import type { Excerpt, UnhashedExcerpt } from './excerpt'
import { withHash } from './row-sha256'

/** An excerpt that is hard on a format, and what its file must hold of it. */
export interface FormatCase {
  /** Completes "it …". */
  readonly name: string
  readonly excerpts: readonly Excerpt[]
  /** Pieces of the file. */
  readonly written: readonly string[]
}

const plain: UnhashedExcerpt = {
  document_id: 'd1',
  headline: 'Harbour of Vessen opens',
  issuer: 'Port of Vessen',
  published: '2024-03-01',
  published_zone: 'Europe/Berlin',
  dateline_place: 'VESSEN',
  embargo: '',
  own_fields: ['Beat: Ports', 'Reach: 12'],
  source_file: 'harbour.txt',
  revision_hash: 'a'.repeat(64),
  paragraph_no: 1,
  sentence_no: 2,
  block_role: 'lead',
  segments: [{ start: 10, end: 20 }],
  segments_unit: 'utf-16',
  exact_text: 'We are glad.',
  prefix: 'It opens. ',
  suffix: '',
  sentence: 'We are glad.',
  paragraph: 'It opens. We are glad.',
  kind: 'quote',
  quote_type: 'direct',
  speaker_as_written: ['she'],
  speaker_resolved: ['Ada Marsh'],
  role_as_written: ['harbour master'],
  organisation: ['Port of Vessen'],
  source_as_written: 'she',
  cue: 'said',
  claim_type: '',
  claim_statement: '',
  claimant: '',
  claim_as_written: [],
  claim_value: [],
  claim_up_to: [],
  claim_unit: [],
  claim_period: [],
  claim_relation: [],
  claim_baseline: [],
  tags: ['Tone/Glad'],
  note: '',
  author: 'Ben',
  author_id: 'ben',
  created: '2024-03-02T10:00:00.000Z',
  modified: '2024-03-02T10:00:00.000Z',
  anchor_state: 'exact',
  review_status: 'draft',
  reviewer: '',
  review_reason: '',
  annotation_id: 'n1',
  workspace_id: 'w1',
  app_version: '0.1.0',
  schema_version: 1,
}

/** A complete excerpt with some columns as given and the hash of them all. */
export function exampleExcerpt(columns: Partial<UnhashedExcerpt> = {}): Excerpt {
  return withHash({ ...plain, ...columns })
}
