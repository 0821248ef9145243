import fc from 'fast-check'
import { history, redo, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { toDraft } from '#annotations/text/draft'
import { releaseOf } from '../testing/synthetic-release'
import { movedMarks, segmentPositions } from './moved-marks'
import { backspace, splitBlock, toggle } from './writing-commands'
import { writtenDocument } from './written-document'

const texts = ['The berth opens in May.', 'The second one follows in autumn.', 'Nothing else is known.']

function begin(segments: readonly (readonly [number, number])[], delay = 0): EditorState {
  const doc = writtenDocument(toDraft(releaseOf(texts.map(text => ({ text })))))
  const starts = Int32Array.from(segments, ([start]) => start)
  const ends = Int32Array.from(segments, ([, end]) => end)
  return EditorState.create({ doc, plugins: [history({ newGroupDelay: delay }), movedMarks({ starts, ends })] })
}

function places(state: EditorState): number[][] {
  const { starts, ends } = segmentPositions(state)
  return Array.from(starts, (start, n) => [start, ends[n] ?? -1])
}

/** The words of each segment; empty for one that is gone. */
function words(state: EditorState): string[] {
  return places(state).map(([start = 0, end = 0]) => state.doc.textBetween(start, Math.max(start, end), '|'))
}

const bare = (own: string) => own.replace(/\|/g, '')

function step(state: EditorState, command: typeof undo): EditorState {
  let next = state
  command(state, tr => {
    next = state.apply(tr)
  })
  return next
}

function replace(state: EditorState, from: number, to: number, text: string): EditorState {
  return state.apply(text === '' ? state.tr.delete(from, to) : state.tr.insertText(text, from, to))
}

test('what is typed before a segment moves it, inside it grows, at its edges it is outside', () => {
  const state = begin([[5, 10]])
  expect(words(state)).toEqual(['berth'])
  expect(words(replace(state, 1, 1, 'All of '))).toEqual(['berth'])
  expect(words(replace(state, 5, 5, 'new '))).toEqual(['berth'])
  expect(words(replace(state, 10, 10, 's'))).toEqual(['berth'])
  expect(words(replace(state, 7, 7, 'XX'))).toEqual(['beXXrth'])
})

test('a segment whose words are deleted is gone, and stands again where they are brought back', () => {
  const state = begin([
    [5, 10],
    [1, 23],
  ])
  const gone = replace(state, 4, 12, '')
  expect(words(gone)).toEqual(['', 'Thepens in May.'.slice(0, 14)])
  expect(places(step(gone, undo))).toEqual(places(state))
  expect(words(step(step(gone, undo), redo))).toEqual(words(gone))
  expect(places(replace(gone, 4, 4, ' berth o'))).toEqual(places(state))
})

const range = fc
  .tuple(fc.nat(82), fc.nat(82))
  .map(([a, b]): [number, number] => [Math.min(a, b) + 1, Math.max(a, b) + 1])
const segment = range.filter(([start, end]) => start < end)
const gesture = fc.oneof(
  fc.record({ do: fc.constant('type' as const), range, text: fc.constantFrom('x', 'new words', ' ') }),
  fc.record({ do: fc.constant('delete' as const), range, text: fc.constant('') }),
  fc.record({
    do: fc.constantFrom('split' as const, 'join' as const, 'strong' as const),
    range,
    text: fc.constant(''),
  }),
)

function perform(state: EditorState, { do: what, range: [from, to], text }: Gesture): EditorState {
  const size = state.doc.content.size
  const [a, b] = [Math.min(from, size), Math.min(to, size)]
  const selection = TextSelection.between(state.doc.resolve(a), state.doc.resolve(b))
  const selected = state.apply(state.tr.setSelection(selection))
  if (what === 'split') return step(selected, splitBlock)
  if (what === 'join') {
    const $start = selected.selection.$from
    const atStart = TextSelection.create(selected.doc, $start.start())
    return step(selected.apply(selected.tr.setSelection(atStart)), backspace)
  }
  if (what === 'strong') return step(selected, toggle('strong'))
  return what === 'delete'
    ? selected.apply(selected.tr.deleteSelection())
    : selected.apply(selected.tr.insertText(text))
}

interface Gesture {
  readonly do: 'type' | 'delete' | 'split' | 'join' | 'strong'
  readonly range: readonly [number, number]
  readonly text: string
}

test('whatever is done, all of it undone brings every segment back, and all of it done again what was there', () => {
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 5 }),
      fc.array(gesture, { maxLength: 8 }),
      fc.constantFrom(-1, 60_000),
      (given, gestures, delay) => {
        const state = begin(given, delay)
        const done = gestures.reduce(perform, state)
        let undone = done
        for (let n = 0; n < gestures.length; n += 1) undone = step(undone, undo)
        expect(undone.doc.eq(state.doc)).toBe(true)
        expect(places(undone)).toEqual(places(state))
        let again = undone
        for (let n = 0; n < gestures.length; n += 1) again = step(again, redo)
        // Where a block was parted over all of a segment, it may be gone or have the gap between the blocks left.
        expect(words(again).map(bare)).toEqual(words(done).map(bare))
      },
    ),
  )
})

test('a segment that no change touched has the words that it had', () => {
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 5 }), fc.array(gesture, { maxLength: 8 }), (given, gestures) => {
      const state = begin(given)
      const before = words(state)
      const after = gestures.reduce(perform, state)
      const { touched } = segmentPositions(after)
      for (const [n, own] of words(after).entries()) if (touched[n] === 0) expect(own).toBe(before[n])
    }),
  )
})
