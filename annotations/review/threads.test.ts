import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryKey } from '../changes/entry'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { Act } from '../edit/edit'
import type { Json } from '../model/json'
import { readReviews } from '../model/review'
import { afterEdits, annotationIn, editOf, refusalOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { play, steps } from '../testing/histories'
import { documents } from '../testing/machines'
import { contentSeen, contentStands, isContentField } from './content'
import { isOpen, readThreads, shownStatus } from './threads'

const text = revisionOf('“We won,” she said.', 'By 12%.')
const on = { document: 'd', annotation: 'n' } as const
const content = (start: number, end: number) => [{ part: 'content', start, end }] as const
const create: Act = { do: 'create', ...on, kind: 'quote', revision: text.id, segments: content(0, 9) }
const start = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', create),
  editOf('e2', 'bo', { ...create, annotation: 'bos', kind: 'claim' }),
)

const thread = (state: WorkspaceState, annotation = 'n') =>
  readThreads(scopeIn(state, documentScope('d'))).get(annotation) ?? []
const status = (state: WorkspaceState) => {
  const shown = shownStatus(annotationIn(state, 'ann', 'n')?.status ?? 'draft', thread(state))
  return shown.review === undefined ? { status: shown.status } : { status: shown.status, reviewer: shown.review.by }
}
const review = (id: string, decision: 'agree' | 'dispute' | 'reject' | 'neither', about = ['n']): Act => ({
  do: 'review',
  document: 'd',
  id,
  about,
  decision,
})
const proposal = (act: {
  readonly decision: 'agree' | 'propose'
  readonly proposal: { [field: string]: Json }
}): Act => ({
  do: 'review',
  document: 'd',
  id: 'r9',
  about: ['n'],
  ...act,
})
const settle = (id: string, to: string, as: 'resolve' | 'reopen' = 'resolve'): Act => ({
  do: 'settle',
  document: 'd',
  id,
  to,
  as,
})

describe('the status as shown', () => {
  test.each<[string, { readonly status: string; readonly reviewer?: string }, readonly Act[]]>([
    ['is the author’s word without a review', { status: 'draft' }, []],
    ['an agree that counts', { status: 'agreed', reviewer: 'bo' }, [review('r1', 'agree')]],
    [
      'an open dispute over an agree',
      { status: 'disputed', reviewer: 'bo' },
      [review('r1', 'dispute'), review('r2', 'agree')],
    ],
    [
      'an open reject over a dispute',
      { status: 'rejected', reviewer: 'bo' },
      [review('r1', 'reject'), review('r2', 'dispute')],
    ],
    ['a neither is a reject', { status: 'rejected', reviewer: 'bo' }, [review('r1', 'neither', ['n', 'bos'])]],
    [
      'what is settled is resolved',
      { status: 'resolved', reviewer: 'bo' },
      [review('r1', 'dispute'), settle('r2', 'r1')],
    ],
    [
      'what is open again is disputed',
      { status: 'disputed', reviewer: 'bo' },
      [review('r1', 'dispute'), settle('r2', 'r1'), settle('r3', 'r1', 'reopen')],
    ],
    [
      'one of two that is settled leaves the other open',
      { status: 'rejected', reviewer: 'bo' },
      [review('r1', 'dispute'), review('r2', 'reject'), settle('r3', 'r1')],
    ],
    [
      'what is taken back is as if it had not been',
      { status: 'draft' },
      [review('r1', 'dispute'), { do: 'withdraw', document: 'd', id: 'r1' }],
    ],
  ])('%s', (_, wanted, acts) => {
    const state = afterEdits(start, ...acts.map((act, i) => editOf(`e3${i}`, 'bo', act)))
    expect(status(state)).toEqual(wanted)
  })

  test('a reply answers and changes no status; it is about what the answered review is about', () => {
    const reply: Act = { do: 'reply', document: 'd', id: 'r2', to: 'r1', text: ' why? ' }
    const state = afterEdits(start, editOf('e3', 'bo', review('r1', 'dispute')), editOf('e4', 'ann', reply))
    expect(thread(state).map(({ act, by, text: words, replyTo }) => [act, by, words, replyTo])).toEqual([
      ['dispute', 'bo', '', undefined],
      ['reply', 'ann', 'why?', 'r1'],
    ])
    expect(status(state).status).toBe('disputed')
  })
})

