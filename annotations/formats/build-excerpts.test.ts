import { describe, expect, it } from 'vitest'
import type { ActOf } from '../edit/edit'
import { buildExcerpts } from './build-excerpts'
import { excerptColumns } from './excerpt'
import { lossesOfAnnotations, lossesOfExcerpts } from './loss-report'
import {
  rangeOf,
  sampleDocument,
  sampleRevision,
  sampleText,
  sourceOf,
  stateAfter,
  stateOf,
  toRevision,
} from './sample-release'

type Part = 'content' | 'source' | 'cue'

function piece(words: string, part: Part = 'content', text = sampleText) {
  return { part, ...rangeOf(words, text) }
}

function create(
  annotation: string,
  act: Partial<ActOf<'create'>> & Pick<ActOf<'create'>, 'segments'>,
): ActOf<'create'> {
  return { do: 'create', document: sampleDocument, annotation, kind: 'note', revision: sampleRevision.id, ...act }
}

const splitQuote = create('q1', {
  kind: 'quote',
  segments: [piece('“We are glad,”'), piece('“We waited 😀 long.”'), piece('said', 'cue'), piece('Marsh. “', 'source')],
  tags: ['t2'],
  quote: {
    speakers: [
      { name: 'Marsh', speaker: 's1', roleAsWritten: 'harbour master', organisation: 's2' },
      { name: 'a friend' },
    ],
  },
})
const registers = [
  { do: 'add-entry' as const, register: 'codebook' as const, id: 't1', type: 'tag', fields: { name: 'Tone/Mood' } },
  {
    do: 'add-entry' as const,
    register: 'codebook' as const,
    id: 't2',
    type: 'tag',
    fields: { name: 'Glad', parent: 't1' },
  },
  { do: 'add-entry' as const, register: 'speakers' as const, id: 's1', type: 'speaker', fields: { name: 'Ada Marsh' } },
  {
    do: 'add-entry' as const,
    register: 'speakers' as const,
    id: 's2',
    type: 'speaker',
    fields: { name: 'Port of Vessen' },
  },
]
const start = stateAfter(stateOf(sampleRevision), registers)

