import { type BrowserWindow, nativeTheme } from 'electron'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { ok, problem } from '#annotations/model/result'
import type { Answer, AppInfo, WorkspacePayload } from '#app/contract/values'
import type { Carrying } from '#app/ports/carrying'
import type { Clipboard } from '#app/ports/clipboard'
import type { Clock } from '#app/ports/clock'
import type { Dialogs } from '#app/ports/dialogs'
import type { Files } from '#app/ports/files'
import type { Ids } from '#app/ports/ids'
import type { Intake } from '#app/ports/intake'
import type { Measuring } from '#app/ports/measuring'
import { holdersOf } from '#app/services/document-row'
import { annotatorNames, exportExcerpts } from '#app/services/export-excerpts'
import { knownAnnotators } from '#app/services/find-annotator'
import { findInTexts } from '#app/services/find-in-texts'
import { carryCurrent } from '#app/services/new-version'
import { registerUses } from '#app/services/register-uses'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { draftsIn } from '../profile/drafts'
import { nameAnnotator, takeOver } from '../profile/name-annotator'
import { currentIdentity, type Identity, type ProfileFile, withPreferences, withRecent } from '../profile/profile'
import { saveCopy } from '../store/save-copy'
import { createAgreementHandlers } from './agreement-handlers'
import { type DesktopWorkspace, tellingChanges } from './desktop-workspace'
import { createDraftHandlers } from './draft-handlers'
import { createEditHandlers } from './edit-handlers'
import { createExcerptHandlers } from './excerpt-handlers'
import { createGoldHandlers } from './gold-handlers'
import { createImportHandlers } from './import-handlers'
import { lazyBackups } from './lazy-backups'
import { setApplicationMenu } from './menu'
import { documentPayload, workspaceName, workspacePayload } from './payloads'
import { createReportHandlers } from './report-handlers'
import { createReviewHandlers, type ReviewHandlerPorts } from './review-handlers'
import { safeOpenExternal } from './safe-open-external'
import type { Handlers, Tell } from './serve-calls'
import { createVersionHandlers } from './version-handlers'

/** How the window goes. */
export interface Closing {
  /** The page has answered: it is not closed for being silent. */
  answered(): void
  now(): void
}

export interface HandlerPorts {
  readonly version: string
  readonly profile: ProfileFile
  /** Where the profile and the backups lie. */
  readonly userFolder: string
  readonly workspace: DesktopWorkspace
  readonly window: () => BrowserWindow | undefined
  readonly tell: Tell
  readonly dialogs: Dialogs
  readonly clipboard: Clipboard
  readonly files: Files
  readonly intake: Intake
  readonly carrying: Carrying
  readonly measuring: Measuring
  readonly readBundle: ReviewHandlerPorts['readBundle']
  readonly clock: Clock
  readonly ids: Ids
  /** From the command line, told to the window once. */
  readonly wanted: { readonly workspace?: string; readonly files: readonly string[] }
  readonly closing: Closing
}

/** How long after the workspace is shown it is seen whether there is a backup of the day, and how long until the next look, in milliseconds. */
const firstLook = 10_000
const nextLook = 60 * 60_000

/** More removals than this in one edit are worth a backup first. */
const many = 20

