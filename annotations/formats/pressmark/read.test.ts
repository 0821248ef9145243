import { describe, expect, it } from 'vitest'
import { rangeOf, sampleText, sourceOf } from '../sample-release'
import { noteInput, planInput, readIn, readInput } from './sample-input'

describe('input that is wrong', () => {
  const quote = { ...noteInput, kind: 'quote' }
  const claim = { ...noteInput, kind: 'claim' }
  const emoji = rangeOf('😀')
  it.each<[string, unknown, string]>([
    ['', { entries: [] }, 'not-a-list'],
    ['', ['note'], 'not-an-object'],
    ['kind', [{ target: noteInput.target }], 'missing'],
    ['kind', [{ ...noteInput, kind: 'remark' }], 'wrong-value'],
    ['target', [{ kind: 'note' }], 'missing'],
    ['target', [{ kind: 'note', target: [] }], 'missing'],
    ['target', [{ kind: 'note', target: 'Ships' }], 'wrong-value'],
    ['target[0]', [{ kind: 'note', target: [[0, 4]] }], 'wrong-value'],
    ['target[0].end', [{ kind: 'note', target: [{ start: 0 }] }], 'missing'],
    ['target[0].start', [{ kind: 'note', target: [{ start: '0', end: 4 }] }], 'wrong-value'],
    ['target[0].start', [{ kind: 'note', target: [{ start: -1, end: 4 }] }], 'outside-text'],
    ['target[0].end', [{ kind: 'note', target: [{ start: 0, end: sampleText.length + 1 }] }], 'outside-text'],
    ['target[0].end', [{ kind: 'note', target: [{ start: 4, end: 4 }] }], 'empty-range'],
    ['target[0].start', [{ kind: 'note', target: [{ start: emoji.start + 1, end: emoji.end }] }], 'cuts-character'],
    [
      'target[1].exact',
      [{ ...noteInput, target: [...noteInput.target, { ...rangeOf('Marsh'), exact: 'marsh' }] }],
      'exact-differs',
    ],
    ['id', [{ ...noteInput, id: 'a/b' }], 'wrong-value'],
    ['document', [{ ...noteInput, document: 'd2' }], 'wrong-document'],
    ['revision', [{ ...noteInput, revision: 'f'.repeat(64) }], 'unknown-revision'],
    ['tags[1]', [{ ...noteInput, tags: ['ok', 'a//b'] }], 'wrong-value'],
    ['tags', [{ ...noteInput, tags: 'ok' }], 'wrong-value'],
    ['note', [{ ...noteInput, note: 5 }], 'wrong-value'],
    ['status', [{ ...noteInput, status: 'finished' }], 'unknown-status'],
    ['parts[0].part', [{ ...noteInput, parts: [{ part: 'content', start: 0, end: 4 }] }], 'wrong-value'],
    ['parts[0].exact', [{ ...noteInput, parts: [{ part: 'cue', start: 0, end: 4, exact: 'x' }] }], 'exact-differs'],
    ['quote.cue.end', [{ ...quote, quote: { cue: { start: 3 } } }], 'missing'],
    ['quote.type', [{ ...quote, quote: { type: 'scare' } }], 'wrong-value'],
    ['quote.speakers[0].name', [{ ...quote, quote: { speakers: [{ speaker: 'Ada' }] } }], 'missing'],
    ['quote.speakers[0].speaker', [{ ...quote, quote: { speakers: [{ name: 'she', speaker: ' ' }] } }], 'wrong-value'],
    ['quote', [{ ...noteInput, quote: { type: 'direct' } }], 'wrong-kind'],
    ['claim', [{ ...quote, claim: { figures: [] } }], 'wrong-kind'],
    ['claim.claimant', [{ ...claim, claim: { claimant: 5 } }], 'wrong-value'],
    ['claim.claimant.name', [{ ...claim, claim: { claimant: {} } }], 'missing'],
    ['claim.figures[0].asWritten', [{ ...claim, claim: { figures: [{ value: 5 }] } }], 'missing'],
    [
      'claim.figures[1].value',
      [{ ...claim, claim: { figures: [{ asWritten: '5' }, { asWritten: '5', value: '5e3' }] } }],
      'wrong-value',
    ],
  ])('is named by field: %s of %j is %s', (field, input, code) => {
    const entry = Array.isArray(input) ? 0 : -1
    expect(readInput(input)).toEqual({ ok: false, error: { entry, field, code } })
  })

  it('is named by entry, and nothing is taken of the others', () => {
    expect(readInput([noteInput, noteInput, { ...noteInput, note: 5 }])).toEqual({
      ok: false,
      error: { entry: 2, field: 'note', code: 'wrong-value' },
    })
    expect(
      readInput([
        { ...noteInput, id: 'x' },
        { ...noteInput, id: 'x' },
      ]),
    ).toEqual({ ok: false, error: { entry: 1, field: 'id', code: 'repeated-id' } })
  })

  it('is found against the workspace too', () => {
    const state = readIn([{ ...noteInput, id: 'bens' }])
    const error = (input: unknown, by?: string) => {
      const planned = planInput(input, state, by)
      return planned.ok ? undefined : planned.error
    }
    expect(error([noteInput, { ...noteInput, id: 'bens' }], 'ada')).toEqual({ entry: 1, field: 'id', code: 'not-mine' })
    expect(error([{ ...claim, claim: { type: 'no such type' } }])).toEqual({
      entry: 0,
      field: 'claim.type',
      code: 'unknown-claim-type',
    })
    const placed = readIn([noteInput])
    const id = sourceOf(placed).annotations[0]?.annotation.id
    expect(planInput([noteInput, { ...noteInput, id }], placed)).toEqual({
      ok: false,
      error: { entry: 1, field: 'id', code: 'repeated-id' },
    })
  })

  it('cannot reach the prototype', () => {
    const input = JSON.parse(
      `[{"kind":"note","target":[{"start":0,"end":4}],"__proto__":{"note":"x"},"constructor":1}]`,
    )
    const state = readIn(input)
    expect(sourceOf(state).annotations[0]?.annotation.note).toBe('')
  })
})
