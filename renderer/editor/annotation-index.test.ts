import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation, Kind, Part } from '#annotations/model/annotation'
import { createAnnotationIndex, type IndexedSegment } from './annotation-index'
import { annotationOf, releaseOf } from './testing/synthetic-release'

const revision = releaseOf([{ text: 'x'.repeat(80) }])
const length = revision.text.length

const ranges = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 30 }))
  .map(([start, size]) => ({ start, end: Math.min(length, start + size) }))
const segments = fc.record({ part: fc.constantFrom<Part>('content', 'source', 'cue'), range: ranges })
const annotations = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>('quote', 'claim', 'note'),
      first: ranges,
      more: fc.array(segments, { maxLength: 3 }),
    }),
    {
      maxLength: 25,
    },
  )
  .map(plain =>
    plain.map(({ kind, first, more }, i) =>
      annotationOf(revision, `n${i}`, kind, [
        { part: 'content', ...first },
        ...more.map(({ part, range }) => ({ part, ...range })),
      ]),
    ),
  )

/** What the index must know, found by looking at everything. */
function naive(set: readonly Annotation[]): Omit<IndexedSegment, 'lane'>[] {
  return set.flatMap(({ id, kind, placements }) =>
    (placements.get(revision.id)?.segments ?? []).map(({ start, end, part }) => ({ id, kind, start, end, part })),
  )
}

const keys = (found: readonly Omit<IndexedSegment, 'lane'>[]) =>
  found.map(({ id, part, start, end }) => `${id} ${part} ${start}-${end}`).sort()

