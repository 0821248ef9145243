import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const folder = '__layers__'

/** One offending import per forbidden pair of the table: the folder, what it may not import, and why. */
const forbidden = /** @type {string[][]} */ ([
  ['annotations', '#app/ports/clock', 'a floor above'],
  ['annotations', '../../app/ports/clock', 'a floor above by a relative path'],
  ['annotations', '../../main/files', 'the machine'],
  ['annotations', '../../renderer/state/store', 'the window'],
  ['annotations', 'zod', 'a package outside its allow-list'],
  ['annotations', 'node:fs', 'the machine'],
  ['annotations', 'react', 'the window'],
  ['app', '../../main/files', 'a floor above'],
  ['app', '../../renderer/state/store', 'the window'],
  ['app', 'node:fs', 'the machine'],
  ['app', 'electron', 'the machine'],
  ['app', 'lowdb', 'the machine'],
  ['app', 'react', 'the window'],
  ['app', 'markdown-it', 'a parsing library outside intake'],
  ['app/intake', 'electron', 'the machine'],
  ['app/intake', 'node:fs', 'the machine'],
  ['app/intake', 'lowdb', 'the machine'],
  ['app/intake', 'react', 'the window'],
  ['app/intake', '../../../main/files', 'a floor above'],
  ['main', 'react', 'the window'],
  ['main', 'prosemirror-view', 'the window'],
  ['main', '../../renderer/state/store', 'the window'],
  ['main/preload', '#annotations/model/json', 'more than the contract'],
  ['main/preload', '#app/services/workspace-session', 'more than the contract'],
  ['main/preload', 'node:fs', 'the machine behind the bridge'],
  ['main/preload', '../../files', 'the machine behind the bridge'],
  ['renderer', '#app/services/workspace-session', 'more of the program than the contract'],
  ['renderer', '../../main/files', 'the machine'],
  ['renderer', 'electron', 'the machine'],
  ['renderer', 'lowdb', 'the machine'],
  ['renderer', 'node:fs', 'the machine'],
])

/** Globals that a floor must not know: no type, or a lint rule where a library declares it. */
const globals = /** @type {string[][]} */ ([
  ['annotations', 'document.title'],
  ['annotations', 'process.pid'],
  ['annotations', 'new URL("a:b")'],
  ['app', 'document.title'],
  ['app', 'process.pid'],
  ['renderer', 'process.pid'],
])

const allowed = /** @type {string[][]} */ ([
  ['annotations', '@noble/hashes/sha2.js'],
  ['app', 'zod'],
  ['main', 'lowdb'],
  ['renderer', '#app/contract/values'],
])

const files = [
  ...forbidden.map(([floor, target], n) => ({
    floor,
    path: `${floor}/${folder}/import-${n}.ts`,
    text: `import '${target}'\n`,
  })),
  ...globals.map(([floor, use], n) => ({
    floor,
    path: `${floor}/${folder}/global-${n}.ts`,
    text: `export const found = ${use}\n`,
  })),
  ...allowed.map(([floor, target], n) => ({
    floor,
    path: `${floor}/${folder}/allowed-${n}.ts`,
    text: `import '${target}'\n`,
  })),
]
const floors = [...new Set(files.map(file => file.floor))]

/** A copy of the house with the offending files in it, so that the real one stays clean. */
function buildCopy() {
  const copy = mkdtempSync(join(tmpdir(), 'pressmark-layers-'))
  const parts = ['annotations', 'app', 'main', 'renderer', 'scripts/lint']
  for (const part of [...parts, 'biome.json', 'package.json', 'tsconfig.base.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  run(copy, ['git', 'init', '-q'])
  run(copy, ['npx', 'tsc', '-b', 'app/intake', 'main', 'main/preload', 'renderer'])
  for (const { path, text } of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  return copy
}

/** @param {string} cwd @param {string[]} command */
function run(cwd, [program = '', ...args]) {
  return spawnSync(program, args, { cwd, encoding: 'utf8' }).stdout
}

/**
 * Everything that the linter and the compiler say about the offending files.
 * @param {string} copy
 */
function complaints(copy) {
  const places = floors.map(floor => `${floor}/${folder}`)
  const lint = run(copy, ['npx', 'biome', 'lint', '--max-diagnostics=none', '--reporter=json', ...places])
  const check = (/** @type {string | undefined} */ floor = '') =>
    run(copy, ['npx', 'tsc', '-p', floor, '--noEmit', '--emitDeclarationOnly', 'false', '--pretty', 'false'])
  return { lint, types: floors.map(check).join('\n') }
}

describe('the floors', () => {
  let said = { lint: '', types: '' }

  let copy = ''

  beforeAll(() => {
    copy = buildCopy()
    said = complaints(copy)
  }, 180_000)

  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const mentions = (/** @type {string} */ name) => said.lint.includes(name) || said.types.includes(name)

  it.each(forbidden.map(([floor, target, why], n) => ({ floor, target, why, n })))(
    '$floor may not import $target: $why',
    ({ floor, n }) => {
      expect(mentions(`${floor}/${folder}/import-${n}.ts`)).toBe(true)
    },
  )

  it.each(globals.map(([floor, use], n) => ({ floor, use, n })))('$floor does not know $use', ({ floor, n }) => {
    expect(mentions(`${floor}/${folder}/global-${n}.ts`)).toBe(true)
  })

  it.each(allowed.map(([floor, target], n) => ({ floor, target, n })))('$floor may import $target', ({ floor, n }) => {
    expect(mentions(`${floor}/${folder}/allowed-${n}.ts`)).toBe(false)
  })
})
