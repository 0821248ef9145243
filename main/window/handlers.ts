import { type BrowserWindow, nativeTheme } from 'electron'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { ok, problem } from '#annotations/model/result'
import type { Answer, AppInfo, WorkspacePayload } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Dialogs } from '#app/ports/dialogs'
import type { Files } from '#app/ports/files'
import type { Ids } from '#app/ports/ids'
import type { Intake } from '#app/ports/intake'
import { holdersOf } from '#app/services/document-row'
import { annotatorNames, exportExcerpts } from '#app/services/export-excerpts'
import { importDocuments } from '#app/services/import-documents'
import { registerUses } from '#app/services/register-uses'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { nameAnnotator } from '../profile/name-annotator'
import { currentIdentity, type Identity, type ProfileFile, withPreferences, withRecent } from '../profile/profile'
import type { DesktopWorkspace } from './desktop-workspace'
import { createEditHandlers } from './edit-handlers'
import { createExcerptHandlers } from './excerpt-handlers'
import { setApplicationMenu } from './menu'
import { documentPayload, workspaceName, workspacePayload } from './payloads'
import { safeOpenExternal } from './safe-open-external'
import type { Handlers, Tell } from './serve-calls'

/** How the window goes. */
export interface Closing {
  /** The page has answered: it is not closed for being silent. */
  answered(): void
  now(): void
}

export interface HandlerPorts {
  readonly version: string
  readonly profile: ProfileFile
  readonly workspace: DesktopWorkspace
  readonly window: () => BrowserWindow | undefined
  readonly tell: Tell
  readonly dialogs: Dialogs
  readonly files: Files
  readonly intake: Intake
  readonly clock: Clock
  readonly ids: Ids
  /** From the command line, told to the window once. */
  readonly wanted: { readonly workspace?: string; readonly files: readonly string[] }
  readonly closing: Closing
}

/** The desktop app's answer to every call of the contract. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { profile, workspace, dialogs } = ports
  let stopImport: AbortController | undefined

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

  async function withSession<T>(
    use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>,
  ): Promise<Answer<T>> {
    const session = workspace.session()
    return session === undefined ? problem('no-workspace') : use(session)
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
    excerpts.prepare(session.value)
    // That it is among the recent ones next time is not worth a wait now.
    void profile.update(now => withRecent(now, path, shown)).catch(() => undefined)
    return ok(workspacePayload(session.value, path, annotator()?.id))
  }

  const edits = createEditHandlers({ ...ports, session: workspace.session, annotator })
  const excerpts = createExcerptHandlers({
    version: ports.version,
    session: workspace.session,
    annotator: () => annotator()?.id,
    apply: edits.apply,
    tell: ports.tell,
  })

  return {
    ...edits.handlers,
    ...excerpts.handlers,
    'app.info': async () => ok(info()),
    'app.set-annotator': async ({ name }) => {
      await nameAnnotator(profile, name, ports.ids)
      return ok(info())
    },
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
    'workspace.documents': () => withSession(session => ok(session.rows(annotator()?.id))),
    'document.open': ({ document }) =>
      withSession(session => {
        const payload = documentPayload(session, document)
        return payload === undefined ? problem('unknown-document', { document }) : ok(payload)
      }),
    'document.holders': ({ document }) =>
      withSession(session =>
        ok(holdersOf(session.state().scopes.get(documentScope(document)) ?? emptyScope, annotatorNames(session))),
      ),
    'registers.uses': question => withSession(session => ok(registerUses(session, annotator()?.id, question))),
    'documents.import': ({ paths }) =>
      withSession(async session => {
        const chosen = paths ?? (await dialogs.filesToImport())
        const controller = new AbortController()
        stopImport = controller
        const rows = await importDocuments(session, ports, chosen, {
          signal: controller.signal,
          onProgress: (done, total, path) => ports.tell('import-progress', { done, total, path }),
        })
        return ok(rows)
      }),
    'documents.cancel-import': async () => {
      stopImport?.abort()
      return ok(null)
    },
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
        return ok({ path: place, rows: exported.value.rows, losses: exported.value.losses })
      }),
  }
}
