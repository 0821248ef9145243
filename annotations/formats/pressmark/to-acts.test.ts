import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyScope } from '../../changes/journal'
import { pathOf, readRegister } from '../../changes/resolve'
import {
  rangeOf,
  sampleDocument,
  sampleRevision,
  sampleText,
  sourceOf,
  stateAfter,
  stateOf,
  toRevision,
} from '../sample-release'
import { actsOf, caseInputs, noteInput, planInput, readIn, written } from './sample-input'
import { writePressmark } from './write'

describe('the same input again', () => {
  it('changes nothing, with ids or without', () => {
    const once = readIn(caseInputs)
    expect(actsOf(caseInputs, once)).toEqual([])
    const named = caseInputs.map((entry, i) => ({ ...entry, id: `mine-${i}` }))
    expect(actsOf(named, readIn(named))).toEqual([])
  })

  it('changes nothing after registers were tidied: a merge, a removal, an alias, a resolved speaker', () => {
    const once = readIn(caseInputs)
    const tags = readRegister(once.scopes.get('codebook') ?? emptyScope)
    const people = readRegister(once.scopes.get('speakers') ?? emptyScope)
    const idOf = (register: typeof tags, name: string) =>
      [...register.entries.keys()].find(id => pathOf(register, id).at(-1) === name) ?? ''
    const tidied = stateAfter(once, [
      { do: 'add-entry', register: 'codebook', id: 'z1', type: 'tag', fields: { name: 'Friendly' } },
      { do: 'merge-entry', register: 'codebook', id: idOf(tags, 'Warm'), into: 'z1' },
      { do: 'remove-entry', register: 'codebook', id: idOf(tags, 'On call') },
      { do: 'merge-entry', register: 'speakers', id: idOf(people, 'Gen. Ada Marsh'), into: idOf(people, 'Ada Marsh') },
      { do: 'remove-entry', register: 'speakers', id: idOf(people, 'Port of Vessen') },
    ])
    expect(actsOf(caseInputs, tidied)).toEqual([])
    expect(actsOf(written(tidied), tidied)).toEqual([])
  })

  it('changes nothing where two tags or speakers have one name', () => {
    const twins = stateAfter(stateOf(sampleRevision), [
      { do: 'add-entry', register: 'codebook', id: 'b1', type: 'tag', fields: { name: 'Twin' } },
      { do: 'add-entry', register: 'codebook', id: 'a1', type: 'tag', fields: { name: 'Twin' } },
      { do: 'add-entry', register: 'speakers', id: 'b2', type: 'speaker', fields: { name: 'Jo' } },
      { do: 'add-entry', register: 'speakers', id: 'a2', type: 'speaker', fields: { name: 'Jo' } },
      {
        do: 'create',
        document: sampleDocument,
        annotation: 'q',
        kind: 'quote',
        revision: sampleRevision.id,
        segments: [{ part: 'content', ...rangeOf('Ships') }],
        tags: ['b1'],
        quote: { speakers: [{ name: 'he', speaker: 'b2' }] },
      },
    ])
    expect(actsOf(written(twins), twins)).toEqual([])
    const other = readIn([{ ...noteInput, tags: ['Twin'] }], twins)
    expect([...(sourceOf(other).annotations[1]?.annotation.tags ?? [])]).toEqual(['a1'])
  })

  it('changes nothing, whatever it states', () => {
    const words = fc.constantFrom(
      'Ships',
      'Nobody left.',
      'It cost $4.20 million',
      '“We are glad,”',
      '12 towns',
      'Marsh',
    )
    const name = fc.constantFrom('Ada', 'Ada Marsh', ' Ada', 'Jo\\', 'a/b', 'é', 'e\u0301')
    const path = fc.constantFrom('Tone', 'Tone/Warm', 'a\\/b', 'a\\\\/b', 'é', 'e\u0301/x', ' Tone / Warm ')
    const voice = fc.record(
      { name, speaker: fc.option(name), roleAsWritten: name, organisation: name },
      { requiredKeys: ['name'] },
    )
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('0.10', '-5'))
    const figure = fc.record(
      { asWritten: fc.string(), value, upTo: value, unit: fc.string() },
      { requiredKeys: ['asWritten'] },
    )
    const entry = fc
      .record(
        {
          kind: fc.constantFrom('quote', 'claim', 'note'),
          target: fc.array(
            words.map(word => rangeOf(word)),
            { minLength: 1, maxLength: 3 },
          ),
          parts: fc.array(
            fc
              .record({ part: fc.constantFrom('source', 'cue'), words })
              .map(item => ({ part: item.part, ...rangeOf(item.words) })),
            { maxLength: 3 },
          ),
          tags: fc.array(path, { maxLength: 3 }),
          note: fc.string({ unit: 'grapheme' }),
          status: fc.constantFrom('draft', 'submitted', 'agreed'),
          quote: fc.record(
            { type: fc.constantFrom('direct', 'mixed'), speakers: fc.array(voice, { maxLength: 2 }) },
            { requiredKeys: [] },
          ),
          claim: fc.record(
            {
              type: fc.constantFrom('law', 'Prediction', null),
              claimant: fc.oneof(name, voice, fc.constant(null)),
              statement: fc.string(),
              figures: fc.array(figure, { maxLength: 2 }),
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ['kind', 'target'] },
      )
      .map(({ quote, claim, ...rest }) => ({
        ...rest,
        ...(rest.kind === 'quote' ? { quote } : rest.kind === 'claim' ? { claim } : {}),
      }))
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.array(entry, { maxLength: 3 }), (input, before) => {
        const once = readIn(input, readIn(before))
        expect(actsOf(input, once)).toEqual([])
        expect(actsOf(written(once), once)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('an annotation that is known', () => {
  const full = { ...caseInputs[1], id: 'q1', tags: ['Tone'], note: 'first', status: 'submitted' }
  const state = readIn([full])

  it.each<[string, object, readonly string[]]>([
    ['what is absent stays', { kind: 'quote', target: full.target }, []],
    ['another note', { ...full, note: 'second' }, ['set-note']],
    ['no note', { ...full, note: '' }, ['set-note']],
    ['other tags', { ...full, tags: ['Tone/Warm'] }, ['add-entry', 'set-tags']],
    ['another place', { ...full, target: [rangeOf('“We are glad,”')] }, ['place']],
    ['no source and cue', { ...full, parts: [], quote: {} }, ['place']],
    ['another status', { ...full, status: 'draft' }, ['set-status']],
    ['a status of reviews', { ...full, status: 'disputed' }, []],
    ['other speakers', { ...full, quote: { speakers: [{ name: 'they', speaker: null }] } }, ['set-quote']],
    [
      'another kind',
      { ...full, quote: undefined, kind: 'claim', claim: { statement: 's' } },
      ['set-kind', 'set-claim'],
    ],
  ])('is changed only where it differs: %s', (_name, entry, expected) => {
    const input = [{ ...entry, id: 'q1' }]
    expect(actsOf(input, state).map(act => act.do)).toEqual(expected)
    expect(actsOf(input, readIn(input, state))).toEqual([])
  })

  it('comes back by its id after it was removed, and stays removed where only its place is known', () => {
    const removed = stateAfter(state, [{ do: 'remove', document: sampleDocument, annotation: 'q1' }])
    expect(actsOf([full], removed).map(act => act.do)).toEqual(['restore'])
    const placed = readIn([noteInput])
    const id = sourceOf(placed).annotations[0]?.annotation.id ?? ''
    const gone = stateAfter(placed, [{ do: 'remove', document: sampleDocument, annotation: id }])
    expect(planInput([noteInput], gone)).toEqual({
      ok: true,
      value: { acts: [], entries: [{ entry: 0, annotation: id, state: 'removed' }] },
    })
  })

  it('tells what became of each entry', () => {
    const planned = planInput([full, { ...full, id: 'q2' }, { ...full, id: 'q1', note: 'x' }].slice(0, 2), state)
    expect(planned.ok && planned.value.entries.map(({ state: became }) => became)).toEqual(['unchanged', 'created'])
  })

  it('is left alone on an earlier text it is kept on', () => {
    const current = toRevision(sampleText.replace('Ships', 'Boats'), sampleRevision.id)
    const two = { ...state, revisions: stateOf(sampleRevision, current).revisions }
    const kept = stateAfter(two, [
      { do: 'decide-anchor', document: sampleDocument, annotation: 'q1', revision: current.id, decision: 'keep' },
    ])
    const out = writePressmark(sourceOf(kept, current))
    expect(out[0]).toMatchObject({ revision: sampleRevision.id, anchorState: 'kept' })
    expect(actsOf(out, kept)).toEqual([])
  })
})
