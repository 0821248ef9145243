import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme } from 'electron'
import { ok } from '#annotations/model/result'
import { answerOwnerCall } from '#app/services/owner-calls'
import { readBundleFile } from '../bundle/bundle-file'
import { threadCarrying } from '../carrying/thread-carrying'
import { machineClock, machineIds } from '../clock-and-ids'
import { machineFiles } from '../files'
import { pageReader } from '../intake/page-reader'
import { createProcessIntake } from '../intake/process-intake'
import { threadMeasuring } from '../measuring/thread-measuring'
import { actAs } from '../profile/name-annotator'
import { openProfile, type Profile, type ProfileFile } from '../profile/profile'
import type { Wanted } from './command-line'
import { tellWindow } from './create-window'
import { createDesktopWorkspace, tellingChanges } from './desktop-workspace'
import { type Closing, createHandlers } from './handlers'
import { setApplicationMenu } from './menu'
import { type AnswerCall, answerCall, type Tell } from './serve-calls'
import { systemClipboard } from './system-clipboard'
import { systemDialogs } from './system-dialogs'

/** How long a close waits for the window to send what is typed, in milliseconds. */
const closeWait = 5_000

/** The one place where the desktop app is wired together, round a window that is there. Resolves to what answers its page. */
export async function runDesktop(window: BrowserWindow, wanted: Wanted): Promise<AnswerCall> {
  const tell = tellWindow(window)
  const profile = await openProfile(app.getPath('userData'))
  const name = process.env.PRESSMARK_ANNOTATOR
  if (name !== undefined && name.trim() !== '') await actAs(profile, name.trim(), machineIds)
  const ownIds = () => profile.read().annotators.map(({ id }) => id)
  const comeForward = () => showWindow(window)
  const intake = createProcessIntake(pageReader(join(__dirname, '..')))
  window.on('closed', () => intake.stop())
  const machine = {
    comeForward,
    files: machineFiles,
    intake,
    carrying: threadCarrying(join(__dirname, 'carry.cjs')),
    measuring: threadMeasuring(join(__dirname, 'measure.cjs')),
    clock: machineClock,
    ids: machineIds,
    ownIds,
    readBundle: readBundleFile,
  }
  const workspace = createDesktopWorkspace({
    tell,
    annotator: () => profile.read().current,
    ownIds,
    userFolder: app.getPath('userData'),
    clock: machineClock,
    ids: machineIds,
    serveOthers: (lock, early, whole) =>
      lock.serve(async (call, body) => {
        // To come forward nothing has to be read.
        const opened = call === 'come-forward' ? ok(early) : await whole()
        if (!opened.ok) return opened
        return tellingChanges(opened.value, tell, () => answerOwnerCall(opened.value, machine, call, body))
      }),
  })
  // Its files are read while the page is loaded.
  const first = wanted.workspace ?? profile.read().recent[0]?.path
  if (first !== undefined && profile.read().current !== undefined) workspace.prepare(first)

  const closing = closeOnceSent(window, tell, () => workspace.close())
  const handlers = createHandlers({
    version: app.getVersion(),
    profile,
    userFolder: app.getPath('userData'),
    workspace,
    window: () => window,
    tell,
    dialogs: systemDialogs(() => window),
    clipboard: systemClipboard,
    ...machine,
    wanted,
    closing,
  })
  setApplicationMenu(process.platform, [], command => tell('command', { name: command }))
  nativeTheme.on('updated', () => tell('theme-changed', { dark: nativeTheme.shouldUseDarkColors }))
  keepWindow(window, profile, tell)
  window.on('focus', () => void workspace.refresh())
  app.on('second-instance', (_event, _argv, _folder, data) => takeSecondStart(window, tell, data))
  app.on('window-all-closed', () => app.quit())
  return (call, request) => answerCall(handlers, call, request, problem => console.error(problem))
}

/**
 * A close first asks the page to send what is typed. The window goes when that is on the disk, when the person lets it
 * go, or when the page says nothing for a while.
 */
function closeOnceSent(window: BrowserWindow, tell: Tell, closeWorkspace: () => Promise<void>): Closing {
  let closing = false
  let silence: NodeJS.Timeout | undefined
  const now = () => {
    closing = true
    void closeWorkspace().finally(() => window.destroy())
  }
  window.on('close', event => {
    if (closing) return
    event.preventDefault()
    tell('closing', {})
    clearTimeout(silence)
    silence = setTimeout(now, closeWait)
    silence.unref()
  })
  return { now, answered: () => clearTimeout(silence) }
}

function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** A second start brings the window to the front and hands over what it was asked for. */
function takeSecondStart(window: BrowserWindow, tell: Tell, data: unknown): void {
  if (window.isDestroyed()) return
  showWindow(window)
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
