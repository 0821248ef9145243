import { expect, test } from 'vitest'
import type { Placement } from '../model/annotation'
import type { Revision } from '../model/revision'
import { revisionOf } from '../testing/build'
import { earlierPlace } from './earlier-place'

/** Revisions by their texts, each with the text that it came from. */
function tree(...edges: readonly (readonly [text: string, parent?: string])[]) {
  const revisions = new Map<string, Revision>()
  const idOf = (text: string) => revisionOf(text).id
  for (const [text, parent] of edges) {
    revisions.set(idOf(text), { ...revisionOf(text), parent: parent === undefined ? null : idOf(parent) })
  }
  return { revisions, idOf }
}

function placements(of: { readonly [text: string]: Pick<Placement, 'state' | 'via'> }): Map<string, Placement> {
  return new Map(Object.entries(of).map(([text, place]) => [revisionOf(text).id, { ...place, segments: [] }]))
}

const hand = { state: 'exact', via: 'hand' } as const
const exact = { state: 'exact', via: 'carry' } as const
const moved = { state: 'moved', via: 'carry' } as const
const undecided = { state: 'undecided', via: 'carry' } as const
const lost = { state: 'lost', via: 'carry' } as const
const line = [['1'], ['2', '1'], ['3', '2'], ['4', '3']] as const
const fork = [['1'], ['2', '1'], ['3', '2'], ['b', '1'], ['c', 'b']] as const

test.each([
  ['the text before', line, { '1': hand, '3': exact }, '4', '3'],
  ['past what is undecided', line, { '1': hand, '2': moved, '3': undecided }, '4', '2'],
  ['past what the program did not find', line, { '1': hand, '3': lost }, '4', '1'],
  ['a person’s word, whatever it is', line, { '1': hand, '3': { state: 'kept', via: 'hand' } }, '4', '3'],
  ['a text above before one that is nearer below', line, { '1': hand, '4': hand }, '3', '1'],
  ['a later text where none before has it', line, { '3': hand, '4': hand }, '1', '3'],
  ['the nearest in another branch', fork, { '2': hand, '3': hand }, 'c', '2'],
  ['nothing where a placement is there', line, { '1': hand, '4': undecided }, '4', undefined],
  ['nothing where none is sure', line, { '2': undecided }, '4', undefined],
] as const)('an annotation is carried from %s', (_, edges, placed, target, from) => {
  const { revisions, idOf } = tree(...edges)
  const found = earlierPlace(placements(placed), revisions, idOf(target))
  expect(found?.revision.text).toBe(from)
})

test('a ring of texts and a text without its parent end', () => {
  const { revisions, idOf } = tree(['1', '2'], ['2', '1'], ['4', '3'])
  expect(earlierPlace(placements({ '1': hand }), revisions, idOf('2'))?.revision.text).toBe('1')
  expect(earlierPlace(placements({ '1': hand }), revisions, idOf('4'))?.revision.text).toBe('1')
})
