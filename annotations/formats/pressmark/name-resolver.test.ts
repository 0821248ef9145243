import { describe, expect, it } from 'vitest'
import { emptyScope } from '../../changes/journal'
import { readRegister } from '../../changes/resolve'
import type { Act } from '../../edit/edit'
import { sampleRevision, stateAfter, stateOf } from '../sample-release'
import { nameResolver } from './name-resolver'

function tag(id: string, name: string, parent?: string): Act {
  const fields = parent === undefined ? { name } : { name, parent }
  return { do: 'add-entry', register: 'codebook', id, type: 'tag', fields }
}

function person(id: string, name: string, more: { readonly [field: string]: string | boolean } = {}): Act {
  return { do: 'add-entry', register: 'speakers', id, type: 'speaker', fields: { name, ...more } }
}

function resolver(...steps: readonly (readonly Act[])[]) {
  const state = steps.reduce((before, acts) => stateAfter(before, acts), stateOf(sampleRevision))
  const codebook = readRegister(state.scopes.get('codebook') ?? emptyScope)
  const speakers = readRegister(state.scopes.get('speakers') ?? emptyScope)
  let made = 0
  const names = nameResolver(codebook, speakers, () => {
    made += 1
    return `new${made}`
  })
  return names
}

const on = { register: 'codebook' as const }

describe('a tag path means', () => {
  it('the living tag before one of that path that was merged away', () => {
    const names = resolver(
      [tag('a', 'X'), tag('z', 'Z')],
      [{ do: 'merge-entry', ...on, id: 'a', into: 'z' }],
      [tag('b', 'X')],
    )
    expect([...names.tags([['X']], [])]).toEqual(['b'])
  })

  it('what its tag was merged into', () => {
    const names = resolver([tag('a', 'X'), tag('z', 'Z')], [{ do: 'merge-entry', ...on, id: 'a', into: 'z' }])
    expect([...names.tags([['X'], ['Z']], [])]).toEqual(['z'])
    expect(names.added).toEqual([])
  })

  it('a new tag where the one of that path was removed, unless the annotation has it', () => {
    const gone = resolver([tag('a', 'X')], [{ do: 'remove-entry', ...on, id: 'a' }])
    expect([...gone.tags([['X']], [])]).toEqual(['new1'])
    expect([...gone.tags([['X']], ['a'])]).toEqual(['a'])
  })

  it('the tag under that parent, not another of its name', () => {
    const names = resolver([tag('p', 'P'), tag('q', 'Q'), tag('x', 'X', 'q')])
    expect([
      ...names.tags(
        [
          ['P', 'X'],
          ['Q', 'X'],
        ],
        [],
      ),
    ]).toEqual(['new1', 'x'])
    expect(names.added).toEqual([tag('new1', 'X', 'p')])
  })
})

describe('a speaker is known', () => {
  const marsh = person('a', 'Ada Marsh', { 'aliases.the general': true })
  it.each([
    ['by name', 'Ada Marsh', 'a'],
    ['by name, white space aside', ' Ada Marsh ', 'a'],
    ['by alias', 'the general', 'a'],
    ["by nobody else's name", 'ada marsh', 'new1'],
  ])('%s', (_name, written, id) => {
    expect(resolver([marsh]).voices([{ name: written }], [])).toEqual([{ name: written, speaker: id }])
  })

  it('by name before any alias', () => {
    const names = resolver([marsh, person('b', 'the general')])
    expect(names.voices([{ name: 'the general' }], [])).toEqual([{ name: 'the general', speaker: 'b' }])
  })

  it('as the annotation has it already, in the order of voices of one name', () => {
    const before = [
      { name: 'she', speaker: 'a' },
      { name: 'she', speaker: 'b' },
    ]
    const names = resolver([marsh, person('b', 'Bea')])
    expect(names.voices([{ name: 'she' }, { name: 'she' }, { name: 'she', speaker: null }], before)).toEqual([
      ...before,
      { name: 'she' },
    ])
  })

  it('or is added, an organisation as such', () => {
    const names = resolver()
    const voices = names.voices([{ name: 'she', speaker: 'Bea', organisation: 'Port' }], [])
    expect(voices).toEqual([{ name: 'she', speaker: 'new1', organisation: 'new2' }])
    expect(names.added).toEqual([person('new1', 'Bea'), person('new2', 'Port', { what: 'organisation' })])
  })
})

describe('a claim type is known', () => {
  const own: Act = { do: 'add-entry', register: 'codebook', id: 'own', type: 'claim-type', fields: { name: 'Rumour' } }
  it.each([
    ['quantity', 'quantity'],
    ['Comparison or ranking', 'comparison'],
    ['Rumour', 'own'],
    ['own', 'own'],
    ['rumor', undefined],
  ])('%s as %s', (word, id) => expect(resolver([own]).claimType(word, undefined)).toBe(id))
})