/** The desktop app's answer to every call of the contract. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { profile, workspace, dialogs } = ports

  const annotator = (): Identity | undefined => currentIdentity(profile.read())

  function info(): AppInfo {
    const { theme, recent, preferences = {} } = profile.read()
    const identity = annotator()
    const open = ports.wanted.workspace ?? recent[0]?.path
    return {
      version: ports.version,
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      ...(identity === undefined ? {} : { annotator: { id: identity.id, name: identity.name } }),
      theme,
      preferences,
      recent,
      ...(open === undefined ? {} : { workspace: open }),
      files: ports.wanted.files,
    }
  }

  /** For what may need any document: it waits until all are read. */
  async function withSession<T>(
    use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>,
  ): Promise<Answer<T>> {
    const session = await workspace.whole()
    return session.ok ? use(session.value) : session
  }

  async function opened(
    path: string | undefined,
    create: boolean,
    name?: string,
  ): Promise<Answer<WorkspacePayload | null>> {
    if (path === undefined) return ok(null)
    const session = await (create ? workspace.create(path, name) : workspace.open(path))
    if (!session.ok) return session
    const shown = workspaceName(session.value)
    backUpDaily()
    // That it is among the recent ones next time is not worth a wait now.
    void profile.update(now => withRecent(now, path, shown)).catch(() => undefined)
    return ok(show(session.value, path))
  }

  function show(session: WorkspaceSession, path: string): WorkspacePayload {
    if (session.unread().length === 0) excerpts.prepare(session)
    const payload = workspacePayload(session, path, annotator()?.id, workspace.library())
    if (payload.first !== undefined) workspace.shows(payload.first.document)
    return payload
  }

  const backups = lazyBackups({ ...ports, show })
  /** Edits that come while a backup is made wait behind it, so that they are done in the order in which they came. */
  let beforeRemoval = Promise.resolve()
  let dailyBackup: NodeJS.Timeout | undefined

  /** Some time after the workspace is shown, and while it stays open for days on each of them. */
  function backUpDaily(): void {
    clearTimeout(dailyBackup)
    const again = (wait: number) => {
      dailyBackup = setTimeout(() => {
        again(nextLook)
        void backups.daily()
      }, wait)
      dailyBackup.unref()
    }
    again(firstLook)
  }

  const edits = createEditHandlers({ ...ports, early: workspace.early, whole: workspace.whole, annotator })
  const excerpts = createExcerptHandlers({
    version: ports.version,
    early: workspace.early,
    whole: workspace.whole,
    annotator: () => annotator()?.id,
    apply: edits.apply,
    tell: ports.tell,
  })

  return {
    ...edits.handlers,
    ...excerpts.handlers,
    ...createReportHandlers({ ...ports, annotator, withSession }),
    ...createReviewHandlers({
      ...ports,
      annotator,
      ownIds: () => profile.read().annotators.map(({ id }) => id),
      beforeReceive: () => backups.before('receive'),
      withSession,
    }),
    ...createAgreementHandlers({ ...ports, withSession }),
    ...createGoldHandlers({ ...ports, annotator, withSession }),
    ...backups.handlers,
    ...createImportHandlers({ ...ports, withSession, beforeMany: () => backups.before('import') }),
    ...createVersionHandlers({ ...ports, annotator, withSession }),
    ...createDraftHandlers(draftsIn(ports.userFolder), () => workspace.early()?.state().workspace),
    'edit.apply': async request => {
      const removed = request.edit.acts.filter(act => act.do.startsWith('remove')).length
      if (removed > many) beforeRemoval = beforeRemoval.then(() => backups.before('bulk-delete'))
      await beforeRemoval
      return edits.handlers['edit.apply'](request)
    },
    'app.info': async () => ok(info()),
    'app.set-annotator': async ({ name }) => {
      await nameAnnotator(profile, name, ports.ids)
      return ok(info())
    },
    'app.act-as': ({ annotator: id }) =>
      withSession(async session => {
        const known = knownAnnotators(session).find(one => one.id === id && one.what === 'person')
        const path = workspace.root()
        if (known === undefined || path === undefined) return problem('unknown-annotator', { annotator: id })
        await takeOver(profile, known)
        return ok({ info: info(), workspace: show(session, path) })
      }),
    'app.set-theme': async ({ theme }) => {
      await profile.update(now => ({ ...now, theme }))
      nativeTheme.themeSource = theme
      return ok(info())
    },
    'app.set-preferences': async ({ preferences }) => {
      await profile.update(now => withPreferences(now, preferences))
      return ok(info())
    },
    'app.set-menu': async ({ menus }) => {
      setApplicationMenu(process.platform, menus, name => ports.tell('command', { name }))
      return ok(null)
    },
    'app.window': async ({ act }) => {
      const window = ports.window()
      if (act === 'minimise') window?.minimize()
      else if (act === 'close') window?.close()
      else if (window?.isMaximized() === true) window.unmaximize()
      else window?.maximize()
      return ok(null)
    },
    'app.ready-to-close': async ({ saved }) => {
      ports.closing.answered()
      if (saved || (await dialogs.mayLoseUnsaved())) ports.closing.now()
      return ok(null)
    },
    'app.open-external': async ({ url }) => {
      await safeOpenExternal(url, dialogs)
      return ok(null)
    },
    'workspace.open': async ({ path }) => opened(path ?? (await dialogs.folderToOpen()), false),
    'workspace.create': async ({ path, name }) => opened(path ?? (await dialogs.folderToCreate()), true, name),
    'workspace.save-copy': () =>
      withSession(async session => {
        const path = await dialogs.folderForCopy()
        if (path === undefined) return ok(null)
        const saved = await saveCopy(session, workspace.root() ?? '', path)
        return saved.ok ? ok({ path, ...saved.value }) : saved
      }),
    'workspace.read': () =>
      withSession(session => {
        excerpts.prepare(session)
        return ok(null)
      }),
    'workspace.documents': () => withSession(session => ok(session.rows(annotator()?.id))),
    'document.open': async ({ document }) => {
      const session = workspace.early()
      if (session === undefined) return problem('no-workspace')
      const ready = await session.ready([document])
      if (!ready.ok) return ready
      const payload = documentPayload(session, document)
      workspace.shows(document)
      // Somebody else may have made another text current; the window has the document by then.
      setImmediate(
        () => void tellingChanges(session, ports.tell, () => carryCurrent(session, ports, document, annotator())),
      )
      return payload === undefined ? problem('unknown-document', { document }) : ok(payload)
    },
    'documents.search': ({ text }) => withSession(session => ok(findInTexts(session, text))),
    'document.holders': ({ document }) =>
      withSession(session =>
        ok(holdersOf(session.state().scopes.get(documentScope(document)) ?? emptyScope, annotatorNames(session))),
      ),
    'registers.uses': question => withSession(session => ok(registerUses(session, annotator()?.id, question))),
    'excerpts.export': ({ format, documents, raw, choice }) =>
      withSession(async session => {
        const place = await dialogs.placeToExport(`${workspaceName(session)}.${format}`, format)
        if (place === undefined) return ok(null)
        const exported = exportExcerpts(session, {
          format,
          version: ports.version,
          ...(documents === undefined ? {} : { documents }),
          ...(choice === undefined ? {} : { annotations: excerpts.chosen(session, choice) }),
          raw: raw === true,
        })
        if (!exported.ok) return exported
        const written = await ports.files.write(place, exported.value.bytes)
        if (!written.ok) return written
        const { rows, by, losses } = exported.value
        return ok({ path: place, rows, by, losses })
      }),
  }
}
