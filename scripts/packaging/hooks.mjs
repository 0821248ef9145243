// @ts-check
// What electron-builder asks on its way; electron-builder.yml and settings.mjs name this file.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Before it looks for modules of npm: everything is bundled, so there is nothing to collect and nothing to rebuild. */
export async function beforeBuild() {
  return false
}

/**
 * After the runtime was copied: its own app, which starts folders, does not belong in a package.
 * @param {{ appOutDir: string }} context
 */
export async function afterExtract({ appOutDir }) {
  for (const name of ['app', 'default_app.asar']) {
    await rm(join(appOutDir, 'resources', name), { recursive: true, force: true })
  }
}
