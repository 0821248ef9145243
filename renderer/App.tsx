import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppInfo } from '#app/contract/values'
import { Notice } from './components/Notice'
import type { EditorHandle } from './editor/Editor'
import { FirstRun } from './features/first-run/FirstRun'
import { ImportInvitation } from './features/first-run/ImportInvitation'
import { DropVeil } from './features/import/DropVeil'
import { AppShell } from './features/shell/AppShell'
import { usePanes } from './features/shell/use-panes'
import { problemWords } from './features/words/problem-words'
import { Inspector } from './Inspector'
import { Library } from './Library'
import { Reader } from './Reader'
import { StatusLine } from './StatusLine'
import type { AppModel } from './state/app-model'
import { type CommandName, commandOf, createCommands } from './state/commands'
import { useSelected } from './state/store'
import { setTheme } from './theme/set-theme'
import { useDrop } from './use-drop'
import { WindowTitle } from './WindowTitle'

// Dialogs are loaded when they are asked for: no start waits for them.
const ImportReport = lazy(async () => ({ default: (await import('./features/import/ImportReport')).ImportReport }))
const SettingsDialog = lazy(async () => ({
  default: (await import('./features/settings/SettingsDialog')).SettingsDialog,
}))

/** The whole window: joins the state to the panes. */
export function App({ model }: { readonly model: AppModel }) {
  const state = useSelected(model.store, current => current)
  const panes = usePanes()
  const editor = useRef<EditorHandle>(null)
  const latestPanes = useRef(panes)
  latestPanes.current = panes
  const commands = useMemo(
    () =>
      createCommands({
        ...model,
        panes: {
          toggleLibrary: () => latestPanes.current.toggleLibrary(),
          toggleInspector: () => latestPanes.current.toggleInspector(),
          showInspector: () => latestPanes.current.showInspector(),
        },
        setTheme: theme => void model.setTheme(theme),
        focusText: () => editor.current?.focus(),
        closeWindow: () => void model.machine.call('app.window', { act: 'close' }),
      }),
    [model],
  )
  const run = useCallback((name: CommandName) => commands[name](), [commands])
  useEffect(
    () => setTheme(document.documentElement, state.info?.theme ?? 'system', state.dark),
    [state.info, state.dark],
  )
  useWindowKeys(run)
  useEffect(
    () => model.machine.subscribe('command', ({ name }) => name in commands && run(name as CommandName)),
    [model, commands, run],
  )
  const dropping = useDrop(paths => void model.open.importFiles(paths), model.machine)

  const { workspace, info, notice, importing, dialog } = state
  if (info === undefined) return null
  const closeDialog = () => model.store.set(now => ({ ...now, dialog: undefined, importing: undefined }))
  return (
    <>
      <AppShell
        panes={panes}
        announcement={state.announcement}
        titleBar={<WindowTitle model={model} state={state} panes={panes} run={run} />}
        statusBar={<StatusLine model={model} state={state} />}
        notices={
          notice !== undefined &&
          workspace !== undefined && (
            <Notice tone={notice.tone === 'info' ? 'info' : 'bad'} onClose={model.dismissNotice}>
              {notice.problem === undefined ? notice.text : problemWords(notice.problem)}
            </Notice>
          )
        }
        library={
          workspace !== undefined ? (
            <Library
              model={model}
              name={workspace.name}
              documents={state.documents}
              selected={state.document?.id ?? null}
              readOnly={workspace.readOnly !== undefined}
              onImport={commands.import}
            />
          ) : undefined
        }
        inspector={state.document !== undefined ? <Inspector model={model} state={state} /> : undefined}
      >
        {workspace === undefined ? (
          <FirstRun
            annotator={info.annotator?.name ?? ''}
            recent={info.recent}
            problem={notice?.problem === undefined ? undefined : problemWords(notice.problem)}
            wanted={wantedWorkspace(info)}
            onCreate={name => void model.begin(name, () => model.open.createWorkspace())}
            onOpen={(name, path) => void model.begin(name, () => model.open.openWorkspace(path))}
          />
        ) : state.document === undefined ? (
          <ImportInvitation readOnly={workspace.readOnly !== undefined} onImport={() => run('import')} />
        ) : (
          <Reader model={model} state={state} run={run} editor={editor} panes={panes} />
        )}
      </AppShell>
      <Suspense fallback={null}>
        {dialog === 'settings' && (
          <SettingsDialog
            annotator={info.annotator?.name ?? ''}
            theme={info.theme}
            onName={name => void model.setAnnotator(name)}
            onTheme={theme => void model.setTheme(theme)}
            onClose={closeDialog}
          />
        )}
        {dialog === 'import' && importing !== undefined && (
          <ImportReport
            progress={importing.running ? importing : undefined}
            rows={importing.rows}
            headlines={new Map(state.documents.map(row => [row.id, row.headline]))}
            onCancel={model.open.cancelImport}
            onOpen={id => {
              closeDialog()
              void model.open.openDocument(id)
            }}
            onClose={closeDialog}
          />
        )}
      </Suspense>
      {dropping && <DropVeil />}
    </>
  )
}

/** Keys that work wherever the focus is; those of the text are the editor's. */
function useWindowKeys(run: (name: CommandName) => void): void {
  const [latest] = useState(() => ({ run }))
  latest.run = run
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      const command = commandOf(event, 'window')
      if (command === undefined || (inField && (command === 'undo' || command === 'redo'))) return
      event.preventDefault()
      latest.run(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [latest])
}

/** The workspace that the program was started for, unless it stands in the list of recent ones already. */
function wantedWorkspace({ workspace, recent }: AppInfo) {
  if (workspace === undefined || recent.some(({ path }) => path === workspace)) return undefined
  return { path: workspace, name: workspace.split(/[/\\]/).pop() ?? workspace }
}
