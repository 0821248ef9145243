import fc from 'fast-check'
import type { Act } from '#annotations/edit/edit'
import { kinds } from '#annotations/model/annotation'
import type { RevisionHash } from '#annotations/model/ids'
import type { Decision } from '#annotations/model/review'
import { editOf, revisionOf } from '#annotations/testing/build'
import { type FacetName, facetNames, noValue } from '#app/contract/excerpt-facets'
import type { ExcerptFilter } from '#app/contract/excerpt-query'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { createMemoryStore } from './memory-store'

// Imported by tests only.

/** The texts of the documents `d0` to `d2`. */
export const texts = [
  revisionOf('Harbour opens early', 'The port said that it would return.', 'It gave no date for that.'),
  revisionOf('River count', 'The agency counted salmon, it said.'),
  revisionOf('Harbour closes', 'No date was given. The port is closed.'),
]
export const documents = ['d0', 'd1', 'd2']
export const annotators = ['ann', 'bo']
async function newSession(): Promise<WorkspaceSession> {
  const store = createMemoryStore()
  for (const [n, revision] of texts.entries()) await store.addRevision(documents[n] ?? '', revision)
  const session = await openSession(store)
  if (!session.ok) throw new Error(session.error.code)
  return session.value
}

/** A session with the three documents, four tags of which one is below another, two speakers and both annotators. */
export async function beginSession(): Promise<WorkspaceSession> {
  const session = await newSession()
  const tag = { do: 'add-entry', register: 'codebook', type: 'tag' } as const
  const speaker = { do: 'add-entry', register: 'speakers', type: 'speaker' } as const
  await session.edit(
    editOf(
      'e0',
      'ann',
      ...tags.map(id => ({ ...tag, id, fields: { name: id, ...(id === 't2' ? { parent: 't1' } : {}) } })),
      ...speakers.map(id => ({ ...speaker, id, fields: { name: `Speaker ${id}` } })),
      { do: 'add-entry', register: 'codebook', type: 'own-field', id: 'beat', fields: { name: 'Beat', holds: 'text' } },
    ),
  )
  for (const id of annotators) {
    const fields = { name: `Annotator ${id}` }
    await session.edit(
      editOf(`e-${id}`, id, { do: 'add-entry', register: 'annotators', type: 'annotator', id, fields }),
    )
  }
  return session
}

const tags = ['t1', 't2', 't3', 't4']
const speakers = ['s1', 's2']
const document = fc.nat(2)
const place = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ part: 'content' as const, start, end: start + length }))
const voice = fc.oneof(
  fc.constantFrom(...speakers).map(speaker => ({ name: 'she', speaker })),
  fc.constantFrom('she', 'Ms Orr').map(name => ({ name })),
)

/** One thing that is done in a random history; `undefined` where there is nothing to do it to. */
export type Step = (
  next: (prefix: string) => string,
  known: readonly Known[],
  others: readonly Known[],
) => Act | undefined
export interface Known {
  readonly document: string
  readonly annotation: string
}

const ofKnown = (use: (known: Known, n: number) => Act): fc.Arbitrary<Step> =>
  fc.tuple(fc.nat(30), fc.nat(30)).map(
    ([at, n]) =>
      (_, known) =>
        known.length === 0 ? undefined : use(known[at % known.length] as Known, n),
  )

const create: fc.Arbitrary<Step> = fc
  .record({
    document,
    kind: fc.constantFrom(...kinds),
    place,
    tags: fc.subarray(tags),
    voices: fc.array(voice, { maxLength: 3 }),
    type: fc.option(fc.constantFrom('quantity', 'prediction'), { nil: undefined }),
    note: fc.constantFrom('', 'Look again at the DATE'),
  })
  .map(made => next => ({
    do: 'create',
    document: documents[made.document] ?? '',
    annotation: next('a'),
    kind: made.kind,
    revision: texts[made.document]?.id as RevisionHash,
    segments: [made.place],
    tags: made.tags,
    note: made.note,
    ...(made.kind === 'quote' ? { quote: { speakers: made.voices } } : {}),
    ...(made.kind === 'claim'
      ? {
          claim: {
            ...(made.type === undefined ? {} : { type: made.type }),
            ...(made.voices[0] === undefined ? {} : { claimant: made.voices[0] }),
          },
        }
      : {}),
  }))

