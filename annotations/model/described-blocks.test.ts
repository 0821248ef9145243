import { describe, expect, it } from 'vitest'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { blockField, withRole } from './described-blocks'
import type { Json } from './json'
import { headlineOf, metaText, readRelease } from './release'
import type { Revision, Role } from './revision'

const first = revisionOf('Bridge to open', 'It is long.', 'It is long.')
const second: Revision = { ...revisionOf('Note', 'Bridge to open', 'It is long.', 'It is long.'), parent: first.id }

function stated(fields: { readonly [name: string]: Json }, texts: readonly Revision[] = [first]) {
  const state = afterEdits(workspaceWith(...texts), editOf('e1', 'ann', { do: 'set-fact', document: 'd', fields }))
  const release = readRelease(texts, scopeIn(state, 'document:d'))
  if (release === undefined) throw new Error('no release')
  return release
}

function role(revision: Revision, n: number, given: Role) {
  const block = revision.blocks[n]
  if (block === undefined) throw new Error('no block')
  return { [blockField(revision.id, n)]: withRole(block, given) }
}

const rolesOf = ({ blocks }: Revision) => blocks.map(block => block.role)

describe('a stated role', () => {
  it('is the role of the block, and no other changes', () => {
    const { current } = stated(role(first, 1, 'lead'))
    expect(rolesOf(current)).toEqual(['body', 'lead', 'body'])
    expect(current.text).toBe(first.text)
  })

  it('makes a heading of a line that becomes a headline, and its words name the release', () => {
    const release = stated(role(first, 0, 'headline'))
    expect(release.current.blocks[0]).toMatchObject({ role: 'headline', type: 'heading', level: 1 })
    expect(headlineOf(release)).toBe('Bridge to open')
    expect(headlineOf(stated({ ...role(first, 0, 'headline'), 'meta.headline': 'Bridge' }))).toBe('Bridge')
  })

  it('is read across to the block of equal text of a later version, the second to the second', () => {
    const { current } = stated(role(first, 2, 'boilerplate'), [first, second])
    expect(rolesOf(current)).toEqual(['body', 'body', 'body', 'boilerplate'])
    const own = stated({ ...role(first, 2, 'boilerplate'), ...role(second, 3, 'contact') }, [first, second])
    expect(rolesOf(own.current)).toEqual(['body', 'body', 'body', 'contact'])
  })

  it('is passed over where it is none', () => {
    expect(stated({ [blockField(first.id, 0)]: { role: 'banner', type: 'heading' } }).current).toBe(first)
    expect(stated({ [blockField(first.id, 0)]: 'lead' }).current).toBe(first)
  })

  it('leaves the same object while only other facts change', () => {
    const fields = role(first, 1, 'lead')
    const one = editOf('e1', 'ann', { do: 'set-fact', document: 'd', fields })
    const two = editOf('e2', 'ann', { do: 'set-fact', document: 'd', fields: { 'meta.place': 'Ulm' } })
    const state = workspaceWith(first)
    const before = readRelease([first], scopeIn(afterEdits(state, one), 'document:d'))
    const after = readRelease([first], scopeIn(afterEdits(state, one, two), 'document:d'))
    expect(after?.current).toBe(before?.current)
  })
})

it('an empty text states that there is none', () => {
  const found: Revision = { ...first, found: [{ name: 'issuer', value: 'Port', how: 'text' }] }
  expect(metaText(stated({}, [found]), 'issuer')).toBe('Port')
  expect(metaText(stated({ 'meta.issuer': '' }, [found]), 'issuer')).toBeUndefined()
})

it('of a first paragraph as long as a book the beginning is the headline, and no letter is parted', () => {
  const book = revisionOf('\u{1f4d6}'.repeat(700))
  const headline = headlineOf(stated({}, [book]))
  expect(headline).toBe(`${'\u{1f4d6}'.repeat(499)}…`)
})
