import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTagPath, writeTagPath } from './tag-path'
import { joinList, splitList } from './text-list'

const hard = fc.string({ unit: fc.constantFrom('a', ' ', ';', '/', '\\', '; ', '😀') })

describe('lists in one text', () => {
  it.each([
    [['a', 'b'], 'a; b'],
    [['a;b', 'c'], 'a\\;b; c'],
    [['a\\', 'b'], 'a\\\\; b'],
    [['AC\\DC'], 'AC\\DC'],
    [['', '', '3'], '; ; 3'],
    [[], ''],
  ])('%j is written %j', (members, text) => {
    expect(joinList(members)).toBe(text)
    expect(splitList(text)).toEqual(members)
  })

  it('reads back every list but that of one empty text', () => {
    fc.assert(
      fc.property(fc.array(hard), members => {
        expect(splitList(joinList(members))).toEqual(members.length === 1 && members[0] === '' ? [] : members)
      }),
    )
  })
})

describe('tag paths', () => {
  it.each([
    [['Claims', 'Number'], 'Claims/Number'],
    [['24/7 service', 'On call'], '24\\/7 service/On call'],
    [['AC\\DC'], 'AC\\DC'],
    [['ends with \\', 'next'], 'ends with \\\\/next'],
    [['both \\/'], 'both \\\\\\/'],
  ])('%j is written %j', (names, path) => {
    expect(writeTagPath(names)).toBe(path)
    expect(readTagPath(path)).toEqual(names)
  })

  it('reads back every path', () => {
    fc.assert(
      fc.property(fc.array(hard, { minLength: 1 }), names => {
        expect(readTagPath(writeTagPath(names))).toEqual(names)
      }),
    )
  })

  it('takes a backslash before another character for itself', () => {
    expect(readTagPath('C\\temp/x')).toEqual(['C\\temp', 'x'])
  })
})
