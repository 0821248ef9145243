import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { PressmarkWindow } from './pressmark-window'
import { ownScreen } from './screens'

export const root = resolve(import.meta.dirname, '../..')

/** A running Pressmark with the folder that holds its settings. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly window: PressmarkWindow
  /** Everything that the page wrote to its console as an error, and what broke its content security policy. */
  readonly complaints: string[]
  close(): Promise<void>
  /** Ends the whole program at once, as a crash would. */
  kill(): Promise<void>
}

/** What to start in place of the checkout. */
export interface Program {
  readonly executable: string
  readonly args: readonly string[]
}

export interface LaunchOptions {
  readonly program?: Program
  readonly userFolder: string
  readonly workspace?: string
  readonly annotator?: string
  readonly files?: readonly string[]
  readonly args?: readonly string[]
}

/** Starts the built app in a real Electron; which one, the environment says (see scripts/). */
export async function launch(options: LaunchOptions): Promise<RunningApp> {
  const program = options.program ?? checkout()
  const own = [
    `--user-data-dir=${options.userFolder}`,
    ...(options.workspace === undefined ? [] : [`--workspace=${options.workspace}`]),
    ...(options.args ?? []),
    ...(options.files ?? []),
  ]
  const { PRESSMARK_ANNOTATOR: _unset, ...env } = process.env
  const app = await _electron.launch({
    executablePath: program.executable,
    args: [...program.args, ...own],
    env: {
      ...env,
      ...ownScreen(),
      ...(options.annotator === undefined ? {} : { PRESSMARK_ANNOTATOR: options.annotator }),
    } as {
      [name: string]: string
    },
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return {
    app,
    page,
    window: new PressmarkWindow(page),
    complaints,
    close: () => app.close(),
    kill: async () => {
      const child = app.process()
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The built app in the Electron that the environment names. */
function checkout(): Program {
  const executable = process.env.PRESSMARK_ELECTRON
  if (executable === undefined) throw new Error('Run this through npm test: it says which Electron to use.')
  const before: string[] = JSON.parse(process.env.PRESSMARK_ELECTRON_ARGS ?? '[]')
  return { executable, args: [...before, root] }
}

/** Makes the next system dialog answer with these paths, as a person would choose them. */
export async function answerDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: chosen.length === 0,
      filePaths: [...chosen],
    })) as typeof dialog.showOpenDialog
    dialog.showSaveDialog = (async () => ({
      canceled: chosen.length === 0,
      filePath: chosen[0] ?? '',
    })) as typeof dialog.showSaveDialog
  }, paths)
}

/** A folder of its own for one test. */
export async function freshFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'pressmark-e2e-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