/** A decision about what somebody else has made. */
const review: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(30), fc.constantFrom<Decision>('agree', 'dispute', 'reject', 'neither'))
  .map(([at, decision]) => (next, _, others) => {
    const about = others[at % Math.max(1, others.length)]
    if (about === undefined) return undefined
    return { do: 'review', document: about.document, id: next('r'), about: [about.annotation], decision }
  })

/** Marks, tags, merges, reviews, removals: whatever changes what the table shows. */
export const step: fc.Arbitrary<Step> = fc.oneof<fc.WeightedArbitrary<Step>[]>(
  { weight: 6, arbitrary: create },
  { weight: 1, arbitrary: ofKnown(known => ({ do: 'remove', ...known })) },
  {
    weight: 2,
    arbitrary: ofKnown((known, n) => ({
      do: 'set-tags',
      ...known,
      ...(n % 2 === 0 ? { add: [tags[n % 4] ?? ''] } : { drop: [tags[n % 4] ?? ''] }),
    })),
  },
  { weight: 1, arbitrary: ofKnown(known => ({ do: 'set-status', ...known, status: 'submitted' })) },
  { weight: 3, arbitrary: review },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...tags)).map(([id, into]) => () => ({
      do: 'merge-entry',
      register: 'codebook',
      id,
      into,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...tags), fc.option(fc.constantFrom(...tags))).map(([id, parent]) => () => ({
      do: 'move-entry',
      register: 'codebook',
      id,
      parent,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(() => ({ do: 'merge-entry', register: 'speakers', id: 's1', into: 's2' })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(() => ({ do: 'merge-entry', register: 'annotators', id: 'ann', into: 'bo' })),
  },
  {
    weight: 1,
    arbitrary: document.map(n => () => ({ do: 'set-progress', document: documents[n] ?? '', progress: 'done' })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(document, fc.constantFrom('ports', 'rail', null)).map(
      ([n, beat]): Step =>
        () => ({ do: 'set-fact', document: documents[n] ?? '', fields: { 'field.beat': beat } }),
    ),
  },
  { weight: 1, arbitrary: document.map(n => () => ({ do: 'remove-document', document: documents[n] ?? '' })) },
  { weight: 1, arbitrary: document.map(n => () => ({ do: 'restore-document', document: documents[n] ?? '' })) },
)

const possible: { readonly [Name in FacetName]: readonly string[] } = {
  kind: kinds,
  section: ['body', 'headline', noValue],
  speaker: [...speakers, '~she', '~Ms Orr', noValue, 'nobody'],
  tag: [...tags, noValue, 'unknown'],
  'claim-type': ['quantity', 'prediction', noValue],
  status: ['draft', 'submitted', 'agreed', 'disputed', 'rejected'],
  annotator: annotators,
  document: documents,
  anchor: ['exact', 'lost'],
  progress: ['not-started', 'in-work', 'done'],
  field: ['beat=ports', 'beat=rail', noValue, 'gone=x'],
}

const facets = fc.record(
  Object.fromEntries(facetNames.map(name => [name, fc.subarray([...possible[name]])])) as {
    [Name in FacetName]: fc.Arbitrary<string[]>
  },
  { requiredKeys: [] },
)
/** Filters of some facets and words, values that nothing has among them. */
export const filter: fc.Arbitrary<ExcerptFilter> = fc.record({
  text: fc.constantFrom('', '', 'port', 'harb', 'harbour date', 'look AGAIN', 'zebra'),
  facets: fc.oneof(
    facets,
    facets.map(all => ({ tag: all.tag ?? [] })),
  ),
})
