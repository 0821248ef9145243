// @ts-check
import { describe, expect, it } from 'vitest'
import { nodeVersionSentence, satisfies } from './node-version.mjs'

const RANGE = '>=20.19 <21 || >=22.12'

describe('the Node version', () => {
  it.each([
    ['v20.20.2', true],
    ['v20.19.0', true],
    ['v20.18.9', false],
    ['v21.7.0', false],
    ['v22.11.0', false],
    ['v22.12.0', true],
    ['v24.1.0', true],
    ['v9.11.2', false],
  ])('%s fits: %s', (version, fits) => {
    expect(satisfies(version, RANGE)).toBe(fits)
  })

  it('is named in one sentence when it does not fit, and not at all when it does', () => {
    expect(nodeVersionSentence('v18.20.0', RANGE)).toBe(
      'Pressmark needs Node >=20.19 <21 or >=22.12; this is Node 18.20.0. Install a fitting one from nodejs.org and run the command again.',
    )
    expect(nodeVersionSentence('v22.12.0', RANGE)).toBeUndefined()
  })
})
