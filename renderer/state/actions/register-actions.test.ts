import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { WorkspaceState } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { placeOfDrop, placeOfStep, type Step } from '../../features/codebook/moves'
import { type RegisterDesk, registerDesk } from '../testing/register-desk'

const text = revisionOf('The coalition said that it would return.')
const tag = (id: string, fields: { [field: string]: string | number } = {}): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'tag',
  id,
  fields: { name: id, ...fields },
})

let desk: RegisterDesk

beforeEach(() => {
  desk = registerDesk(workspaceWith(text))
  const climate = desk.registers.addTag('climate', null)
  desk.registers.addTag('border', null)
  desk.registers.addTag('methane', climate ?? null)
  desk.registers.addTag('coal', climate ?? null)
})

const step = (name: string, by: Step) => {
  const place = placeOfStep(desk.codebook(), desk.id(name), by)
  if (place !== undefined) desk.registers.move(desk.id(name), place)
}
const undo = () => desk.registers.take('undo', 'codebook')
const pending = () => desk.store.get().queue.pending.length
const said = () => desk.store.get().announcement?.text

describe('the tree', () => {
  test('stands by name until somebody orders it', () => {
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
  })

  test('a tag goes up and down among its neighbours, and says where it is', () => {
    step('climate', 'up')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', 'border'])
    expect(said()).toBe('“climate” moved: place 1 at the top.')
    step('coal', 'down')
    expect(desk.lines()).toEqual(['climate', '  methane', '  coal', 'border'])
  })

  test('a tag goes under the one above it, and out behind its parent', () => {
    step('climate', 'indent')
    expect(desk.lines()).toEqual(['border', '  climate', '    coal', '    methane'])
    step('coal', 'outdent')
    expect(desk.lines()).toEqual(['border', '  climate', '    methane', '  coal'])
  })

  test('a step that leads nowhere is no edit', () => {
    const before = pending()
    step('border', 'up')
    step('border', 'outdent')
    step('climate', 'down')
    expect(pending()).toBe(before)
  })

  test('a tag cannot be dropped below itself', () => {
    expect(
      placeOfDrop(desk.codebook(), desk.id('climate'), { target: desk.id('coal'), where: 'after' }),
    ).toBeUndefined()
  })

  test('a move between two leaves all other tags as they are, a hundred times over', () => {
    for (const name of ['a', 'b', 'c']) desk.registers.addTag(name, null)
    for (let n = 0; n < 100; n += 1) {
      const last = desk.codebook().roots.at(-1)?.id ?? ''
      desk.registers.move(last, { parent: null, index: 1 })
      const { roots } = desk.codebook()
      expect(roots[1]?.id).toBe(last)
      expect(new Set(roots.map(({ name }) => name)).size).toBe(5)
    }
  })

  test('a new tag of a name that is there beside it is not made twice', () => {
    expect(desk.registers.addTag(' Border', null)).toBe(desk.id('border'))
    expect(desk.lines()).toHaveLength(4)
  })

  test('a tag below a removed one stays below it when it moves among its neighbours', () => {
    desk.registers.remove('codebook', desk.id('climate'))
    expect(desk.lines()).toEqual(['border', 'coal', 'methane'])
    step('methane', 'up')
    expect(desk.lines()).toEqual(['border', 'methane', 'coal'])
    desk.registers.restore('codebook', desk.id('climate'))
    expect(desk.lines()).toEqual(['border', 'climate', '  methane', '  coal'])
  })
})

describe('a shortcut', () => {
  test('that is in use moves, in one edit that one undo takes back', () => {
    desk.registers.setShortcut(desk.id('coal'), '1')
    desk.registers.setShortcut(desk.id('border'), '1')
    const digits = () => [...desk.codebook().tags.values()].map(one => `${one.name} ${one.shortcut ?? '-'}`)
    expect(digits()).toEqual(['border 1', 'climate -', 'coal -', 'methane -'])
    expect(said()).toBe('Key 1 sets “border”; “coal” has none any more.')
    undo()
    expect(digits()).toEqual(['border -', 'climate -', 'coal 1', 'methane -'])
  })

  test('of a removed tag that was given away meanwhile does not come back with it', () => {
    desk.registers.setShortcut(desk.id('coal'), '1')
    const coal = desk.id('coal')
    desk.registers.remove('codebook', coal)
    desk.registers.setShortcut(desk.id('border'), '1')
    desk.registers.restore('codebook', coal)
    expect(desk.codebook().tags.get(coal)?.shortcut).toBeUndefined()
  })
})

