import { join } from 'node:path'
import { app, ipcMain, nativeTheme, session as sessions } from 'electron'
import { commandIn, runCommand } from './packaged-command-line'
import { defaultUserFolder } from './profile/user-folder'
import { readWindowLook } from './profile/window-bounds'
import { ownArguments, readCommandLine } from './window/command-line'
import { createWindow } from './window/create-window'
import { cutOffNetwork, guardPages, guardSession } from './window/guards'
import { listenToWindow } from './window/listen'
import { registerScheme, serveWindow } from './window/scheme'
import type { AnswerCall } from './window/serve-calls'

/**
 * The Electron entry. The window comes first; all else is loaded while its page is: the services, the store and the
 * checks of messages take longer to load than the page takes to ask for something.
 */
async function start(): Promise<void> {
  const args = ownArguments(process.argv, !app.isPackaged)
  const command = app.isPackaged ? commandIn(args) : undefined
  if (command !== undefined) process.exit(runCommand(command, __dirname))
  const wanted = readCommandLine(args, process.cwd())
  // The command line looks for the profile at the same place.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', defaultUserFolder())
  if (!app.requestSingleInstanceLock({ wanted })) return app.quit()
  cutOffNetwork()
  registerScheme()
  guardPages()
  await app.whenReady()
  const look = readWindowLook(app.getPath('userData'))
  nativeTheme.themeSource = look.theme
  const session = sessions.defaultSession
  guardSession(session)
  const served = serveWindow(session, join(__dirname, '../renderer'))
  let answer: (answerer: AnswerCall) => void = () => undefined
  listenToWindow(
    ipcMain,
    new Promise(resolve => {
      answer = resolve
    }),
  )
  const window = createWindow(session, join(__dirname, '..'), look.bounds)
  // What the page waits for comes from this thread: it is not kept busy before.
  await served
  const { runDesktop } = await import('./window/desktop')
  answer(await runDesktop(window, wanted))
}

void start().catch(error => {
  console.error(error)
  app.exit(1)
})