test('a query finds what a scan of all segments finds, in order of start', () => {
  fc.assert(
    fc.property(annotations, ranges, (set, range) => {
      const found = createAnnotationIndex(set, revision.id).query(range)
      expect(keys(found)).toEqual(keys(naive(set).filter(s => s.start < range.end && s.end > range.start)))
      for (const [i, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0)
    }),
  )
})

test('one’s own have the lanes they would have without the colleagues’, whose never lie over another of one lane', () => {
  fc.assert(
    fc.property(annotations, fc.func(fc.boolean()), (set, choose) => {
      const theirs = new Set(set.filter(({ id }) => choose(id)).map(({ id }) => id))
      const all = createAnnotationIndex(set, revision.id, theirs).query({ start: 0, end: length })
      const alone = createAnnotationIndex(
        set.filter(({ id }) => !theirs.has(id)),
        revision.id,
      ).query({ start: 0, end: length })
      expect(all.filter(({ id }) => !theirs.has(id))).toEqual(alone)
      const content = all.filter(({ part }) => part === 'content')
      for (const [i, a] of content.entries())
        for (const b of content.slice(0, i)) expect(a.lane === b.lane && a.start < b.end && b.start < a.end).toBe(false)
    }),
  )
})

test('content comes by start, and is all of it', () => {
  fc.assert(
    fc.property(annotations, set => {
      const found = createAnnotationIndex(set, revision.id).content()
      expect(keys(found)).toEqual(keys(naive(set).filter(({ part }) => part === 'content')))
      for (const [i, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0)
    }),
  )
})

test('a hit is what a scan finds at the character, the shortest first', () => {
  fc.assert(
    fc.property(annotations, fc.nat(length), (set, offset) => {
      const scan = naive(set).filter(s => s.part === 'content' && s.start <= offset && offset < s.end)
      const found = createAnnotationIndex(set, revision.id).hit(offset)
      expect([...found].sort()).toEqual(scan.map(segment => segment.id).sort())
      const lengths = found.map(id => Math.min(...scan.filter(s => s.id === id).map(s => s.end - s.start)))
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    }),
  )
})

const wholeText = { start: 0, end: length }

test('an index that went along with its annotations answers as one made anew', () => {
  const pool = annotations.map(set => [...set, ...set.map(({ id, ...rest }) => ({ ...rest, id: `${id}b` }))])
  const versions = pool.chain(set => fc.tuple(fc.constant(set), fc.array(fc.shuffledSubarray(set), { maxLength: 6 })))
  const theirs = fc.constantFrom(undefined, new Set(['n0', 'n1', 'n3b', 'n4']))
  fc.assert(
    fc.property(versions, theirs, fc.boolean(), fc.boolean(), ([set, later], side, sides, asks) => {
      const index = createAnnotationIndex(set, revision.id, side, sides)
      for (const now of later) {
        if (asks) index.segmentsOf('n0')
        index.update(now)
        const anew = createAnnotationIndex(now, revision.id, side, sides)
        expect(index.size).toBe(anew.size)
        expect(index.query(wholeText)).toEqual(anew.query(wholeText))
        expect(index.content()).toEqual(anew.content())
        for (const { id } of set) expect(index.segmentsOf(id)).toEqual(anew.segmentsOf(id))
        for (const offset of [0, 20, 40, length - 1]) expect(index.hit(offset)).toEqual(anew.hit(offset))
      }
    }),
  )
})

test('two segments of one lane never overlap, and no lane is skipped', () => {
  fc.assert(
    fc.property(annotations, set => {
      const found = createAnnotationIndex(set, revision.id).query({ start: 0, end: length })
      for (const a of found) {
        expect(a.lane === -1).toBe(a.part !== 'content')
        const together = found.filter(b => b.lane >= 0 && b.start < a.end && b.end > a.start)
        expect(together.filter(b => b.lane === a.lane && b !== a && a.lane >= 0)).toEqual([])
        const lanesAtStart = new Set(together.filter(b => b.start <= a.start).map(b => b.lane))
        for (let lane = 0; lane < a.lane; lane++) expect(lanesAtStart.has(lane)).toBe(true)
      }
    }),
  )
})

describe('lanes', () => {
  const content = (start: number, end: number) => [{ part: 'content' as const, start, end }]
  const lanesOf = (...set: Annotation[]) =>
    Object.fromEntries(
      createAnnotationIndex(set, revision.id)
        .query({ start: 0, end: length })
        .map(({ id, lane }) => [id, lane]),
    )

  test.each([
    [
      'the earlier start',
      annotationOf(revision, 'a', 'note', content(0, 9)),
      annotationOf(revision, 'b', 'quote', content(4, 30)),
    ],
    [
      'the longer',
      annotationOf(revision, 'a', 'note', content(0, 20)),
      annotationOf(revision, 'b', 'quote', content(0, 9)),
    ],
    [
      'a quote before a claim',
      annotationOf(revision, 'a', 'quote', content(0, 9)),
      annotationOf(revision, 'b', 'claim', content(0, 9)),
    ],
    [
      'a claim before a note',
      annotationOf(revision, 'a', 'claim', content(0, 9)),
      annotationOf(revision, 'b', 'note', content(0, 9)),
    ],
  ])('the first goes to %s', (_which, first, second) => {
    expect(lanesOf(second, first)).toEqual({ a: 0, b: 1 })
  })

  test('a lane is free again where its mark ends', () => {
    const [a, b, c] = [content(0, 10), content(5, 15), content(10, 20)].map((s, i) =>
      annotationOf(revision, 'abc'[i] ?? '', 'quote', s),
    )
    if (a && b && c) expect(lanesOf(a, b, c)).toEqual({ a: 0, b: 1, c: 0 })
  })
})

test('deleted annotations and those placed in another text are left out', () => {
  const content = [{ part: 'content' as const, start: 0, end: 4 }]
  const kept = annotationOf(revision, 'kept', 'quote', content)
  const deleted = { ...annotationOf(revision, 'deleted', 'quote', content), deleted: true }
  const other = annotationOf(releaseOf([{ text: 'other' }], [], 'b'.repeat(64)), 'other', 'quote', content)
  const index = createAnnotationIndex([kept, deleted, other], revision.id)
  expect(index.hit(0)).toEqual(['kept'])
  expect(index.segmentsOf('other')).toEqual([])
  expect(index.size).toBe(1)
})

test('an empty index answers', () => {
  const index = createAnnotationIndex([], revision.id)
  expect(index.query({ start: 0, end: 10 })).toEqual([])
  expect(index.hit(0)).toEqual([])
})
