import { documentScope, emptyScope, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import { applyEdit } from '../edit/apply-edit'
import type { Act } from '../edit/edit'
import { splitCanonicalText, textHash } from '../model/canonical-text'
import { readAnnotation } from '../model/read-annotation'
import type { Revision, Role, TextRange } from '../model/revision'
import type { ExportSource } from './build-excerpts'

// Imported by tests only.

export const sampleDocument = 'd1'

/** A release with a split quotation, a title with a period, figures, an emoji and Arabic. */
export const sampleText = [
  'Harbour of Vessen opens after $4.20 million rebuild',
  'The harbour reopened today. It cost $4.20 million, said Maj. Gen. Ada Marsh, the harbour master. Ships are back.',
  '“We are glad,” said Marsh. “We waited 😀 long.”',
  'The U.S. Army helped. أهلا وسهلا. Nobody left.',
  'About the Port of Vessen',
  'The port serves 12 towns.',
].join('\n\n')

const sampleRoles: readonly Role[] = ['headline', 'lead', 'body', 'body', 'section-heading', 'boilerplate']

export function toRevision(text: string, parent: string | null = null, roles: readonly Role[] = sampleRoles): Revision {
  const blocks = splitCanonicalText(text).map((range, n) => ({
    ...range,
    role: roles[n] ?? ('body' as const),
    type: 'paragraph' as const,
  }))
  const source = { sha256: '0'.repeat(64), name: 'harbour.txt', mediaType: 'text/plain', bytes: text.length }
  const at = '2024-03-01T08:00:00.000Z'
  return { id: textHash(text), text, parent, origin: 'import', at, source, blocks, marks: [], found: [] }
}

export const sampleRevision = toRevision(sampleText)

/** The range of the first place where `words` stand in a text. */
export function rangeOf(words: string, text = sampleText): TextRange {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

export function stateOf(...revisions: readonly Revision[]): WorkspaceState {
  return { workspace: 'w1', scopes: new Map(), revisions: new Map(revisions.map(text => [text.id, text])) }
}

let edits = 0

/** The state after acts of an annotator; a refusal fails the test. */
export function stateAfter(state: WorkspaceState, acts: readonly Act[], by = 'ben'): WorkspaceState {
  if (acts.length === 0) return state
  edits += 1
  const id = `e${String(edits).padStart(6, '0')}`
  const at = new Date(Date.UTC(2024, 2, 2, 10, 0, edits)).toISOString()
  const applied = applyEdit(state, { id, at, by, acts })
  if (!applied.ok) throw new Error(JSON.stringify(applied.error))
  return applied.value.state
}

/** Everybody's annotations of the sample document as they are exported. */
export function sourceOf(state: WorkspaceState, revision = sampleRevision): ExportSource {
  const annotations = [...(state.scopes.get(documentScope(sampleDocument))?.journals ?? [])].flatMap(
    ([author, journal]) =>
      [...journal.entries.values()].flatMap(entry => {
        const annotation = readAnnotation(entry)
        return annotation === undefined ? [] : [{ author, annotation }]
      }),
  )
  return {
    workspace: state.workspace,
    appVersion: '0.1.0',
    schemaVersion: 1,
    document: sampleDocument,
    revision,
    revisions: state.revisions,
    metadata: {
      headline: 'Harbour of Vessen opens after $4.20 million rebuild',
      issuer: 'Port of Vessen',
      published: { date: '2024-03-01', zone: 'Europe/Berlin' },
    },
    annotations,
    codebook: readRegister(state.scopes.get('codebook') ?? emptyScope),
    speakers: readRegister(state.scopes.get('speakers') ?? emptyScope),
    annotators: new Map([['ben', 'Ben Holt']]),
  }
}