describe('merging, splitting, removing', () => {
  test('what was below a merged tag hangs below the other, and parting brings it back', () => {
    desk.registers.merge('codebook', desk.id('climate'), desk.id('border'))
    expect(desk.lines()).toEqual(['border', '  coal', '  methane'])
    const merge = desk.codebook().roots[0]?.merged[0]
    expect(merge?.name).toBe('climate')
    desk.registers.part('codebook', merge?.edit ?? '')
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
  })

  test('a split makes its tags beside the old one, as one edit', () => {
    const before = pending()
    desk.registers.split(desk.id('coal'), ['hard coal', ' ', 'lignite'])
    expect(pending()).toBe(before + 1)
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  hard coal', '  lignite', '  methane'])
    const { tags } = desk.codebook()
    expect(tags.get(desk.id('coal'))?.splitInto).toEqual([desk.id('hard coal'), desk.id('lignite')])
    undo()
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
  })

  test('children of a removed tag hang on the nearest that lives; restoring gives them back', () => {
    const climate = desk.id('climate')
    desk.registers.remove('codebook', climate)
    expect(desk.lines()).toEqual(['border', 'coal', 'methane'])
    expect(desk.codebook().removed).toEqual([{ id: climate, name: 'climate' }])
    desk.registers.restore('codebook', climate)
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
  })
})

describe('two annotators who did not see one another', () => {
  const both = (...acts: readonly [Act, Act]): WorkspaceState => {
    const base = afterEdits(workspaceWith(text), editOf('e0', 'ben', tag('t'), tag('u'), tag('v')))
    const ben = afterEdits(base, editOf('e1', 'ben', acts[0]))
    const ann = afterEdits(base, editOf('e2', 'ann', acts[1]))
    const journals = new Map(ben.scopes.get('codebook')?.journals)
    const mine = ann.scopes.get('codebook')?.journals.get('ann')
    if (mine !== undefined) journals.set('ann', mine)
    return { ...base, scopes: new Map(base.scopes).set('codebook', { journals }) }
  }
  const name = (value: string): Act => ({
    do: 'change-entry',
    register: 'codebook',
    id: 't',
    fields: { name: value },
  })

  test.each([
    ['standing', 'threats'],
    ['other', 'danger'],
  ] as const)('see both values, and the %s one can be taken', (take, expected) => {
    desk = registerDesk(both(name('danger'), name('threats')))
    const clash = { field: 'name', label: 'Name', stands: '“threats”', other: '“danger”', by: 'ben' }
    expect(desk.codebook().tags.get('t')?.clashes).toEqual([clash])
    desk.registers.settle('codebook', 't', 'name', take)
    expect(desk.codebook().tags.get('t')).toMatchObject({ name: expected, clashes: [] })
    undo()
    expect(desk.codebook().tags.get('t')?.clashes).toEqual([clash])
  })

  test('who put two tags under one another see the place that was skipped, and can settle it', () => {
    const under = (id: string, parent: string): Act => ({ do: 'move-entry', register: 'codebook', id, parent })
    desk = registerDesk(both(under('t', 'u'), under('u', 't')))
    const skipped = [...desk.codebook().tags.values()].find(one => one.clashes.length > 0)
    expect(skipped?.clashes).toEqual([
      { field: 'ring', label: 'Place', stands: 'at the top', other: 'under “t”', ring: true, by: 'ann' },
    ])
    desk.registers.settle('codebook', skipped?.id ?? '', 'ring', 'standing')
    expect([...desk.codebook().tags.values()].flatMap(one => one.clashes)).toEqual([])
  })
})

test('a speaker that is renamed is still known by the former name', () => {
  const id = desk.registers.addSpeaker('Khanna')
  desk.registers.rename('speakers', id ?? '', 'Ro Khanna')
  const speaker = () => desk.speakers().speakers.find(one => one.id === id)
  expect([speaker()?.name, speaker()?.aliases]).toEqual(['Ro Khanna', ['Khanna']])
  desk.registers.take('undo', 'speakers')
  expect([speaker()?.name, speaker()?.aliases]).toEqual(['Khanna', []])
})

describe('undo in a dialog', () => {
  test('goes no further than the register that is shown', () => {
    desk.registers.addSpeaker('Leilwa Abdullah')
    expect(undo()).toBeUndefined()
    expect(said()).toBe('There is nothing more to undo in the codebook.')
    expect(desk.registers.take('undo', 'speakers')).toBeDefined()
    expect(said()).toBe('Undone: the new “Leilwa Abdullah”.')
    expect(undo()).toBeDefined()
    expect(said()).toBe('Undone: the new “coal”.')
  })

  test('says what it takes back and does again', () => {
    desk.registers.rename('codebook', desk.id('border'), 'frontier')
    undo()
    expect(said()).toBe('Undone: the name “frontier”.')
    desk.registers.take('redo', 'codebook')
    expect(said()).toBe('Done again: the name “frontier”.')
    expect(desk.lines()).toContain('frontier')
  })
})

/** A gesture of the dialogs on whatever stands at a place of the lists; those that fit nothing do nothing. */
type Gesture = (desk: RegisterDesk, at: number, other: number) => void

