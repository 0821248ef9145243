import { describe, expect, it } from 'vitest'
import type { AnchorState, Annotation, Placement } from '../model/annotation'
import type { Revision } from '../model/revision'
import { exportPlace } from './export-place'
import { sampleText, toRevision } from './sample-release'

const first = toRevision(sampleText)
const second = toRevision(`${sampleText} Two.`, first.id)
const third = toRevision(`${sampleText} Three.`, second.id)
const revisions = new Map([first, second, third].map(revision => [revision.id, revision] as const))

function at(state: AnchorState, from?: Revision): Placement {
  const hasPlace = state !== 'lost' && state !== 'kept'
  const segments = hasPlace
    ? [{ part: 'content' as const, start: 0, end: 4, exact: 'Harb', prefix: '', suffix: '' }]
    : []
  return { state, segments, via: 'hand', ...(from === undefined ? {} : { from: from.id }) }
}

function annotation(...placements: readonly (readonly [Revision, Placement])[]): Annotation {
  return {
    id: 'n1',
    kind: 'note',
    placements: new Map(placements.map(([revision, placement]) => [revision.id, placement])),
    tags: new Set(),
    note: '',
    codebook: 0,
    status: 'draft',
    deleted: false,
    created: '2024-03-02T10:00:00.000Z',
    modified: '2024-03-02T10:00:00.000Z',
    edit: 'e1',
  }
}

describe('an annotation is exported from', () => {
  it.each<[string, Annotation, Revision, AnchorState]>([
    ['the current text', annotation([first, at('exact')], [third, at('moved')]), third, 'moved'],
    [
      'the current text while undecided',
      annotation([first, at('exact')], [third, at('undecided')]),
      third,
      'undecided',
    ],
    [
      'the nearest earlier text',
      annotation([first, at('exact')], [second, at('exact')], [third, at('kept')]),
      second,
      'kept',
    ],
    [
      'the text it was carried from',
      annotation([first, at('exact')], [second, at('exact')], [third, at('lost', first)]),
      first,
      'lost',
    ],
    ['an earlier text while not carried', annotation([first, at('exact')]), first, 'undecided'],
    ['the current text where it has no place at all', annotation([third, at('lost')]), third, 'lost'],
  ])('%s', (_name, one, revision, anchorState) => {
    const place = exportPlace(one, third, revisions)
    expect([place.hash, place.revision, place.anchorState]).toEqual([revision.id, revision, anchorState])
  })

  it('a later text where an earlier one was made current again', () => {
    const place = exportPlace(annotation([third, at('exact')]), first, revisions)
    expect([place.hash, place.anchorState]).toEqual([third.id, 'undecided'])
  })
})
