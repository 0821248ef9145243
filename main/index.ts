import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, nativeTheme, session as sessions } from 'electron'
import { createDirectIntake } from '#app/intake/direct-intake'
import { answerOwnerCall } from '#app/services/owner-calls'
import { machineClock, machineIds } from './clock-and-ids'
import { machineFiles } from './files'
import { actAs } from './profile/name-annotator'
import { openProfile, type Profile, type ProfileFile } from './profile/profile'
import { defaultUserFolder } from './profile/user-folder'
import { ownArguments, readCommandLine, type Wanted } from './window/command-line'
import { createWindow, tellWindow } from './window/create-window'
import { createDesktopWorkspace, tellingChanges } from './window/desktop-workspace'
import { guardPages, guardSession } from './window/guards'
import { createHandlers } from './window/handlers'
import { setApplicationMenu } from './window/menu'
import { registerScheme, serveWindow } from './window/scheme'
import { serveCalls, type Tell } from './window/serve-calls'
import { systemDialogs } from './window/system-dialogs'

/** How long a close waits for the window to send what is typed, in milliseconds. */
const closeWait = 5_000
const usualSize = { width: 1440, height: 900 }

/** The Electron entry: the one place where the desktop app is wired together. */
async function start(): Promise<void> {
  const wanted = readCommandLine(ownArguments(process.argv, !app.isPackaged), process.cwd())
  // The command line looks for the profile at the same place.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', defaultUserFolder())
  if (!app.requestSingleInstanceLock({ wanted })) return app.quit()
  registerScheme()
  guardPages()
  await app.whenReady()
  const profile = await openProfile(app.getPath('userData'))
  const name = process.env.PRESSMARK_ANNOTATOR
  if (name !== undefined && name.trim() !== '') await actAs(profile, name.trim(), machineIds)
  nativeTheme.themeSource = profile.read().theme

  const session = sessions.fromPartition('pressmark')
  guardSession(session)
  guardSession(sessions.defaultSession)
  serveWindow(session, join(__dirname, '../renderer'))

  let window: BrowserWindow | undefined
  let closing = false
  const ownIds = () => profile.read().annotators.map(({ id }) => id)
  const tell: Tell = (event, payload) => window !== undefined && tellWindow(window)(event, payload)
  const machine = { files: machineFiles, intake: createDirectIntake(), clock: machineClock, ids: machineIds, ownIds }
  const workspace = createDesktopWorkspace({
    tell,
    annotator: () => profile.read().current,
    ownIds,
    clock: machineClock,
    ids: machineIds,
    serveOthers: (lock, opened) =>
      lock.serve((call, body) => tellingChanges(opened, tell, () => answerOwnerCall(opened, machine, call, body))),
  })
  const closeNow = () => {
    closing = true
    void workspace.close().finally(() => window?.destroy())
  }
  const handlers = createHandlers({
    version: app.getVersion(),
    profile,
    workspace,
    window: () => window,
    tell,
    dialogs: systemDialogs(() => window),
    ...machine,
    wanted,
    closeNow,
  })
  serveCalls(ipcMain, handlers, problem => console.error(problem))
  setApplicationMenu(process.platform, command => tell('command', { name: command }))

  window = createWindow(session, join(__dirname, '..'), profile.read().window ?? usualSize)
  nativeTheme.on('updated', () => tell('theme-changed', { dark: nativeTheme.shouldUseDarkColors }))
  keepWindow(window, profile, tell)
  window.on('close', event => {
    if (closing) return
    event.preventDefault()
    tell('closing', {})
    setTimeout(closeNow, closeWait).unref()
  })
  app.on('second-instance', (_event, _argv, _folder, data) => comeForward(window, tell, data))
  app.on('window-all-closed', () => app.quit())
}

/** A second start brings the window to the front and hands over what it was asked for. */
function comeForward(window: BrowserWindow | undefined, tell: Tell, data: unknown): void {
  if (window === undefined || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
  const wanted = typeof data === 'object' && data !== null && 'wanted' in data ? (data.wanted as Wanted) : { files: [] }
  if (wanted.files.length > 0) tell('open-files', { paths: wanted.files })
}

/** Remembers size and place, and tells the page whether the window fills the screen. */
function keepWindow(window: BrowserWindow, profile: ProfileFile, tell: Tell): void {
  const changed = () => tell('window-state', { maximised: window.isMaximized() })
  window.on('maximize', changed)
  window.on('unmaximize', changed)
  window.on('close', () => {
    const bounds: Profile['window'] = { ...window.getNormalBounds(), maximised: window.isMaximized() }
    void profile.update(now => ({ ...now, window: bounds }))
  })
}

void start().catch(error => {
  console.error(error)
  app.exit(1)
})
