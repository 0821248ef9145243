import { describe, expect, test } from 'vitest'
import { copiedSpareName, originalOf } from './conflict-copy'

const ada = '01890a5d-ac96-774b-bcce-b302099a8057'
const bo = '01890a5d-ac96-774b-bcce-b302099a8058'
const hash = 'a'.repeat(64)
const beside = new Set([ada, bo, 'ann', hash])

describe('a second copy is known by its name and by what it says', () => {
  test.each([
    ['Dropbox', `${ada} (Ann's conflicted copy 2026-05-01)`, ada],
    ['Dropbox, a second one', `${ada} (Ann's conflicted copy 2026-05-01) (1)`, ada],
    ['Dropbox in German', `${ada} (In Konflikt stehende Kopie von Ann 2026-05-01)`, ada],
    ['Nextcloud', `${ada} (conflicted copy 2026-05-01 093000)`, ada],
    ['ownCloud', `${ada}_conflict-20260501-093000`, ada],
    ['OneDrive', `${ada}-LAPTOP-7`, ada],
    ['OneDrive, a second one', `${ada}-Anns-MacBook-Pro-2`, ada],
    ['Syncthing', `${ada}.sync-conflict-20240305-120000-ABCDEFG`, ada],
    ['Syncthing, of an own word as id', 'ann.sync-conflict-20240305-120000-ABCDEFG', 'ann'],
    ['iCloud', `${ada} 2`, ada],
    ['Google Drive', `${ada} (1)`, ada],
    ['a text', `${hash} (1)`, hash],
  ])('%s', (_, stem, original) => {
    expect(originalOf(stem, original, beside)).toBe(original)
    expect(originalOf(stem, original, new Set([stem]))).toBe(_.startsWith('OneDrive') ? undefined : original)
    expect(originalOf(stem, undefined, beside)).toBe(_.startsWith('OneDrive') ? undefined : original)
    expect(originalOf(stem, undefined, new Set([stem]))).toBeUndefined()
    expect(originalOf(stem, bo, beside)).toBeUndefined()
  })

  test.each([
    ['a journal in its place', ada, ada],
    ['a colleague whose id differs at the end', bo, bo],
    ['an id that begins with another', 'ann-2', 'ann-2'],
    ['an id that begins with another, damaged', 'ann-2', undefined],
    ['an id with points and dashes, damaged', 'a.b_c-d', undefined],
    ['a file of somebody else under this name', ada, bo],
    ['one that does not begin like it', 'copy of ann', 'ann'],
    ['one that goes on without a mark', 'anna', 'ann'],
  ])('none is %s', (_, stem, says) => {
    expect(originalOf(stem, says, beside)).toBeUndefined()
  })
})

test('copies of the generation before are known by their names', () => {
  const of = (name: string) => copiedSpareName(name)
  expect([of(`${ada}.json (1).prev`), of(`${ada}.json.sync-conflict-20240305-120000-ABCDEFG.prev`)]).toEqual([
    `${ada}.json.prev`,
    `${ada}.json.prev`,
  ])
  expect([of(`${ada}.json.prev`), of('x.prev'), of(`${ada} (1).json`)]).toEqual([undefined, undefined, undefined])
})
