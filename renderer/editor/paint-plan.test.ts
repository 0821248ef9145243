import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnnotationIndex } from './annotation-index'
import { emptyPlan, paintedLanes, planPaint, samePlan } from './paint-plan'
import { annotationOf, releaseOf, syntheticAnnotations, syntheticRelease } from './testing/synthetic-release'

const revision = releaseOf([{ text: 'x'.repeat(60) }])
const all = { start: 0, end: 60 }
const mark = (id: string, kind: 'quote' | 'claim' | 'note', start: number, end: number) =>
  annotationOf(revision, id, kind, [{ part: 'content', start, end }])

test('a claim inside a quote lies on top of its tint and under it in the next lane', () => {
  const index = createAnnotationIndex([mark('q', 'quote', 0, 30), mark('c', 'claim', 10, 20)], revision.id)
  const plan = planPaint(index, all, null)
  expect(plan.tints).toEqual([
    { start: 0, end: 10, kind: 'quote' },
    { start: 10, end: 20, kind: 'claim' },
    { start: 20, end: 30, kind: 'quote' },
  ])
  expect(plan.lines).toEqual([
    { start: 0, end: 30, kind: 'quote', lane: 0 },
    { start: 10, end: 20, kind: 'claim', lane: 1 },
  ])
})

test('where two partly overlap the shorter tint wins, though it began first', () => {
  const index = createAnnotationIndex([mark('c', 'claim', 0, 10), mark('q', 'quote', 5, 40)], revision.id)
  expect(planPaint(index, all, null).tints).toEqual([
    { start: 0, end: 10, kind: 'claim' },
    { start: 10, end: 40, kind: 'quote' },
  ])
})

test('a note has a line and no tint; a third mark over the same words is left to the margin', () => {
  const index = createAnnotationIndex(
    [mark('n', 'note', 0, 30), mark('q', 'quote', 5, 25), mark('c', 'claim', 10, 20)],
    revision.id,
  )
  const plan = planPaint(index, all, null)
  expect(plan.lines.map(line => line.kind)).toEqual(['note', 'quote'])
  expect(plan.tints).toEqual([{ start: 5, end: 25, kind: 'quote' }])
})

test('what leaves the window is cut to it', () => {
  const index = createAnnotationIndex([mark('q', 'quote', 0, 60)], revision.id)
  expect(planPaint(index, { start: 20, end: 30 }, null)).toEqual({
    tints: [{ start: 20, end: 30, kind: 'quote' }],
    lines: [{ start: 20, end: 30, kind: 'quote', lane: 0 }],
    selection: null,
  })
})

test('tints never overlap, nor do lines of one lane', () => {
  const release = syntheticRelease(4_000)
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(3_000), (seed, start) => {
      const index = createAnnotationIndex(syntheticAnnotations(release, 120, seed), release.id)
      const plan = planPaint(index, { start, end: start + 900 }, null)
      for (const ranges of [plan.tints, ...[0, 1].map(lane => plan.lines.filter(line => line.lane === lane))]) {
        for (const [i, { start, end }] of ranges.entries()) {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0)
        }
      }
      expect(samePlan(plan, planPaint(index, { start, end: start + 900 }, null))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('each character has the tint of the shortest painted quote or claim on it, and the lines of all that are painted', () => {
  const release = syntheticRelease(2_000)
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1_500), (seed, start) => {
      const index = createAnnotationIndex(syntheticAnnotations(release, 60, seed), release.id)
      const plan = planPaint(index, { start, end: start + 400 }, null)
      const all = index.query({ start: 0, end: release.text.length })
      for (let at = start; at < start + 400; at += 1) {
        const on = all.filter(mark => mark.lane >= 0 && mark.lane < paintedLanes && mark.start <= at && at < mark.end)
        const kinds = on.map(({ kind, lane }) => `${kind} ${lane}`).sort()
        const lines = plan.lines.filter(line => line.start <= at && at < line.end)
        expect(lines.map(({ kind, lane }) => `${kind} ${lane}`).sort()).toEqual(kinds)
        const tinted = on.filter(({ kind }) => kind !== 'note')
        const shortest = Math.min(...tinted.map(mark => mark.end - mark.start))
        const allowed: readonly string[] = tinted
          .filter(mark => mark.end - mark.start === shortest)
          .map(({ kind }) => kind)
        const tint = plan.tints.find(range => range.start <= at && at < range.end)
        expect(tint === undefined ? allowed.length === 0 : allowed.includes(tint.kind)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('plans differ by kind, by range and by selection', () => {
  const plan = (kind: 'quote' | 'claim', end: number) =>
    planPaint(createAnnotationIndex([mark('a', kind, 0, end)], revision.id), all, null)
  expect(samePlan(plan('quote', 9), plan('claim', 9))).toBe(false)
  expect(samePlan(plan('quote', 9), plan('quote', 8))).toBe(false)
  expect(samePlan(emptyPlan, { ...emptyPlan, selection: { start: 0, end: 1 } })).toBe(false)
  expect(samePlan(emptyPlan, emptyPlan)).toBe(true)
})

test('side by side: what both cover is shaded, and no line of one lane lies over another', () => {
  const release = syntheticRelease(2_000)
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1_500), (seed, start) => {
      const marks = syntheticAnnotations(release, 60, seed)
      const theirs = new Set(marks.filter((_, n) => n % 2 === 1).map(({ id }) => id))
      const index = createAnnotationIndex(marks, release.id, theirs, true)
      const plan = planPaint(index, { start, end: start + 400 }, null, true)
      const content = index.query({ start: 0, end: release.text.length }).filter(({ part }) => part === 'content')
      for (let at = start; at < start + 400; at += 1) {
        const on = content.filter(mark => mark.start <= at && at < mark.end)
        const both = on.some(mark => mark.theirs === true) && on.some(mark => mark.theirs !== true)
        const tints = plan.tints.filter(range => range.start <= at && at < range.end)
        expect(tints.map(({ kind }) => kind)).toEqual(both ? ['shared'] : [])
        const lanes = plan.lines.filter(line => line.start <= at && at < line.end).map(({ lane }) => lane)
        expect(new Set(lanes).size).toBe(lanes.length)
      }
      for (const { lane, theirs: other } of plan.lines)
        expect(lane === (other === true ? 1 : 0) || lane === 2).toBe(true)
    }),
    { numRuns: 40 },
  )
})
