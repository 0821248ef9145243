import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chown, readdir, readFile } from 'node:fs/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Packaged } from './packaged'
import { PressmarkWindow } from './pressmark-window'

const nobody = 65_534
const isRoot = process.getuid?.() === 0

/** The shipped program, started as it is and driven from outside, by somebody who is not root. */
export interface ShippedRun {
  readonly page: Page
  readonly window: PressmarkWindow
  end(): Promise<void>
}

/** The user that the shipped program runs as. */
export const ordinaryUser = isRoot ? nobody : (process.getuid?.() ?? 0)

/** Why the shipped program cannot be started as that user on this machine; `undefined` where it can. */
export function lackForShipped(): string | undefined {
  const programs = isRoot ? ['setpriv', 'xvfb-run', 'unshare'] : ['unshare']
  const [missing] = programs.filter(name => spawnSync('which', [name]).status !== 0)
  if (missing !== undefined) return `${missing} is not here`
  const [command = '', ...args] = asOrdinaryUser(['unshare', '--user', 'true'], false)
  if (spawnSync(command, args).status === 0) return undefined
  return "ordinary users get no namespaces here, which Chromium's sandbox is made of"
}

/** Makes a folder the ordinary user's own. */
export async function giveToOrdinaryUser(folder: string): Promise<void> {
  if (isRoot) await chown(folder, nobody, nobody)
}

/** A command line that runs as the ordinary user; root's screen is closed to them, so they get one of their own. */
export function asOrdinaryUser(command: readonly string[], needsScreen: boolean): readonly string[] {
  if (!isRoot) return command
  const screen = needsScreen ? ['xvfb-run', '-a', '--server-args=-screen 0 1600x1000x24'] : []
  return ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...screen, ...command]
}

/** The environment of the ordinary user, with nothing of ours but what finds programs and the screen. */
export function ordinaryEnvironment(home: string): NodeJS.ProcessEnv {
  const { PATH, LANG, DISPLAY, XAUTHORITY } = process.env
  const screen = isRoot ? {} : { DISPLAY, XAUTHORITY }
  return { HOME: home, PATH, LANG, ...screen, PRESSMARK_ANNOTATOR: 'Test Annotator' }
}

/** Starts the shipped program in Chromium's sandbox and waits for its window. */
export async function startShipped(
  { executable }: Packaged,
  home: string,
  args: readonly string[],
): Promise<ShippedRun> {
  const [command = '', ...rest] = asOrdinaryUser([executable, '--remote-debugging-port=0', ...args], true)
  const child = spawn(command, rest, {
    env: ordinaryEnvironment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>(done => child.once('close', () => done()))
  const endAll = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child), { noDefaults: true })
    const page = await firstPage(browser)
    const end = async () => {
      await browser.close()
      await endAll()
    }
    return { page, window: new PressmarkWindow(page), end }
  } catch (error) {
    await endAll()
    throw error
  }
}

/** Chromium says on its error output where it can be driven from. */
function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const address = /ws:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', status => reject(new Error(`the program ended with status ${status}:\n${said}`)))
  })
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the program has no pages')
  return context.pages()[0] ?? context.waitForEvent('page')
}

export interface ProcessFacts {
  readonly command: string
  readonly user: number
  /** 2 where the system filters the process's calls. */
  readonly seccomp: number
}

/** What the system says about the processes of a program that show pages. */
export async function renderersOf(executable: string): Promise<ProcessFacts[]> {
  const found: ProcessFacts[] = []
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (!command.startsWith(executable) || !command.includes('--type=renderer')) continue
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const number = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1])
    found.push({ command, user: number('Uid'), seccomp: number('Seccomp') })
  }
  return found
}
