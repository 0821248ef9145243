import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentScope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Act } from '#annotations/edit/edit'
import { textHash } from '#annotations/model/canonical-text'
import type { Revision } from '#annotations/model/revision'
import type { BundledDocument } from '#annotations/review/write-bundle'
import { writeJournal } from '#annotations/workspace/journal-file'
import { writeRevision } from '#annotations/workspace/revision-file'
import { writeWorkspace } from '#annotations/workspace/workspace-file'
import { seededRandom, syntheticAnnotations, syntheticRelease } from '../../renderer/editor/testing/synthetic-release'
import { runPressmark } from '../pages/pressmark-cli'

const workspace = 'bench'
const annotator = 'annotator'
const at = '2026-05-01T09:30:00.000Z'

const tagNames = ['harbour', 'ferries', 'safety', 'money', 'staff', 'winter', 'council', 'growth', 'doubt', 'dates']
const speakerCount = 200

/** How large a document of a made workspace is. */
export interface DocumentSize {
  readonly characters: number
  readonly annotations: number
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * Writes a workspace with one document of each size given, and the profile of its one annotator, with the program's own
 * edits and writers; nothing is flushed, so that it takes seconds. The same sizes give the same files. Documents are
 * named `d00000` and so on.
 */
export function writeLargeWorkspace(folder: string, userFolder: string, sizes: readonly DocumentSize[]): void {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  put(join(userFolder, 'profile.json'), profileText())
  put(join(folder, 'workspace.json'), writeWorkspace({ id: workspace, name: 'Bench', created: at }, sha256))
  const registers = withEdit({ workspace, scopes: new Map(), revisions: new Map() }, 0, registerActs())
  for (const scope of ['codebook', 'speakers', 'annotators'] as const) {
    put(join(folder, scope, `${annotator}.json`), journalText(registers, scope))
  }
  for (const [n, size] of sizes.entries()) {
    const document = documentName(n)
    const revision = releaseOf(size.characters, n)
    const place = join(folder, 'documents', document)
    put(join(place, 'revisions', `${revision.id}.json`), writeRevision(revision, { workspace, document }, sha256))
    const state = { ...registers, revisions: new Map([[revision.id, revision]]) }
    const annotated = withEdit(state, n + 1, markActs(document, revision, size.annotations, n))
    put(join(place, 'annotations', `${annotator}.json`), journalText(annotated, documentScope(document)))
  }
}

/**
 * What a colleague has in the documents of `writeLargeWorkspace`: about the same places as its annotator, every fourth
 * with another end. `n`: which colleague, from 0. The same sizes give the same.
 */
export function colleagueOf(
  n: number,
  sizes: readonly DocumentSize[],
  from = 0,
): { readonly id: string; readonly state: WorkspaceState; readonly documents: readonly BundledDocument[] } {
  const id = `c${String(n).padStart(2, '0')}`
  const self: Act = {
    do: 'add-entry',
    register: 'annotators',
    type: 'annotator',
    id,
    fields: { name: `Colleague ${n}`, what: 'person' },
  }
  const known: WorkspaceState = { workspace, scopes: new Map(), revisions: new Map() }
  let state = withEdit(known, editNumber(n, 0), [self], id)
  const documents: BundledDocument[] = []
  for (const [at, size] of sizes.entries()) {
    const document = documentName(from + at)
    const revision = releaseOf(size.characters, from + at)
    const acts = markActs(document, revision, size.annotations, from + at).map((act, place): Act => {
      if (act.do !== 'create') return act
      const segments = act.segments.map(one => ({
        ...one,
        end: Math.min(revision.text.length, one.end + (place % 4 === n % 4 ? 5 : 0)),
      }))
      return { ...act, annotation: `${id}-${act.annotation}`, segments }
    })
    const revisions = new Map([[revision.id, revision]])
    state = withEdit({ ...state, revisions }, editNumber(n, 1 + from + at), acts, id)
    documents.push({ id: document, headline: document, current: revision.id, revisions: [] })
  }
  return { id, state, documents }
}

function editNumber(colleague: number, n: number): number {
  return (colleague + 1) * 1_000_000 + n
}

function documentName(n: number): string {
  return `d${String(n).padStart(5, '0')}`
}

/** Makes the backup of the day of a workspace, so that the program makes none while it is measured. */
export async function backUp(workspace: string, userFolder: string): Promise<void> {
  const made = await runPressmark(['--user-data-dir', userFolder, 'backup', 'create', workspace])
  if (made.status !== 0) throw new Error(made.err)
}

function profileText(): string {
  const identity = { id: annotator, name: 'Bench', what: 'person' }
  return JSON.stringify({ annotators: [identity], current: annotator, theme: 'light', recent: [] })
}

function releaseOf(characters: number, seed: number): Revision {
  const made = syntheticRelease(characters, seed + 1)
  return { ...made, id: textHash(made.text) }
}

function registerActs(): Act[] {
  const tags = tagNames.map((name, n): Act => {
    const fields = { name, ...(n === 0 ? { shortcut: '1' } : {}), ...(n < 5 ? {} : { parent: `t${n - 5}` }) }
    return { do: 'add-entry', register: 'codebook', type: 'tag', id: `t${n}`, fields }
  })
  const speakers = Array.from({ length: speakerCount }, (_, n): Act => {
    const fields = { name: `Speaker ${n} of the council` }
    return { do: 'add-entry', register: 'speakers', type: 'speaker', id: `s${n}`, fields }
  })
  const self: Act = {
    do: 'add-entry',
    register: 'annotators',
    type: 'annotator',
    id: annotator,
    fields: { name: 'Bench', what: 'person' },
  }
  return [...tags, ...speakers, self]
}

function markActs(document: string, revision: Revision, count: number, seed: number): Act[] {
  const random = seededRandom(seed + 7)
  const upTo = (most: number): number => Math.floor(random() * most)
  return syntheticAnnotations(revision, count, seed + 3).map((made, n): Act => {
    const voice = { name: 'the council', speaker: `s${upTo(speakerCount)}` }
    return {
      do: 'create',
      document,
      annotation: `a${seed}-${n}`,
      kind: made.kind,
      revision: revision.id,
      segments: (made.placements.get(revision.id)?.segments ?? []).map(({ part, start, end }) => ({
        part,
        start,
        end,
      })),
      tags: Array.from({ length: upTo(3) }, () => `t${upTo(tagNames.length)}`),
      note: n % 5 === 0 ? 'To be looked at again.' : '',
      ...(made.kind === 'quote' ? { quote: { speakers: [voice] } } : {}),
      ...(made.kind === 'claim' && n % 2 === 0 ? { claim: { claimant: voice } } : {}),
    }
  })
}

/** `n`: counts the edits; their ids sort before all that the program makes. */
function withEdit(state: WorkspaceState, n: number, acts: readonly Act[], by = annotator): WorkspaceState {
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  const applied = applyEdit(state, { id, at, by, acts })
  if (!applied.ok) throw new Error(`${id} refused: ${JSON.stringify(applied.error)}`)
  return applied.value.state
}

function journalText(state: WorkspaceState, scope: ScopeKey): string {
  const journal = state.scopes.get(scope)?.journals.get(annotator)
  if (journal === undefined) throw new Error(`nothing was said in ${scope}`)
  return writeJournal(journal, { workspace, scope }, sha256)
}
