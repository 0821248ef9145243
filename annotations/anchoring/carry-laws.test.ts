import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit } from '../edit/apply-edit'
import { carryAct } from '../edit/carry'
import { placementJson } from '../edit/place'
import type { Placement, PlainSegment, Segment } from '../model/annotation'
import { isJsonObject } from '../model/json'
import { placementFlaw } from '../model/placement-flaw'
import type { Revision } from '../model/revision'
import { describeSegments, segmentsStand } from '../model/segments'
import { afterEdits, annotationIn, editOf, revisionOf, workspaceWith } from '../testing/build'
import { Carrier } from './carrier'
import { carry } from './carry'
import { sameButForType } from './same-but-for-type'

/** Few words, so that the same ones stand at many places; signs that are folded, and some outside the basic plane. */
const words = [
  'the',
  'port',
  'of',
  'Vessen',
  'won',
  'not',
  '12',
  '13',
  '“yes”',
  '"yes"',
  '—',
  '--',
  'we- ll',
  'well',
  '😀',
  '🎉',
]
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map(list => `${list.join(' ')}.`)
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 7 })

/** What is done to the paragraphs of a text: each number picks among acts and places. */
const edits = fc.array(fc.record({ act: fc.nat(7), at: fc.nat(40), to: fc.nat(40), word: fc.constantFrom(...words) }), {
  maxLength: 6,
})
type EditOfText = typeof edits extends fc.Arbitrary<readonly (infer One)[]> ? One : never

function edited(text: readonly string[], { act, at, to, word }: EditOfText): string[] {
  const list = [...text]
  const [from, other] = [at % Math.max(1, list.length), to % Math.max(1, list.length)]
  const inside = (list[from] ?? '').split(' ')
  if (act === 0) list.splice(from, 1)
  else if (act === 1) list.splice(other, 0, list[from] ?? word)
  else if (act === 2) list.splice(other, 0, ...list.splice(from, 1))
  else if (act === 3) list.splice(from, 2, list.slice(from, from + 2).join(' '))
  else if (act === 4) inside.splice(to % inside.length, 1, word)
  else if (act === 5) inside.splice(to % inside.length, 0, word)
  else if (act === 6) inside.splice(to % inside.length, 1)
  else list.splice(other, 0, `${word} ${word}`)
  if (act >= 4 && act <= 6) list[from] = inside.join(' ')
  return list.map(paragraph => paragraph.trim()).filter(paragraph => paragraph !== '')
}

/** Segments anywhere in a text, as numbers that are cut to it; `undefined` where they cut a character. */
const marks = fc.array(fc.record({ start: fc.nat(300), length: fc.integer({ min: 1, max: 60 }), part: fc.nat(3) }), {
  minLength: 1,
  maxLength: 3,
})

function placementIn({ text }: Revision, wanted: readonly { start: number; length: number; part: number }[]) {
  const plain = wanted.map(({ start, length, part }, n): PlainSegment => {
    const from = start % Math.max(1, text.length)
    const name = n === 0 || part < 2 ? 'content' : part === 2 ? 'source' : 'cue'
    return { part: name, start: from, end: Math.min(text.length, from + length) }
  })
  const described = describeSegments(text, plain)
  return described.ok ? ({ state: 'exact', via: 'hand', segments: described.value } satisfies Placement) : undefined
}

const cases = fc.tuple(paragraphs, edits, marks).map(([text, changes, wanted]) => {
  const before = revisionOf(...text)
  const after = { ...revisionOf(...changes.reduce<string[]>(edited, [...text])), parent: before.id }
  return { before, after, placement: placementIn(before, wanted) }
})

const runs = { numRuns: 2_000 }

/** Checks what becomes of placements in random edits; counts those that are sure. */
function always(
  check: (one: { before: Revision; after: Revision; placement: Placement; result: Placement }) => void,
): number {
  let sure = 0
  fc.assert(
    fc.property(cases, ({ before, after, placement }) => {
      if (placement === undefined) return
      const result = carry(placement, before, after)
      if (before.id !== after.id && isSure(result)) sure += 1
      check({ before, after, placement, result })
    }),
    runs,
  )
  return sure
}

function isSure({ state }: Placement): boolean {
  return state === 'exact' || state === 'moved'
}

/** What a segment has in print: white space at its ends may go where the text ends there. */
function printed({ part, start, exact }: Segment): unknown {
  return { part, start: start + exact.length - exact.trimStart().length, exact: exact.trim() }
}

