// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageProgram, root } from '../checkout.mjs'
import { resolveRuntime } from '../electron-runtime/resolve.mjs'
import { run } from '../run-command.mjs'
import { findTools } from './local-tools.mjs'
import { noticesText, readNotices } from './notices.mjs'
import { describePackage, settingsFor } from './settings.mjs'

/**
 * Packages what stands in `out/` and resolves to the exit status.
 * @param {string[]} args for electron-builder, and `--output=DIR`
 */
export async function packageApp(args) {
  const runtime = await resolveRuntime()
  const isCutOff = runtime.kind === 'fallback'
  const tools = isCutOff ? findTools() : {}
  const { settings, rest } = settingsFor(runtime, args, tools)
  console.error(describePackage(runtime))
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-dist-'))
  const file = join(folder, 'electron-builder.json')
  const notices = join(folder, 'notices.txt')
  const extraFiles = [{ from: notices, to: 'LICENSES.packages.txt' }]
  await writeFile(notices, noticesText(readNotices()))
  await writeFile(file, JSON.stringify({ ...settings, extraFiles }, undefined, 2))
  const [command = '', ...first] = packageProgram('electron-builder')
  const status = await run(command, [...first, '--config', file, '--publish', 'never', ...rest], {
    cwd: root,
    env: { ...process.env, ...tools },
  })
  await rm(folder, { recursive: true, force: true })
  return status
}
