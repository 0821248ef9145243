import { vi } from 'vitest'
import { kinds, parts } from '#annotations/model/annotation'
import { editOf } from '#annotations/testing/build'
import { facetNames } from '#app/contract/excerpt-facets'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { documents, texts } from '#app/testing/excerpt-histories'
import { createMemoryStore, type MemoryStore } from '#app/testing/memory-store'
import { openMarks, shownRevision } from '../../selectors'
import { type WholeDesk, wholeDesk } from './whole-desk'

/** A window, its machine and its disk. */
export interface Study extends WholeDesk {
  readonly session: WorkspaceSession
  readonly store: MemoryStore
}

/** One thing that is done; `a` to `c` choose among what there is. */
export interface Step {
  readonly verb: Verb
  readonly a: number
  readonly b: number
  readonly c: number
}

/** A desk with three documents on it, of which one is open, over a workspace in memory. */
export async function begin(): Promise<Study> {
  const store = createMemoryStore()
  for (const [n, revision] of texts.entries()) await store.addRevision(documents[n] ?? '', revision)
  const session = await openSession(store)
  if (!session.ok) throw new Error(session.error.code)
  return { ...(await wholeDesk(session.value)), session: session.value, store }
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const names = ['size', 'threat', 'Size', 'Ms Orr', 'party', '港']

function select({ model }: Study, a: number, b: number): void {
  const length = shownRevision(model.store.get())?.text.length ?? 0
  if (length === 0) return
  const start = a % length
  model.marks.select({ start, end: Math.min(length, start + 1 + (b % 20)) })
}

const active = ({ model }: Study) => model.store.get().active ?? ''
const tags = ({ model }: Study) =>
  [...(model.store.get().queue.current.scopes.get('codebook')?.journals.values() ?? [])].flatMap(journal =>
    [...journal.entries.values()].map(({ id }) => id),
  )

/** What a person, a colleague, the disk and the two ways between window and machine do. */
export const verbs = {
  mark: (study, { a, b, c }) => {
    select(study, a, b)
    study.model.marks.mark(pick(kinds, c) ?? 'note')
  },
  'add a part': (study, { a, b, c }) => {
    select(study, a, b)
    study.model.marks.addSelection(pick(parts, c) ?? 'content')
  },
  'clear a part': ({ model }, { a }) => model.marks.clearPart(a % 2 === 0 ? 'source' : 'cue'),
  resize: ({ model }, { a, b }) => model.marks.resize(a % 2 === 0 ? 'start' : 'end', b % 2 === 0 ? 1 : -1),
  'take what is offered': ({ model }) => model.reading.takeForActive(),
  step: ({ model }, { a }) => model.marks.step(a % 2 === 0 ? 1 : -1),
  'go to': ({ model }, { a }) => model.marks.goTo(pick(openMarks(model.store.get()), a)?.annotation.id ?? ''),
  delete: ({ model }) => model.marks.remove(),
  tag: (study, { a, b }) =>
    study.model.fields.addTag(active(study), { create: [pick(names, a) ?? '', ...(b % 2 ? ['x'] : [])] }),
  'drop a tag': (study, { a }) => study.model.fields.dropTag(active(study), pick(tags(study), a) ?? 'nothing'),
  note: (study, { a }) => study.model.fields.setNote(active(study), a % 4 === 0 ? '' : `note ${a % 7}`),
  kind: (study, { a }) => study.model.fields.setKind(active(study), pick(kinds, a) ?? 'note'),
  speaker: (study, { a }) => study.model.fields.addSpeaker(active(study), { create: pick(names, a) ?? '' }),
  'no speaker': (study, { a }) => study.model.fields.removeSpeaker(active(study), a % 2),
  claim: (study, { a }) => study.model.fields.setClaim(active(study), { statement: `statement ${a % 5}` }),
  status: (study, { a }) => study.model.fields.setStatus(active(study), a % 2 === 0 ? 'draft' : 'submitted'),
  'restore a state': (study, { a }) => {
    const changes = [...study.model.store.get().queue.current.scopes.values()]
      .flatMap(({ journals }) => [...(journals.get('ann')?.entries.values() ?? [])])
      .find(({ id }) => id === active(study))?.changes
    study.model.reading.restore(active(study), pick(changes ?? [], a)?.edit ?? '')
  },
  undo: ({ model }) => model.history.undo(),
  redo: ({ model }) => model.history.redo(),
  open: ({ model }, { a }) => void model.open.openDocument(pick(documents, a) ?? ''),
  'remove a document': ({ model }, { a }) => model.open.removeDocument(pick(documents, a) ?? ''),
  'restore a document': ({ model }, { a }) => void model.open.restoreDocument(pick(documents, a) ?? ''),
  progress: ({ model }, { a, b }) =>
    void model.saving.dispatch([
      { do: 'set-progress', document: pick(documents, a) ?? '', progress: b % 2 === 0 ? 'done' : 'in-work' },
    ]),
  'open the workspace again': ({ model }) => void model.open.openWorkspace('/study'),
  'show excerpts': ({ model }) => model.excerpts.show(),
  'leave excerpts': ({ model }) => model.excerpts.leave(),
  find: ({ model }, { a }) => model.excerpts.setText(pick(['', 'port', 'date', 'note 3'], a) ?? ''),
  filter: ({ model }, { a, b }) => {
    const facet = pick(facetNames, a) ?? 'kind'
    const value = pick(model.store.get().excerpts.result?.facets[facet] ?? [], b)?.value
    if (value !== undefined) model.excerpts.toggle(facet, value)
  },
  'no filter': ({ model }) => model.excerpts.clearFilter(),
  'select all rows': ({ model }) => model.excerpts.selectAll(),
  'select a row': ({ model }, { a }) => model.excerpts.toggleSelected(a % 4),
  'tag rows': ({ model }, { a }) => void model.excerpts.addTag({ create: [pick(names, a) ?? ''] }),
  'drop a tag of rows': (study, { a }) => void study.model.excerpts.dropTag(pick(tags(study), a) ?? 'nothing'),
  'submit rows': ({ model }) => void model.excerpts.setStatus('submitted'),
  'undo anywhere': ({ model }) => void model.excerpts.undo('undo'),
  'redo anywhere': ({ model }) => void model.excerpts.undo('redo'),
  'open a row': ({ model }, { a }) => void model.excerpts.openInText(a % 4),
  'new tag': (study, { a, b }) =>
    void study.model.registers.addTag(pick(names, a) ?? '', pick([null, ...tags(study)], b) ?? null),
  'rename a tag': (study, { a, b }) =>
    study.model.registers.rename('codebook', pick(tags(study), a) ?? 'nothing', pick(names, b) ?? ''),
  'merge tags': (study, { a, b }) =>
    study.model.registers.merge('codebook', pick(tags(study), a) ?? 'nothing', pick(tags(study), b) ?? 'nothing'),
  'move a tag': (study, { a, b, c }) =>
    study.model.registers.move(pick(tags(study), a) ?? 'nothing', {
      parent: pick([null, ...tags(study)], b) ?? null,
      index: c % 3,
    }),
  'remove a tag': (study, { a }) => study.model.registers.remove('codebook', pick(tags(study), a) ?? 'nothing'),
  'restore a tag': (study, { a }) => study.model.registers.restore('codebook', pick(tags(study), a) ?? 'nothing'),
  'key of a tag': (study, { a, b }) =>
    study.model.registers.setShortcut(pick(tags(study), a) ?? 'nothing', String(b % 3)),
  'a colleague': async (study, { a, b, c }) => {
    const document = a % documents.length
    const annotation = `bo${a}${b}${c}`
    const revision = texts[document]?.id ?? ''
    const segments = [{ part: 'content', start: b % 9, end: 10 + (b % 9) }] as const
    await study.session.edit(
      editOf(
        `bo-${a}-${b}-${c}`,
        'bo',
        { do: 'create', document: documents[document] ?? '', annotation, kind: 'note', revision, segments },
        {
          do: 'add-entry',
          register: 'codebook',
          type: 'tag',
          id: `tag${annotation}`,
          fields: { name: pick(names, c) ?? '' },
        },
      ),
    )
    study.tellJournals([`document:${documents[document] ?? ''}`, 'codebook'])
  },
  'the machine takes one': study => study.takeRequest(),
  'the window hears one': study => study.hear(),
  'all arrives': study => study.rest(),
  'the disk is full': ({ store }, { a }) => {
    store.failWith = a % 2 === 0 ? 'disk-full' : undefined
  },
  'the gesture rests': () => void vi.runOnlyPendingTimers(),
  retry: ({ model }) => model.saving.retry(),
} satisfies { readonly [verb: string]: (study: Study, step: Step) => unknown }

export type Verb = keyof typeof verbs