const onlyWords = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

test('law 9: an unchanged text moves nothing', () => {
  fc.assert(
    fc.property(paragraphs, marks, (text, wanted) => {
      const revision = revisionOf(...text)
      const placement = placementIn(revision, wanted)
      if (placement !== undefined) expect(carry(placement, revision, revisionOf(...text))).toBe(placement)
    }),
  )
})

test('law 9: nothing is exact or moved with a word or a figure changed inside', () => {
  const sure = always(({ placement, result }) => {
    if (!isSure(result)) return
    const was = placement.segments
    expect(result.segments.map(({ part }) => part)).toEqual(was.map(({ part }) => part))
    for (const [n, { exact }] of result.segments.entries()) {
      const before = was[n]?.exact ?? ''
      if (result.state === 'exact') expect(exact).toBe(before)
      expect(onlyWords(exact)).toBe(onlyWords(before))
    }
  })
  expect(sure).toBeGreaterThan(200)
})

test('law 9: v1, v2, v1 gives the first places, and the computed way back never another one', () => {
  always(({ before, after, placement, result }) => {
    if (before.id === after.id || !isSure(result)) return
    const back = carry(result, after, before)
    if (isSure(back)) expect(back.segments.map(printed)).toEqual(placement.segments.map(printed))
  })
  fc.assert(
    fc.property(cases, ({ before, after, placement }) => {
      if (placement === undefined || before.id === after.id) return
      const { start, annotation } = study(before, after, placement)
      const revisions = new Map([before, after].map(revision => [revision.id, revision]))
      const there = new Carrier(revisions, after).carry(annotation)
      if (there === undefined) throw new Error('not carried')
      const edit = { ...editOf('e2', 'ann', carryAct('d', 'n', after.id, there)), auto: true } as const
      const carried = annotationIn(afterEdits(start, edit), 'ann', 'n') ?? expect.fail('gone')
      expect(new Carrier(revisions, before).carry(carried)).toBeUndefined()
      expect(new Carrier(revisions, after).carry(carried)).toBeUndefined()
      expect(carried.placements.get(before.id)).toEqual(annotation.placements.get(before.id))
      expect(carried.placements.get(after.id)).toEqual(there)
    }),
  )
})

test('law 2: what is carried stands in the text, with its context, as it is stored', () => {
  always(({ before, after, placement, result }) => {
    if (before.id === after.id) return
    expect(segmentsStand(after.text, result.segments)).toBe(true)
    const stored = placementJson(result)
    expect(isJsonObject(stored) && placementFlaw(stored, after)).toBeUndefined()
    const hasContent = result.segments.some(({ part }) => part === 'content')
    expect(hasContent).toBe(result.state !== 'lost')
    expect(carry(placement, before, after)).toEqual(result)
  })
})

test('law 7: an annotation that is carried stays, whatever becomes of its place, and once is as good as twice', () => {
  fc.assert(
    fc.property(cases, ({ before, after, placement }) => {
      if (placement === undefined || before.id === after.id) return
      const { start } = study(before, after, placement)
      const act = carryAct('d', 'n', after.id, carry(placement, before, after))
      const once = afterEdits(start, { ...editOf('e2', 'ann', act), auto: true })
      expect(annotationIn(once, 'ann', 'n')).toMatchObject({ id: 'n', deleted: false, kind: 'note' })
      const twice = applyEdit(once, { ...editOf('e3', 'ann', act), auto: true })
      expect(twice.ok && twice.value.state).toBe(once)
    }),
  )
})

test('texts that differ in type alone are the same both ways, and each is the same as itself', () => {
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      expect(sameButForType(a, a)).toBe(true)
      expect(sameButForType(a, b)).toBe(sameButForType(b, a))
      if (sameButForType(a, b)) expect(onlyWords(a)).toBe(onlyWords(b))
    }),
  )
})

function study(before: Revision, after: Revision, { segments }: Placement) {
  const plain = segments.map(({ part, start, end }) => ({ part, start, end }))
  const create = {
    do: 'create',
    document: 'd',
    annotation: 'n',
    kind: 'note',
    revision: before.id,
    segments: plain,
  } as const
  const start = afterEdits(workspaceWith(before, after), editOf('e1', 'ann', create))
  return { start, annotation: annotationIn(start, 'ann', 'n') ?? expect.fail('no annotation') }
}
