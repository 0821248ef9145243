import { expect, test } from 'vitest'
import { entryKey } from '../changes/entry'
import { documentScope } from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { Act } from '../edit/edit'
import { placementJson } from '../edit/place'
import type { Json } from '../model/json'
import { describeSegments } from '../model/segments'
import { afterEdits, annotationIn, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { actOfAdoption, actsOfProposal, proposalFrom, proposedAnnotation } from './take-over'

const text = revisionOf('“We won,” she said.', 'By 12%.')
const create: Act = {
  do: 'create',
  document: 'd',
  annotation: 'n',
  kind: 'quote',
  revision: text.id,
  segments: [{ part: 'content', start: 0, end: 9 }],
  tags: ['t1'],
  quote: { type: 'direct', speakers: [{ name: 'she', speaker: 's1' }] },
}
const start = afterEdits(workspaceWith(text), editOf('e1', 'ann', create))

function takenOver(proposal: { readonly [field: string]: Json }) {
  const scope = scopeIn(start, documentScope('d'))
  const entry = entryIn(scope, entryKey('annotation', 'n'))
  const mine = annotationIn(start, 'ann', 'n')
  if (entry === undefined || mine === undefined) throw new Error('the annotation is gone')
  const proposed = proposedAnnotation(entry, new Map(Object.entries(proposal)))
  if (proposed === undefined) return undefined
  const acts = actsOfProposal('d', mine, proposed)
  const after = acts.length === 0 ? start : afterEdits(start, editOf('e2', 'ann', ...acts))
  return { acts: acts.map(act => act.do), annotation: annotationIn(after, 'ann', 'n'), proposed }
}

const shorter = describeSegments(text.text, [{ part: 'content', start: 1, end: 8 }])
const place = placementJson({ state: 'exact', via: 'hand', segments: shorter.ok ? shorter.value : [] })

test.each<[string, readonly string[], { readonly [field: string]: Json }]>([
  ['a boundary', ['place'], { [`placements.${text.id}`]: place }],
  ['a kind with its fields', ['set-kind', 'set-claim'], { kind: 'claim', 'claim.statement': 'They won.' }],
  ['a speaker', ['set-quote'], { 'quote.speakers': [{ name: 'she', speaker: 's2' }] }],
  ['tags', ['set-tags'], { 'tags.t1': null, 'tags.t2': true }],
  ['that it is kept on its earlier text', ['decide-anchor'], { [`placements.${'f'.repeat(64)}`]: { state: 'kept' } }],
  ['what stands already', [], { kind: 'quote', 'tags.t1': true }],
])('the author takes over %s', (name, acts, proposal) => {
  if (name.startsWith('that it is kept')) {
    const taken = actsOnly(proposal)
    expect(taken).toEqual(acts)
    return
  }
  const taken = takenOver(proposal)
  expect(taken?.acts).toEqual(acts)
  const { edit: _of, modified: _when, ...content } = taken?.annotation ?? { edit: '', modified: '' }
  const { edit: _proposed, modified: _then, ...wanted } = taken?.proposed ?? { edit: '', modified: '' }
  expect(content).toEqual(wanted)
})

function actsOnly(proposal: { readonly [field: string]: Json }): readonly string[] {
  const entry = entryIn(scopeIn(start, documentScope('d')), entryKey('annotation', 'n'))
  const mine = annotationIn(start, 'ann', 'n')
  const proposed = entry && proposedAnnotation(entry, new Map(Object.entries(proposal)))
  return mine === undefined || proposed === undefined ? [] : actsOfProposal('d', mine, proposed).map(act => act.do)
}

test('a proposal that is none is not read', () => {
  expect(takenOver({ kind: 'rumour' })).toBeUndefined()
})

test('a colleague’s annotation becomes one’s own, with where it came from', () => {
  const theirs = annotationIn(start, 'ann', 'n')
  const act = theirs && actOfAdoption('d', theirs, text.id, 'mine')
  if (act === undefined) throw new Error('nothing to adopt')
  const mine = annotationIn(afterEdits(start, editOf('e2', 'bo', act)), 'bo', 'mine')
  expect(mine).toMatchObject({
    kind: 'quote',
    quote: { speakers: [{ name: 'she', speaker: 's1' }] },
    origin: { of: 'annotation', keys: ['n'] },
    status: 'draft',
  })
  expect([...(mine?.tags ?? [])]).toEqual(['t1'])
})

test('one that stands nowhere in this text cannot be taken over', () => {
  const theirs = annotationIn(start, 'ann', 'n')
  expect(theirs && actOfAdoption('d', theirs, 'f'.repeat(64), 'mine')).toBeUndefined()
})

test('one annotation can be made as another one is: what differs is the proposal, and after it nothing does', () => {
  const { quote: _quote, ...plain } = create
  const other: Act = {
    ...plain,
    annotation: 'o',
    segments: [{ part: 'content', start: 1, end: 8 }],
    kind: 'claim',
    tags: ['t2'],
    claim: { statement: 'They won.' },
  }
  const both = afterEdits(start, editOf('e2', 'bo', other))
  const scope = scopeIn(both, documentScope('d'))
  const [mine, theirs] = [entryIn(scope, entryKey('annotation', 'n')), entryIn(scope, entryKey('annotation', 'o'))]
  const annotation = annotationIn(both, 'ann', 'n')
  if (mine === undefined || theirs === undefined || annotation === undefined) throw new Error('an annotation is gone')
  const proposal = proposalFrom(theirs, mine, text.id)
  expect(Object.keys(proposal).sort()).toEqual(
    expect.arrayContaining(['kind', `placements.${text.id}`, 'claim.statement', 'tags.t1', 'tags.t2']),
  )
  const proposed = proposedAnnotation(mine, new Map(Object.entries(proposal)))
  if (proposed === undefined) throw new Error('the proposal is none')
  const after = afterEdits(both, editOf('e3', 'ann', ...actsOfProposal('d', annotation, proposed)))
  const taken = annotationIn(after, 'ann', 'n')
  expect(taken).toMatchObject({ kind: 'claim', claim: { statement: 'They won.' }, tags: new Set(['t2']) })
  expect(taken?.placements.get(text.id)?.segments).toEqual(
    annotationIn(after, 'bo', 'o')?.placements.get(text.id)?.segments,
  )
})

test('of places only that in the text at hand is proposed, and of what is alike nothing', () => {
  const same = afterEdits(start, editOf('e2', 'bo', { ...create, annotation: 'o' }))
  const scope = scopeIn(same, documentScope('d'))
  const [mine, theirs] = [entryIn(scope, entryKey('annotation', 'n')), entryIn(scope, entryKey('annotation', 'o'))]
  if (mine === undefined || theirs === undefined) throw new Error('an annotation is gone')
  expect(proposalFrom(theirs, mine, text.id)).toEqual({})
})
