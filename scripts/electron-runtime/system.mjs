// @ts-check
import { existsSync } from 'node:fs'
import { Advice, capture, hasProgram } from '../run-command.mjs'
import { installPackages } from './debian.mjs'

const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'xvfb', 'xauth']
const CHROMIUM_PACKAGES = ['chromium', 'fonts-liberation']
const CHROMIUM_COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Whether windows can be shown to somebody. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * The shared libraries that `ldd` did not find.
 * @param {string} report what `ldd` printed
 */
export function missingLibraries(report) {
  return [...report.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name)
}

/**
 * Makes sure that Electron can start here, with a display of its own where there is none.
 * @param {string} executable
 */
export function ensureSystem(executable) {
  if (process.platform !== 'linux') return
  if (lackOf(executable) === undefined) return
  installPackages(ELECTRON_PACKAGES, 'for Electron')
  const lack = lackOf(executable)
  if (lack) throw new Advice(`Electron cannot start: ${lack}.`)
}

/** @param {string} executable */
function lackOf(executable) {
  const libraries = missingLibraries(capture('ldd', [executable]).out)
  if (libraries.length > 0) return `${libraries.join(', ')} not found`
  if (!hasDisplay() && !(hasProgram('xvfb-run') && hasProgram('xauth'))) return 'there is no display and no xvfb-run'
  return undefined
}

/**
 * The same command line, under a virtual screen where there is none.
 * @param {string[]} command
 */
export function withDisplay(command, isShown = hasDisplay()) {
  return isShown ? command : ['xvfb-run', '-a', '--server-args=-screen 0 1920x1200x24', ...command]
}

/** The system's Chromium or Chrome, installed where that can be done. Resolves to what starts it. */
export function ensureChromium(env = process.env) {
  const found = env.PRESSMARK_CHROMIUM ?? findChromium()
  if (found) return found
  installPackages(CHROMIUM_PACKAGES, 'for the browser tests')
  const installed = findChromium()
  if (!installed) throw new Advice('The browser tests need Chromium or Chrome; set PRESSMARK_CHROMIUM to its program.')
  return installed
}

function findChromium() {
  const place = CHROMIUM_PLACES.find(path => existsSync(path))
  if (place) return place
  for (const command of CHROMIUM_COMMANDS) {
    const path = process.platform === 'win32' ? '' : capture('sh', ['-c', `command -v ${command}`]).out.trim()
    if (path) return path
  }
  return undefined
}
