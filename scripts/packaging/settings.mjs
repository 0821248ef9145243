// @ts-check
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../checkout.mjs'
import { programPath } from '../electron-runtime/package-runtime.mjs'
import { Advice } from '../run-command.mjs'

/** @typedef {import('../electron-runtime/resolve.mjs').Runtime} Runtime */
/** @typedef {import('./local-tools.mjs').Tools} Tools */

const BASE = join(root, 'electron-builder.yml')
const HOOKS = fileURLToPath(new URL('./hooks.mjs', import.meta.url))
const MAIN = 'out/main/index.cjs'
/** The first version with a fuse for what `file:` pages may do. */
const FILE_FUSE_SINCE = 29
const OTHER_SYSTEMS = ['--win', '--windows', '-w', '--mac', '--macos', '-m', '-o']
const LINUX = ['--linux', '-l']
/** Packages of the stand-in say in their name what they are. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
const STAND_IN_NAME = 'pressmark-${version}-stand-in-${arch}.${ext}'

/**
 * The settings of electron-builder for a runtime, and the arguments that are left for it.
 * @param {Runtime} runtime
 * @param {readonly string[]} args
 * @param {Tools} tools
 * @returns {{ settings: Record<string, unknown>, rest: readonly string[] }}
 */
export function settingsFor(runtime, args, tools) {
  const output = args.find(arg => arg.startsWith('--output='))?.slice('--output='.length)
  const rest = args.filter(arg => !arg.startsWith('--output='))
  const hasFileFuse = Number.parseInt(runtime.version, 10) >= FILE_FUSE_SINCE
  const settings = {
    extends: BASE,
    ...(hasFileFuse ? { electronFuses: { grantFileProtocolExtraPrivileges: false } } : {}),
    ...(output === undefined ? {} : { directories: { output } }),
    ...(runtime.kind === 'package' ? {} : withRuntime(runtime)),
    ...(runtime.kind === 'fallback' ? { artifactName: STAND_IN_NAME } : {}),
  }
  return { settings, rest: runtime.kind === 'fallback' ? standInTargets(rest, tools) : rest }
}

/**
 * A runtime that electron-builder would not find by itself; an old one is started through the loader.
 * @param {Runtime} runtime
 */
function withRuntime({ executable, version, args }) {
  const loader = args.find(arg => !arg.startsWith('-'))
  return {
    electronVersion: version,
    electronDist: executable.slice(0, -programPath().length - 1),
    afterExtract: HOOKS,
    ...(loader === undefined
      ? {}
      : {
          files: [{ from: loader, to: 'loader', filter: ['*.cjs'] }],
          extraMetadata: { main: 'loader/main.cjs', mainAfterLoader: MAIN },
        }),
  }
}

/**
 * The stand-in is for Linux alone, and where nothing is named only that is made whose tools are here.
 * @param {readonly string[]} args
 * @param {Tools} tools
 */
function standInTargets(args, tools) {
  if (args.some(arg => OTHER_SYSTEMS.includes(arg))) {
    throw new Advice('Electron cannot be downloaded here, and the stand-in for it makes packages for Linux only.')
  }
  if (args.includes('--dir') || args.some(arg => LINUX.includes(arg))) return args
  const archive = tools.ELECTRON_BUILDER_7ZIP_PATH === undefined ? [] : ['tar.gz']
  const installer = tools.CUSTOM_FPM_PATH === undefined ? [] : ['deb']
  return ['--linux', 'dir', ...archive, ...installer, ...args]
}

/**
 * What is said before packaging.
 * @param {Runtime} runtime
 */
export function describePackage({ kind, version, why }) {
  const what = `Packaging with Electron ${version}: ${why}.`
  if (kind !== 'fallback') return what
  return `${what}\nThis package is for tests, not to be handed on. AppImage and rpm need tools that are downloaded; tar.gz needs 7-Zip, deb needs dpkg-deb.`
}
