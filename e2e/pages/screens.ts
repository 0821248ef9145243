import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { FullConfig } from '@playwright/test'

/**
 * A screen for each worker, where there is Xvfb: a window that opens takes the pointer from one that draws a selection
 * on the same screen. Elsewhere the workers share what screen there is. Returns what ends them.
 */
export default async function startScreens(config: FullConfig): Promise<() => void> {
  if (process.platform !== 'linux' || !(await hasXvfb())) return () => {}
  const screens = await Promise.all(Array.from({ length: config.workers }, startScreen))
  process.env.PRESSMARK_SCREENS = screens.map(({ name }) => name).join(' ')
  return () => {
    for (const { server } of screens) server.kill()
  }
}

/** The variables that put a window on the screen of the worker that this runs in. */
export function ownScreen(): { readonly DISPLAY?: string } {
  const names = process.env.PRESSMARK_SCREENS?.split(' ') ?? []
  const name = names[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % Math.max(1, names.length)]
  return name === undefined ? {} : { DISPLAY: name }
}

function startScreen(): Promise<{ readonly server: ChildProcess; readonly name: string }> {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]?.once('data', (number: Buffer) => resolve({ server, name: `:${number.toString().trim()}` }))
  })
}

async function hasXvfb(): Promise<boolean> {
  const places = (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, 'Xvfb'))
  return (await Promise.allSettled(places.map(path => access(path, constants.X_OK)))).some(
    ({ status }) => status === 'fulfilled',
  )
}
