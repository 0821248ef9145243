import { app, type Session, type WebContents } from 'electron'
import { origin } from './scheme'

/**
 * Before the program is ready: nothing of Chromium finds any host, neither by name nor by number. What it does on its own account,
 * below every page and session, ends here too.
 */
export function cutOffNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
}

/** Denies every permission and device, and cancels every request but those that begin in one of these ways. */
export function guardSession(session: Session, allowed: readonly string[] = ours): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // Chromium fetches a dictionary for each session that has a language to check, also where checking is switched off.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`${origin}/none/`)
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !allowed.some(prefix => details.url.startsWith(prefix)) }),
  )
  session.on('will-download', event => event.preventDefault())
}

/** Denies leaving the page, new windows and embedded pages, for every page that the app ever makes. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
}

function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}

/** Our scheme and what a page makes in memory. */
const ours: readonly string[] = [`${origin}/`, 'blob:', 'data:']

/** True for a frame that is our page itself, not one inside it or elsewhere. */
export function isOurFrame(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return (
    frame !== null &&
    frame.parent === null &&
    (frame.url === `${origin}/` || frame.url.startsWith(`${origin}/index.html`))
  )
}
