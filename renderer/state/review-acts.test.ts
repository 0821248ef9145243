import { expect, test } from 'vitest'
import { documentScope, emptyScope, type WorkspaceState } from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import type { Act } from '#annotations/edit/edit'
import { type Difference, differencesOf } from '#annotations/review/differences'
import { afterEdits, annotationIn, editOf, revisionOf, scopeIn, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from './app-state'
import { startQueue } from './pending-edits'
import { actsOfDecision, actsOfTakeOver, answerable, openProposal } from './review-acts'

const text = revisionOf('The coalition said that it would return on Monday.')
const mark = (annotation: string, start: number, end: number, kind: 'quote' | 'note' = 'quote'): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind,
  revision: text.id,
  segments: [{ part: 'content', start, end }],
})
/** A pair that ends elsewhere, one of mine alone, one of theirs alone. */
const begun = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', mark('a1', 0, 13), mark('a2', 14, 18)),
  editOf('e2', 'bo', mark('b1', 0, 18), mark('b3', 40, 49, 'note')),
)

function desk(workspace: WorkspaceState) {
  const state: AppState = {
    ...initialState,
    info: {
      version: '0',
      platform: 'linux',
      theme: 'light',
      preferences: {},
      recent: [],
      files: [],
      annotator: { id: 'ann', name: 'Ann' },
    },
    queue: startQueue(workspace),
    document: { id: 'd', revision: text.id, revisions: [text] },
  }
  const none = readRegister(emptyScope)
  const { cases } = differencesOf(
    scopeIn(workspace, documentScope('d')),
    text.id,
    { mine: 'ann', theirs: 'bo' },
    { codebook: none, speakers: none },
  )
  const of = (key: string): Difference => {
    const found = cases.find(one => one.key === key)
    if (found === undefined) throw new Error(`no case ${key}: ${cases.map(one => one.key)}`)
    return found
  }
  return { state, of }
}

let ids = 0
const nextId = () => {
  ids += 1
  return `r${ids}`
}
const decide = (
  workspace: WorkspaceState,
  key: string,
  decision: 'agree' | 'dispute' | 'neither' | 'propose',
  words?: string,
) => {
  const { state, of } = desk(workspace)
  return actsOfDecision(state, of(key), { decision, text: words, id: nextId() })?.acts
}
const range = (workspace: WorkspaceState, by: string, id: string) =>
  annotationIn(workspace, by, id)
    ?.placements.get(text.id)
    ?.segments.map(({ start, end }) => [start, end])

test('a decision is about the colleague’s mark; “neither” about both', () => {
  expect(decide(begun, 'a1:b1', 'agree')).toMatchObject([{ do: 'review', about: ['b1'], decision: 'agree' }])
  expect(decide(begun, 'a1:b1', 'dispute', 'Too long.')).toMatchObject([
    { about: ['b1'], decision: 'dispute', text: 'Too long.' },
  ])
  expect(decide(begun, 'a1:b1', 'neither')).toMatchObject([{ about: ['a1', 'b1'], decision: 'neither' }])
  expect(decide(begun, ':b3', 'neither')).toMatchObject([{ about: ['b3'] }])
})

test('where the colleague has nothing, to agree takes mine away, and to dispute says why it stays', () => {
  expect(decide(begun, 'a2:', 'agree')).toEqual([{ do: 'remove', document: 'd', annotation: 'a2' }])
  expect(decide(begun, 'a2:', 'dispute', 'It is.')).toMatchObject([{ do: 'reply', about: ['a2'], text: 'It is.' }])
  expect(decide(begun, 'a2:', 'dispute', ' ')).toBeUndefined()
  expect(decide(begun, 'a2:', 'neither')).toBeUndefined()
  const agreed: Act = { do: 'review', document: 'd', id: 'b-agrees', about: ['a2'], decision: 'agree' }
  expect(decide(afterEdits(begun, editOf('e9', 'bo', agreed)), 'a2:', 'agree')).toBeUndefined()
})

test('mine is proposed with what differs, and only of a pair', () => {
  const acts = decide(begun, 'a1:b1', 'propose') ?? []
  expect(acts).toMatchObject([{ about: ['b1'], decision: 'propose' }])
  expect(Object.keys(acts[0]?.do === 'review' ? (acts[0].proposal ?? {}) : {})).toEqual([`placements.${text.id}`])
  expect(decide(begun, ':b3', 'propose')).toBeUndefined()
})

test('theirs is taken over: mine becomes as theirs, or one is made like it, and that they are agreed with is said', () => {
  const { state, of } = desk(begun)
  const pair = actsOfTakeOver(state, of('a1:b1'), nextId)?.acts ?? []
  const after = afterEdits(begun, editOf('e3', 'ann', ...pair))
  expect(range(after, 'ann', 'a1')).toEqual([[0, 18]])
  expect(pair.map(act => act.do)).toEqual(['place', 'review'])
  const alone = actsOfTakeOver(state, of(':b3'), nextId)?.acts ?? []
  expect(alone.map(act => act.do)).toEqual(['create', 'review'])
  expect(actsOfTakeOver(state, of('a2:'), nextId)).toBeUndefined()
})

test('what they propose goes before what they have, and is settled by being taken over', () => {
  const proposed = decideAs('bo', begun)
  const { state, of } = desk(proposed)
  expect(openProposal(state, of('a1:b1'))?.id).toBe('p1')
  expect(answerable(state, of('a1:b1').thread)?.id).toBe('p1')
  const acts = actsOfTakeOver(state, of('a1:b1'), nextId)?.acts ?? []
  expect(acts.map(act => act.do)).toEqual(['set-kind', 'set-claim', 'settle'])
  const after = afterEdits(proposed, editOf('e5', 'ann', ...acts))
  expect(annotationIn(after, 'ann', 'a1')?.kind).toBe('claim')
  expect(openProposal(desk(after).state, desk(after).of('a1:b1'))).toBeUndefined()
})

/** Bo proposes that mine is a claim. */
function decideAs(by: string, workspace: WorkspaceState): WorkspaceState {
  const review: Act = {
    do: 'review',
    document: 'd',
    id: 'p1',
    about: ['a1'],
    decision: 'propose',
    proposal: { kind: 'claim' },
  }
  return afterEdits(workspace, editOf('e4', by, review))
}
