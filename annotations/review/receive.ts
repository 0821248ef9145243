import type { Change } from '../changes/change'
import type { Entry } from '../changes/entry'
import { ownTypes, standingValue } from '../changes/entry'
import { guestField, guestsIn } from '../changes/guests'
import {
  documentOf,
  documentScope,
  type Journal,
  type Scope,
  type ScopeKey,
  scopeRev,
  type WorkspaceState,
} from '../changes/journal'
import { entryIn, sameChange, uniteJournals } from '../changes/unite'
import type { Act } from '../edit/edit'
import type { AnnotatorId, DocumentId, RevisionHash } from '../model/ids'
import { ok, type Problem, problem, type Result } from '../model/result'
import type { Revision } from '../model/revision'
import type { Bundle, DocumentInBundle } from './read-bundle'

/** Why a bundle is not received; nothing of it is. */
export type ReceiveCode = 'own-bundle' | 'altered-edit' | 'id-of-another' | 'rev-leap' | 'newer-version'

/** How far ahead of a scope the revs of a bundle may be. */
const maxLeap = 1_000_000

/** What the receiver has. `documents`: the hashes of all revisions of each document. */
export interface Receiver {
  readonly state: WorkspaceState
  readonly documents: ReadonlyMap<DocumentId, readonly RevisionHash[]>
  /** The ids that the person at the desk may act as. */
  readonly own: ReadonlySet<AnnotatorId>
}

/** Which of the receiver's documents a bundled one is. */
export type Fit =
  | { readonly by: 'id' | 'alias' | 'text'; readonly document: DocumentId }
  /** Several have the text: a person says which. */
  | { readonly by: 'several'; readonly documents: readonly DocumentId[] }
  /** Nowhere here; its texts came along and can be added. */
  | { readonly by: 'texts' }
  | { readonly by: 'none' }

/** Finds a bundled document: by its id, by what was said of it before, else by the text of any of its revisions. */
export function fitOf(document: DocumentInBundle, bundle: Bundle, receiver: Receiver): Fit {
  const { documents, state } = receiver
  if (documents.has(document.id)) return { by: 'id', document: document.id }
  const known = [...documents.keys()].filter(id => isAlias(state.scopes.get(documentScope(id)), document.id))
  if (known[0] !== undefined) return { by: 'alias', document: known[0] }
  const wanted = new Set(document.revisions)
  const same = [...documents].filter(([, revisions]) => revisions.some(revision => wanted.has(revision)))
  if (same.length > 1) return { by: 'several', documents: same.map(([id]) => id) }
  if (same[0] !== undefined) return { by: 'text', document: same[0][0] }
  return { by: (bundle.texts.get(document.id)?.length ?? 0) > 0 ? 'texts' : 'none' }
}

function isAlias(scope: Scope | undefined, document: DocumentId): boolean {
  return standingValue(entryIn(scope, 'fact:'), `aliases.${document}`) === true
}

/** What receiving comes to. */
export interface Received {
  /** The sender's journals as they stand then, only those in which something is new. */
  readonly journals: ReadonlyMap<ScopeKey, Journal>
  /** Texts of documents that were nowhere here. */
  readonly added: ReadonlyMap<DocumentId, readonly Revision[]>
  /** What the receiver states: that the sender is a guest, and which documents are the same. */
  readonly acts: readonly Act[]
  /** Documents that are nowhere here and whose texts did not come along: what is said of them is left out. */
  readonly missing: readonly DocumentInBundle[]
}

/**
 * Unites a bundle with the sender's own files and with nothing else; of the receiver's only who is a guest and which
 * documents are the same may change. Receiving twice, or an older bundle after a newer, changes nothing. `chosen`: of
 * a bundled document that fits several, which it is. Refused: the receiver's own id; an edit that is known with other
 * content; an entry id of another annotator; revs more than a million ahead; a file here that a newer program wrote.
 */
export function receiveBundle(
  bundle: Bundle,
  receiver: Receiver,
  chosen: ReadonlyMap<DocumentId, DocumentId> = new Map(),
): Result<Received, Problem<ReceiveCode>> {
  const { state } = receiver
  if (receiver.own.has(bundle.annotator)) return problem('own-bundle', { annotator: bundle.annotator })
  const journals = new Map<ScopeKey, Journal>()
  const added = new Map<DocumentId, readonly Revision[]>()
  const missing: DocumentInBundle[] = []
  const acts: Act[] = inviting(bundle.annotator, state)
  const scopes = new Map<ScopeKey, ScopeKey>()
  for (const document of bundle.documents) {
    const fit = fitOf(document, bundle, receiver)
    const picked = fit.by === 'several' ? chosen.get(document.id) : 'document' in fit ? fit.document : undefined
    const target = picked ?? (fit.by === 'texts' ? document.id : undefined)
    if (target === undefined) missing.push(document)
    else scopes.set(documentScope(document.id), documentScope(target))
    if (fit.by === 'texts') added.set(document.id, bundle.texts.get(document.id) ?? [])
    if (picked !== undefined && picked !== document.id && fit.by !== 'alias') {
      acts.push({ do: 'set-fact', document: picked, fields: { [`aliases.${document.id}`]: true } })
    }
  }
  for (const [from, journal] of bundle.journals) {
    const scope = documentOf(from) === undefined ? from : scopes.get(from)
    if (scope === undefined) continue
    const here = state.scopes.get(scope)
    const flaw = flawOf(journal, here)
    if (flaw !== undefined) return flaw
    const mine = here?.journals.get(bundle.annotator)
    const united = mine === undefined ? journal : uniteJournals(mine, journal)
    if (united !== mine) journals.set(scope, united)
  }
  return ok({ journals, added, acts, missing })
}

/** Who has never been heard of comes as a guest; a member stays one. */
function inviting(annotator: AnnotatorId, state: WorkspaceState): Act[] {
  const isKnown = [...state.scopes.values()].some(({ journals }) => journals.has(annotator))
  if (isKnown || guestsIn(state.scopes.get('settings')).has(annotator)) return []
  const id = state.workspace
  const isThere = entryIn(state.scopes.get('settings'), `workspace:${id}`) !== undefined
  const fields = { [guestField(annotator)]: true }
  return isThere
    ? [{ do: 'change-entry', register: 'settings', id, fields }]
    : [{ do: 'add-entry', register: 'settings', type: 'workspace', id, fields }]
}

function flawOf(journal: Journal, here: Scope | undefined) {
  if (here?.journals.get(journal.annotator)?.newer === true) return problem('newer-version')
  if (journal.rev > scopeRev(here) + maxLeap) return problem('rev-leap', { rev: journal.rev })
  for (const [key, entry] of journal.entries) {
    for (const [annotator, { entries }] of here?.journals ?? []) {
      const known = entries.get(key)
      if (known === undefined) continue
      if (annotator !== journal.annotator && ownTypes.has(entry.type)) return problem('id-of-another', { id: entry.id })
      const altered = alteredEdit(known, entry)
      if (altered !== undefined) return problem('altered-edit', { edit: altered.edit })
    }
  }
  return undefined
}

/** A change that both have under one edit and that says something else; whose file it stands in is no difference. */
function alteredEdit(known: Entry, coming: Entry): Change | undefined {
  const byEdit = new Map(known.changes.map(change => [change.edit, change]))
  return coming.changes.find(change => {
    const other = byEdit.get(change.edit)
    return other !== undefined && !sameChange(unsigned(other), unsigned(change))
  })
}

function unsigned({ by: _whose, ...change }: Change): Change {
  return change
}