describe('excerpts', () => {
  it('says all of a split quotation in one row', () => {
    const [excerpt, ...others] = buildExcerpts(sourceOf(stateAfter(start, [splitQuote])))
    expect(others).toEqual([])
    expect(excerpt).toMatchObject({
      document_id: 'd1',
      issuer: 'Port of Vessen',
      published: '2024-03-01',
      published_zone: 'Europe/Berlin',
      source_file: 'harbour.txt',
      revision_hash: sampleRevision.id,
      paragraph_no: 2,
      sentence_no: 1,
      block_role: 'body',
      segments: [rangeOf('“We are glad,”'), rangeOf('“We waited 😀 long.”')],
      exact_text: '“We are glad,” […] “We waited 😀 long.”',
      prefix: 'the harbour master. Ships are back.\n\n'.slice(-32),
      suffix: '\n\nThe U.S. Army helped. أهلا وسهلا'.slice(0, 32),
      sentence: '“We are glad,” said Marsh. “We waited 😀 long.”',
      paragraph: '“We are glad,” said Marsh. “We waited 😀 long.”',
      kind: 'quote',
      quote_type: 'direct',
      speaker_as_written: ['Marsh', 'a friend'],
      speaker_resolved: ['Ada Marsh', ''],
      role_as_written: ['harbour master', ''],
      organisation: ['Port of Vessen', ''],
      source_as_written: 'Marsh. “',
      cue: 'said',
      claim_value: [],
      tags: ['Tone\\/Mood/Glad'],
      author: 'Ben Holt',
      author_id: 'ben',
      anchor_state: 'exact',
      review_status: 'draft',
      reviewer: '',
    })
  })

  it('says all of a claim, its figures side by side', () => {
    const claim = create('c1', {
      kind: 'claim',
      segments: [piece('It cost $4.20 million')],
      claim: {
        type: 'quantity',
        statement: 'The rebuild cost 4.20 million dollars.',
        claimant: { name: 'the general', speaker: 's1' },
        figures: [
          { asWritten: '$4.20 million', value: '4.20', unit: 'million USD' },
          { asWritten: 'more', upTo: '9', period: '2024', relation: 'share', baseline: 'of all' },
        ],
      },
    })
    expect(buildExcerpts(sourceOf(stateAfter(start, [claim])))[0]).toMatchObject({
      paragraph_no: 1,
      sentence_no: 2,
      sentence: 'It cost $4.20 million, said Maj. Gen. Ada Marsh, the harbour master.',
      claim_type: 'Quantity',
      claim_statement: 'The rebuild cost 4.20 million dollars.',
      claimant: 'Ada Marsh',
      claim_as_written: ['$4.20 million', 'more'],
      claim_value: ['4.20', ''],
      claim_up_to: ['', '9'],
      claim_unit: ['million USD', ''],
      claim_period: ['', '2024'],
      claim_relation: ['', 'share'],
      claim_baseline: ['', 'of all'],
      speaker_as_written: [],
    })
  })

  it('has a row for each annotation that is not removed, tagged or not, in the order of the text', () => {
    const acts = [
      create('n3', { segments: [piece('12 towns')] }),
      create('n1', { segments: [piece('opens after')] }),
      create('n2', { segments: [piece('Ships')] }),
      { do: 'remove' as const, document: sampleDocument, annotation: 'n2' },
    ]
    const rows = buildExcerpts(sourceOf(stateAfter(stateAfter(start, acts.slice(0, 3)), acts.slice(3))))
    expect(rows.map(row => [row.annotation_id, row.paragraph_no, row.block_role])).toEqual([
      ['n1', null, 'headline'],
      ['n3', 4, 'boilerplate'],
    ])
  })

  it('joins what the target touches, with a mark for each gap', () => {
    const acts = [
      create('n1', { segments: [piece('back.\n\n“We are')] }),
      create('n2', { segments: [piece('reopened'), piece('are back')] }),
      create('n3', { segments: [piece('Ships'), piece('Nobody')] }),
      create('n4', { segments: [piece('Ships'), piece('The U.S.')] }),
    ]
    const rows = new Map(buildExcerpts(sourceOf(stateAfter(start, acts))).map(row => [row.annotation_id, row]))
    expect(rows.get('n1')?.sentence).toBe('Ships are back.\n\n“We are glad,” said Marsh.')
    expect(rows.get('n2')?.sentence).toBe('The harbour reopened today. […] Ships are back.')
    expect(rows.get('n3')?.paragraph).toMatch(/^The harbour .* are back\. \[…\] The U\.S\. Army .* left\.$/)
    expect(rows.get('n3')?.sentence).toBe('Ships are back. […] Nobody left.')
    expect(rows.get('n4')?.sentence).toBe('Ships are back. […] The U.S. Army helped.')
  })

  it('exports what is kept, lost or not carried yet from the text it stands on, with its state', () => {
    const newText = sampleText.replace('Ships are back.', 'Boats are back.')
    const current = toRevision(newText, sampleRevision.id)
    const at = { document: sampleDocument, revision: current.id }
    const created = stateAfter(stateAfter(stateOf(sampleRevision, current), registers), [
      create('kept', { segments: [piece('Ships')] }),
      create('lost', { segments: [piece('Ships are')] }),
      create('open', { segments: [piece('Ships are back')] }),
      create('here', { segments: [piece('12 towns')] }),
    ])
    const state = stateAfter(created, [
      { do: 'decide-anchor', annotation: 'kept', decision: 'keep', ...at },
      { do: 'decide-anchor', annotation: 'lost', decision: 'lost', ...at },
      {
        do: 'decide-anchor',
        annotation: 'here',
        decision: 'accept',
        segments: [piece('12 towns', 'content', newText)],
        ...at,
      },
    ])
    const rows = buildExcerpts(sourceOf(state, current))
    const earlier = [sampleRevision.id, 'The harbour reopened today.']
    expect(rows.map(row => [row.annotation_id, row.anchor_state, row.exact_text, row.revision_hash])).toEqual([
      ['here', 'exact', '12 towns', current.id],
      ['kept', 'kept', 'Ships', earlier[0]],
      ['lost', 'lost', 'Ships are', earlier[0]],
      ['open', 'undecided', 'Ships are back', earlier[0]],
    ])
    expect(rows[1]?.paragraph).toContain('Ships are back.')
  })

  it('takes the status that reviews come to where there are some', () => {
    const state = stateAfter(start, [create('n1', { segments: [piece('Ships')], status: 'submitted' })])
    const reviews = new Map([['n1', { status: 'disputed', reviewer: 'Ada', reason: 'not a quote' }]])
    expect(buildExcerpts(sourceOf(state))[0]?.review_status).toBe('submitted')
    expect(buildExcerpts({ ...sourceOf(state), reviews })[0]).toMatchObject({
      review_status: 'disputed',
      reviewer: 'Ada',
      review_reason: 'not a quote',
    })
  })

  it('hashes the JSON of the other columns as texts in their order', async () => {
    const [excerpt] = buildExcerpts(sourceOf(stateAfter(start, [splitQuote])))
    if (excerpt === undefined) throw new Error('no excerpt')
    const texts = excerptColumns.flatMap(({ name }) => {
      if (name === 'row_sha256') return []
      const value = excerpt[name]
      if (name === 'segments') return [excerpt.segments.map(range => `${range.start}-${range.end}`).join(';')]
      return [Array.isArray(value) ? value.join('; ') : String(value ?? '')]
    })
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(texts)))
    expect(excerpt.row_sha256).toBe(Buffer.from(digest).toString('hex'))
  })

  it('writes a lone surrogate as U+FFFD, which UTF-8 can hold', () => {
    const source = sourceOf(stateAfter(start, [splitQuote]))
    const annotations = source.annotations.map(({ author, annotation }) => ({
      author,
      annotation: { ...annotation, note: 'a\ud800b' },
    }))
    expect(buildExcerpts({ ...source, annotations })[0]?.note).toBe('a\uFFFDb')
  })
})

describe('loss reports', () => {
  it('count what rows cannot carry, and less for annotations as JSON', () => {
    const claim = create('c1', {
      kind: 'claim',
      segments: [piece('It cost $4.20 million')],
      claim: {
        claimant: { name: 'she', speaker: 's1' },
        figures: [
          { asWritten: '4', value: '4' },
          { asWritten: 'five', value: '5' },
        ],
        of: 'k1',
      },
    })
    const source = sourceOf(stateAfter(start, [splitQuote, claim]))
    const marks = [{ type: 'em' as const, ...rangeOf('glad') }]
    const marked = { ...source, revision: { ...source.revision, marks } }
    expect(lossesOfExcerpts(marked)).toEqual([
      { code: 'source-and-cue-places', count: 2 },
      { code: 'claimant-details', count: 1 },
      { code: 'claim-entries', count: 1 },
      { code: 'inline-marks', count: 1 },
    ])
    expect(lossesOfAnnotations(marked)).toEqual([
      { code: 'claim-entries', count: 1 },
      { code: 'inline-marks', count: 1 },
    ])
  })
})
