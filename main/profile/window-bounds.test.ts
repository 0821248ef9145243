import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readWindowLook } from './window-bounds'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-look-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const usual = { bounds: { width: 1440, height: 900 }, theme: 'system' }

test.each([
  ['no profile', undefined, usual],
  ['a broken one', '{"window":', usual],
  ['another value', '[1]', usual],
  ['sizes that are none', '{"window":{"width":"wide","height":-1},"theme":"blue"}', usual],
  ['a height that is none', '{"window":{"width":1000,"height":-1}}', usual],
  ['a place without a size', '{"window":{"x":1,"y":2}}', usual],
  [
    'all of it',
    '{"window":{"x":-5,"y":2,"width":1000,"height":700,"maximised":true},"theme":"dark"}',
    {
      bounds: { x: -5, y: 2, width: 1000, height: 700, maximised: true },
      theme: 'dark',
    },
  ],
])('the window looks as the profile says, and as usual for %s', (_what, text, look) => {
  if (text !== undefined) writeFileSync(join(folder, 'profile.json'), text)
  expect(readWindowLook(folder)).toEqual(look)
})
