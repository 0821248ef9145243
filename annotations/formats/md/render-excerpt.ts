import { columnText } from '../column-text'
import type { Excerpt } from '../excerpt'
import { escapeInline, quoteLines } from './escape-markdown'

/**
 * What a person reads of an excerpt: where it stands, its text, who speaks or claims, tags, note, status. Ends without
 * a line break; no line has white space at its end, so that an editor which trims lines changes nothing.
 */
export function renderExcerpt(excerpt: Excerpt): string {
  const blocks = [
    `### ${placeLine(excerpt)}`,
    quoteLines(excerpt.exact_text).join('\n'),
    ...(excerpt.kind === 'quote' ? quoteBlocks(excerpt) : []),
    ...(excerpt.kind === 'claim' ? claimBlocks(excerpt) : []),
    labelled('Tags', columnText('tags', excerpt.tags)),
    labelled('Note', excerpt.note),
    `${escapeInline(statusLine(excerpt))}`,
  ]
  return blocks.filter(block => block !== '').join('\n\n')
}

function placeLine(excerpt: Excerpt): string {
  const kind = excerpt.kind.charAt(0).toUpperCase() + excerpt.kind.slice(1)
  const place = [
    excerpt.paragraph_no === null ? excerpt.block_role : `paragraph ${excerpt.paragraph_no}`,
    excerpt.sentence_no === null ? '' : `sentence ${excerpt.sentence_no}`,
  ]
  return escapeInline([kind, ...place].filter(word => word !== '').join(', '))
}

function quoteBlocks(excerpt: Excerpt): string[] {
  const voices = excerpt.speaker_as_written.map((name, i) => {
    const resolved = excerpt.speaker_resolved[i] ?? ''
    const known = resolved === '' || resolved === name ? '' : ` (${resolved})`
    return [`${name}${known}`, excerpt.role_as_written[i] ?? '', excerpt.organisation[i] ?? '']
      .filter(word => word !== '')
      .join(', ')
  })
  return [
    voices.length === 0 ? '' : `— ${escapeInline(voices.join('; '))}`,
    sourceLine(excerpt),
    labelled('Cue', excerpt.cue),
  ]
}

function claimBlocks(excerpt: Excerpt): string[] {
  const figures = Array.from({ length: figureCount(excerpt) }, (_, i) => figureText(excerpt, i))
  return [
    labelled('Claim', excerpt.claim_statement),
    labelled('Claimant', excerpt.claimant),
    labelled('Type', excerpt.claim_type),
    labelled('Figures', figures.join('; ')),
  ]
}

/** The source, where it is not the name of the one speaker already. */
function sourceLine({ source_as_written: source, speaker_as_written: speakers }: Excerpt): string {
  return speakers.length === 1 && speakers[0] === source ? '' : labelled('Source', source)
}

function figureCount(excerpt: Excerpt): number {
  return Math.max(...figureColumns.map(name => excerpt[name].length))
}

/** `about $12 billion (12000000000 USD 2022)`: as written, and what it was taken for where that says more. */
function figureText(excerpt: Excerpt, i: number): string {
  const of = (name: (typeof figureColumns)[number]) => excerpt[name][i] ?? ''
  const upTo = of('claim_up_to') === '' ? '' : `to ${of('claim_up_to')}`
  const parts = [
    of('claim_value'),
    upTo,
    of('claim_unit'),
    of('claim_period'),
    of('claim_relation'),
    of('claim_baseline'),
  ]
  const taken = parts.filter(word => word !== '').join(' ')
  const written = of('claim_as_written')
  if (written === '' || written === taken) return taken
  return taken === '' ? written : `${written} (${taken})`
}

const figureColumns = [
  'claim_as_written',
  'claim_value',
  'claim_up_to',
  'claim_unit',
  'claim_period',
  'claim_relation',
  'claim_baseline',
] as const

function labelled(label: string, text: string): string {
  const shown = escapeInline(text)
  return shown === '' ? '' : `${label}: ${shown}`
}

function statusLine(excerpt: Excerpt): string {
  const review = [excerpt.reviewer, excerpt.review_reason].filter(word => word !== '').join(': ')
  const status = `${excerpt.review_status} (${excerpt.author}, ${excerpt.modified})`
  return [status, review, `anchor ${excerpt.anchor_state}`].filter(word => word !== '').join('; ')
}
