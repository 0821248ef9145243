import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { freshFolder } from '../pages/launch'
import { ownScreen } from '../pages/screens'
import { electronCommand } from './timed-app'

/** An Electron that does nothing but show a page. */
export interface BareElectron {
  readonly app: ElectronApplication
  readonly page: Page
  close(): Promise<void>
}

/** Opens a page in a bare Electron window with a profile of its own. */
export async function openBare(url: string): Promise<BareElectron> {
  const { executable, before } = electronCommand()
  const { path, remove } = await freshFolder()
  const app = await _electron.launch({
    executablePath: executable,
    args: [...before, join(import.meta.dirname, 'bare-app'), `--user-data-dir=${path}`],
    env: { ...(process.env as Record<string, string>), ...ownScreen(), PRESSMARK_BARE_PAGE: url },
  })
  const close = async (): Promise<void> => {
    await app.close()
    await remove()
  }
  return { app, page: await app.firstWindow(), close }
}
