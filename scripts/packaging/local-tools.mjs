// @ts-check
import { fileURLToPath } from 'node:url'
import { capture, hasProgram } from '../run-command.mjs'

/**
 * How electron-builder is told of tools of the system, where it cannot download its own.
 * @typedef {{ ELECTRON_BUILDER_7ZIP_PATH?: string, CUSTOM_FPM_PATH?: string }} Tools
 */

/** The tools that are here. @returns {Tools} */
export function findTools(env = process.env) {
  const sevenZip = env.ELECTRON_BUILDER_7ZIP_PATH ?? findSevenZip()
  const fpm = env.CUSTOM_FPM_PATH ?? (hasProgram('dpkg-deb') ? ownFpm : undefined)
  return {
    ...(sevenZip === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
    ...(fpm === undefined ? {} : { CUSTOM_FPM_PATH: fpm }),
  }
}

const ownFpm = fileURLToPath(new URL('./fpm.mjs', import.meta.url))

function findSevenZip() {
  const name = ['7za', '7zz', '7z', '7zr'].find(hasProgram)
  return name === undefined ? undefined : capture('sh', ['-c', `command -v ${name}`]).out.trim() || undefined
}