describe('a review counts while the content it saw stands', () => {
  const agreed = afterEdits(start, editOf('e3', 'bo', review('r1', 'agree')))

  test.each<[string, boolean, Act]>([
    ['a note is no content', true, { do: 'set-note', ...on, note: 'x' }],
    ['nor is the author’s word', true, { do: 'set-status', ...on, status: 'submitted' }],
    ['another kind is', false, { do: 'set-kind', ...on, kind: 'claim' }],
    ['another speaker is', false, { do: 'set-quote', ...on, quote: { speakers: [{ name: 'she' }] } }],
    ['a tag is', false, { do: 'set-tags', ...on, add: ['t'] }],
    ['another boundary is', false, { do: 'place', ...on, revision: text.id, segments: content(0, 4) }],
    ['a removal is', false, { do: 'remove', ...on }],
  ])('%s: %s', (_, counts, act) => {
    const changed = afterEdits(agreed, editOf('e4', 'ann', act))
    expect(thread(changed).map(one => one.counts)).toEqual([counts])
    const undone = afterEdits(changed, editOf('e5', 'ann', { do: 'undo', edit: 'e4', scopes: ['document:d'] }))
    expect(thread(undone).map(one => one.counts)).toEqual([true])
  })

  test('a review made after a change has seen it', () => {
    const changed = afterEdits(agreed, editOf('e4', 'ann', { do: 'set-kind', ...on, kind: 'claim' }))
    const again = afterEdits(changed, editOf('e5', 'bo', review('r2', 'dispute')))
    expect(thread(again).map(one => [one.act, one.counts, isOpen(one)])).toEqual([
      ['agree', false, false],
      ['dispute', true, true],
    ])
  })

  test('law 10, over random histories: it counts exactly while the content it saw stands', () => {
    let counted = 0
    let voided = 0
    fc.assert(
      fc.property(steps(40), wanted => {
        for (const { state } of play(wanted).machines) {
          for (const document of documents) {
            const scope = scopeIn(state, documentScope(document))
            for (const [annotation, reviews] of readThreads(scope)) {
              const entry = entryIn(scope, entryKey('annotation', annotation))
              for (const { about, counts } of reviews) {
                const seen = about.find(one => one.annotation === annotation)?.seen ?? ''
                expect(counts).toBe(standsNaively(entry, seen))
                if (counts) counted += 1
                else voided += 1
              }
            }
          }
        }
      }),
    )
    expect(Math.min(counted, voided)).toBeGreaterThan(10)
  })
})

/** True for a placement that the program computed: nobody's word, and no content. */
function isCarried(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'via' in value && value.via === 'carry'
}

/** Sets each change's values one after the other, once up to the change that was seen and once to the end. */
function standsNaively(entry: ReturnType<typeof entryIn>, seen: string): boolean {
  const at = entry?.changes.findIndex(change => change.edit === seen) ?? -1
  if (entry === undefined || at < 0) return false
  const valuesAfter = (count: number) => {
    const values: { [field: string]: unknown } = {}
    for (const { set } of entry.changes.slice(0, count)) for (const [field, value] of set) values[field] = value
    return values
  }
  const now = valuesAfter(entry.changes.length)
  const told = (values: { [field: string]: unknown }) =>
    JSON.stringify(
      Object.keys(values)
        .filter(field => isContentField(field) && values[field] !== null && !isCarried(values[field]))
        .sort()
        .map(field => [field, values[field]]),
    )
  return now.deleted !== true && told(now) === told(valuesAfter(at + 1))
}

test('what a review saw can be shown beside what stands now', () => {
  const state = afterEdits(
    start,
    editOf('e3', 'bo', review('r1', 'agree')),
    editOf('e4', 'ann', { do: 'set-kind', ...on, kind: 'note' }),
  )
  const scope = scopeIn(state, documentScope('d'))
  const entry = entryIn(scope, entryKey('annotation', 'n'))
  const seen = readReviews(scope)[0]?.about[0]?.seen ?? ''
  if (entry === undefined) throw new Error('the annotation is gone')
  expect(contentSeen(entry, seen)?.get('kind')).toBe('quote')
  expect(contentStands(entry, seen)).toBe(false)
})

describe('a review is refused', () => {
  test.each<[string, string, Act]>([
    ['own-annotation', 'about one’s own', review('r9', 'agree', ['bos'])],
    ['unknown-annotation', 'about what is not there', review('r9', 'agree', ['no'])],
    ['wrong-value', 'about nothing', review('r9', 'agree', [])],
    ['wrong-value', 'a proposal without a field', proposal({ decision: 'propose', proposal: {} })],
    ['wrong-value', 'a proposal of what is no content', proposal({ decision: 'propose', proposal: { note: 'x' } })],
    ['wrong-value', 'a proposal that is none', proposal({ decision: 'agree', proposal: { kind: 'note' } })],
    ['known-id', 'an id in use', review('r1', 'agree')],
    ['wrong-value', 'an empty reply', { do: 'reply', document: 'd', id: 'r9', to: 'r1', text: ' ' }],
    ['unknown-review', 'an answer to what is not there', { do: 'reply', document: 'd', id: 'r9', to: 'no', text: 'x' }],
    ['unknown-review', 'settling what is not there', settle('r9', 'no')],
    ['not-mine', 'taking back what a colleague said', { do: 'withdraw', document: 'd', id: 'r0' }],
  ])('%s: %s', (code, _, act) => {
    const state = afterEdits(
      start,
      editOf('e3', 'ann', review('r0', 'agree', ['bos'])),
      editOf('e4', 'bo', review('r1', 'dispute')),
    )
    expect(refusalOf(state, editOf('e9', 'bo', act))).toBe(code)
  })
})
