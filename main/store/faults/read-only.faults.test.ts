import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeImmutable } from '../testing/make-immutable'
import { temporaryFolder } from '../testing/temporary-folder'
import { countIn, openCounted } from './testing/counted'

test('folders that become read-only: saves are refused, nothing changes, and all is written once they are open', async context => {
  const folder = join(await temporaryFolder(onTestFinished), 'press')
  const counted = await openCounted('pressmark', folder)
  let saved = 0
  let refused = 0
  for (const closed of ['codebook', 'documents/doc/annotations']) {
    for (let n = 0; n < 3; n += 1) expect(await counted.add()).toBe(++saved)
    const opening: (() => Promise<void>)[] = []
    if (!(await makeImmutable(open => opening.push(open), join(folder, closed)))) {
      return context.skip('chattr +i does not work here')
    }
    for (let n = 0; n < 2; n += 1, refused += 1) expect(await counted.add()).toBe('no-permission EPERM')
    expect(await countIn('pressmark', folder)).toBe(saved)
    for (const open of opening) await open()
    expect(await counted.add()).toBe(++saved)
    expect(await countIn('pressmark', folder)).toBe(saved)
  }
  console.log(`read-only folders: ${refused} saves refused, 0 of ${saved} acknowledged lost`)
})
