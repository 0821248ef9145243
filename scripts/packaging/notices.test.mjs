// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../checkout.mjs'
import { noticesText, readNotices } from './notices.mjs'

describe('the licences that are handed on', () => {
  const notices = readNotices()

  it('are those of every package that the program is made of, and of no tool', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const names = notices.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
    expect(names.filter(name => Object.hasOwn(devDependencies, name))).toEqual([])
  })

  it('are named for each package, with their words wherever the package has them', () => {
    expect(notices.filter(({ license }) => !/^[A-Z0-9]/.test(license))).toEqual([])
    const text = noticesText(notices)
    expect(text).toContain('react 19')
    expect(text).toContain('SIL OPEN FONT LICENSE')
    for (const { name, version, license } of notices) expect(text).toContain(`${name} ${version} (${license})`)
    // Nearly all have one; those without are empty packages.
    expect(notices.filter(({ texts }) => texts.length > 0).length).toBeGreaterThan(notices.length * 0.9)
  })
})