const tagAt = (desk: RegisterDesk, at: number) => {
  const all = [...desk.codebook().tags.values()]
  return all[at % Math.max(1, all.length)]?.id ?? 'none'
}
const speakerAt = (desk: RegisterDesk, at: number) => {
  const all = desk.speakers().speakers
  return all[at % Math.max(1, all.length)]?.id ?? 'none'
}
const steps: readonly Step[] = ['up', 'down', 'indent', 'outdent']
const gestures: { readonly [name: string]: Gesture } = {
  add: (desk, at, other) => void desk.registers.addTag(`tag ${other % 7}`, at % 3 === 0 ? null : tagAt(desk, at)),
  rename: (desk, at, other) => desk.registers.rename('codebook', tagAt(desk, at), `name ${other % 5}`),
  step: (desk, at, other) => {
    const place = placeOfStep(desk.codebook(), tagAt(desk, at), steps[other % 4] ?? 'up')
    if (place !== undefined) desk.registers.move(tagAt(desk, at), place)
  },
  drop: (desk, at, other) => {
    const where = (['before', 'into', 'after'] as const)[(at + other) % 3] ?? 'into'
    const place = placeOfDrop(desk.codebook(), tagAt(desk, at), { target: tagAt(desk, other), where })
    if (place !== undefined) desk.registers.move(tagAt(desk, at), place)
  },
  colour: (desk, at, other) => desk.registers.setColour(tagAt(desk, at), ['teal', 'red', null][other % 3] ?? null),
  define: (desk, at, other) => desk.registers.setDefinition(tagAt(desk, at), other % 4 === 0 ? '' : `means ${other}`),
  shortcut: (desk, at, other) =>
    desk.registers.setShortcut(tagAt(desk, at), other % 4 === 0 ? null : String(1 + (other % 3))),
  merge: (desk, at, other) => desk.registers.merge('codebook', tagAt(desk, at), tagAt(desk, other)),
  split: (desk, at, other) => desk.registers.split(tagAt(desk, at), [`part ${other}`, `rest ${other}`]),
  remove: (desk, at) => desk.registers.remove('codebook', tagAt(desk, at)),
  restore: (desk, at) => {
    const { removed } = desk.codebook()
    const id = removed[at % Math.max(1, removed.length)]?.id
    if (id !== undefined) desk.registers.restore('codebook', id)
  },
  speaker: (desk, _at, other) => void desk.registers.addSpeaker(`speaker ${other % 5}`),
  alias: (desk, at, other) => desk.registers.setAlias(speakerAt(desk, at), `alias ${other % 3}`, other % 2 === 0),
  what: (desk, at, other) => desk.registers.setWhat(speakerAt(desk, at), other % 2 === 0 ? 'organisation' : 'person'),
  'merge speakers': (desk, at, other) => desk.registers.merge('speakers', speakerAt(desk, at), speakerAt(desk, other)),
}

describe('any sequence of gestures', () => {
  const shown = (desk: RegisterDesk) =>
    JSON.stringify([desk.codebook().roots, desk.codebook().removed, desk.speakers()], (key, value) =>
      // An order that was taken back to nothing, and the edit that merged, are not shown.
      key === 'edit' ? undefined : value,
    )
  const sequence = fc.array(fc.tuple(fc.constantFrom(...Object.keys(gestures)), fc.nat(40), fc.nat(40)), {
    minLength: 1,
    maxLength: 30,
  })

  test('is taken back step by step, one undo for each edit, and done again', () => {
    fc.assert(
      fc.property(sequence, made => {
        const desk = registerDesk(workspaceWith(text))
        const states = [shown(desk)]
        for (const [name, at, other] of made) {
          const before = desk.store.get().queue.pending.length
          gestures[name]?.(desk, at, other)
          const after = desk.store.get().queue.pending.length
          expect(after - before).toBeLessThanOrEqual(1)
          // Typing that goes on stays one edit, and is none where it comes back to where it began.
          if (name === 'define' && after <= before && shown(desk) !== states.at(-1)) states.pop()
          if (after < before) expect(shown(desk)).toBe(states.at(-1))
          else if (shown(desk) !== states.at(-1)) states.push(shown(desk))
          else expect(after).toBe(before)
        }
        const back = (which: 'undo' | 'redo') =>
          desk.registers.take(which, 'codebook') ?? desk.registers.take(which, 'speakers')
        for (let at = states.length - 2; at >= 0; at -= 1) {
          expect(back('undo')).toBeDefined()
          expect(shown(desk)).toBe(states[at])
        }
        expect(back('undo')).toBeUndefined()
        for (let at = 1; at < states.length; at += 1) {
          expect(back('redo')).toBeDefined()
          expect(shown(desk)).toBe(states[at])
        }
      }),
      { numRuns: 150 },
    )
  })
})
