import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const renderer = new URL('../../renderer', import.meta.url).pathname

/** Classes that a rule is about by themselves, beside nothing else. */
function classesOf(/** @type {string} */ file) {
  const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return new Set([...css.matchAll(/(?:^|[{};,])\s*\.(pm-[\w-]+)\s*(?=[{,])/g)].flatMap(([, name]) => name ?? []))
}

// The window has one sheet of styles: parts that are loaded late would change the look of those that have the same name.
it('a class has its look from one file', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.css'))
    .map(name => join(renderer, name))
  expect(files.length).toBeGreaterThan(40)
  const homes = new Map()
  for (const file of files) {
    for (const name of classesOf(file)) homes.set(name, [...(homes.get(name) ?? []), relative(renderer, file)])
  }
  expect([...homes].filter(([, at]) => at.length > 1)).toEqual([])
})
