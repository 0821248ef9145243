import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { ownFieldsOf } from '#annotations/model/own-fields'
import type { AppInfo, PaneLayout, Preferences } from '#app/contract/values'
import { CommandDialogs } from './CommandDialogs'
import { Button } from './components/Button'
import { KeysInUse } from './components/keys-in-use'
import { Notice } from './components/Notice'
import { useLoaded } from './components/use-loaded'
import type { WriterControl } from './EditText'
import type { EditorHandle } from './editor/Editor'
import { reportSentence } from './features/files/report-words'
import { FirstRun } from './features/first-run/FirstRun'
import { ImportInvitation } from './features/first-run/ImportInvitation'
import { DropVeil } from './features/import/DropVeil'
import { AppShell } from './features/shell/AppShell'
import { usePanes } from './features/shell/use-panes'
import { problemWords } from './features/words/problem-words'
import { DraftOffer } from './features/writing/DraftOffer'
import { Inspector } from './Inspector'
import { Library } from './Library'
import { LibraryQuestions } from './LibraryQuestions'
import { Reader } from './Reader'
import { ReadView } from './ReadView'
import { StatusLine } from './StatusLine'
import type { AppModel } from './state/app-model'
import { type AppState, isReviewDialog, windowStateOf } from './state/app-state'
import { keysInUse } from './state/key-bindings'
import { namesakesOf } from './state/namesakes'
import { registerOf } from './state/selectors'
import { useSelected } from './state/store'
import { setReading } from './theme/set-reading'
import { setTheme } from './theme/set-theme'
import { useAfterPaint } from './use-after-paint'
import { useChoosingKeys } from './use-choosing-keys'
import { useCommands } from './use-commands'
import { useDrop } from './use-drop'
import { WindowTitle } from './WindowTitle'

/** Loaded when nothing else is to be done: no start waits for it, and the view does not wait either. */
const loadExcerpts = () => import('./Excerpts')
/** Loaded when a text is first written on. */
const loadEditText = () => import('./EditText')
const loadTextChanged = () => import('./TextChanged')
const loadReview = () => import('./Reviewing')
// Dialogs are loaded when they are asked for: no start waits for them.
const ReviewDialogs = lazy(async () => ({ default: (await import('./ReviewDialogs')).ReviewDialogs }))
const Codebook = lazy(async () => ({ default: (await import('./Codebook')).Codebook }))
const Speakers = lazy(async () => ({ default: (await import('./Speakers')).Speakers }))
const Backups = lazy(async () => ({ default: (await import('./Backups')).Backups }))
const Namesakes = lazy(async () => ({ default: (await import('./Namesakes')).Namesakes }))
const DamagedFiles = lazy(async () => ({ default: (await import('./DamagedFiles')).DamagedFiles }))
const Compare = lazy(async () => ({ default: (await import('./Compare')).Compare }))
const OwnFields = lazy(async () => ({ default: (await import('./OwnFields')).OwnFields }))
const VersionDialog = lazy(async () => ({ default: (await import('./features/versions/VersionDialog')).VersionDialog }))
const ImportCheck = lazy(async () => ({ default: (await import('./ImportCheck')).ImportCheck }))
const ImportReport = lazy(async () => ({ default: (await import('./features/import/ImportReport')).ImportReport }))

/** The whole window: joins the state to the panes. */
export function App({ model }: { readonly model: AppModel }) {
  const state = useSelected(
    model.store,
    useMemo(() => windowStateOf(), []),
  )
  const preferences = state.info?.preferences ?? noPreferences
  const panes = usePanes(preferences.panes?.[state.view] ?? usualLayouts[state.view], layout =>
    model.preferences.set({ panes: { ...preferences.panes, [state.view]: layout } }),
  )
  const editor = useRef<EditorHandle>(null)
  const writer = useRef<WriterControl>(null)
  const reviewEditor = useRef<EditorHandle>(null)
  const [typed, setTyped] = useState('')
  const { run, bindings, text, onTextKey } = useCommands(model, panes, editor, writer, wanted => {
    setTyped(wanted)
    model.store.set(now => ({ ...now, dialog: 'palette' }))
  })
  useEffect(
    () => setTheme(document.documentElement, state.info?.theme ?? 'system', state.dark),
    [state.info, state.dark],
  )
  useEffect(() => setReading(document.documentElement, preferences), [preferences])
  const usedKeys = useMemo(() => keysInUse(bindings, state.info?.platform === 'darwin'), [bindings, state.info])
  const dropping = useDrop(paths => void model.imports.importFiles(paths), model.machine)

  const { workspace, info, notice, importing, dialog } = state
  // The text is painted first; the panes beside it come a frame later, in the room that is kept for them.
  const beside = useAfterPaint(info !== undefined)
  const excerpts = useLoaded(loadExcerpts, state.view === 'excerpts')
  const workspaceId = workspace?.id
  const isRead = excerpts !== undefined && state.reading === undefined
  useEffect(() => {
    if (isRead && workspaceId !== undefined) model.excerpts.prepare()
  }, [isRead, workspaceId, model])
  const editText = useLoaded(loadEditText, state.writing !== undefined)
  const writing = editText === undefined ? undefined : state.writing
  const documentId = state.document?.id
  useEffect(() => {
    if (beside && documentId !== undefined) void model.writing.look(documentId)
  }, [beside, documentId, model])
  const changed = useLoaded(loadTextChanged, state.view === 'changed')
  const onChoosing = useChoosingKeys(model, run, bindings)
  const review = useLoaded(loadReview, state.view === 'review')
  const reviewing = state.view === 'review' && workspace !== undefined ? review : undefined
  if (info === undefined) return null
  const toPlace = changed?.wordsToPlace(state)
  const closeDialog = () =>
    model.store.set(now => ({ ...now, dialog: undefined, importing: undefined, checking: undefined }))
  return (
    <KeysInUse value={usedKeys}>
      <AppShell
        panes={panes}
        announcement={state.announcement}
        titleBar={<WindowTitle model={model} state={state} panes={panes} run={run} bindings={bindings} />}
        view={state.view}
        strip={reviewing !== undefined && <reviewing.ReviewingHead model={model} state={state} />}
        statusBar={<StatusLine model={model} state={state} bindings={bindings} place={reviewing?.reviewPlace(state)} />}
        notices={
          workspace === undefined ? undefined : notice === undefined ? (
            state.draft !== undefined &&
            state.view === 'read' && (
              <DraftOffer onGoOn={model.writing.resume} onDrop={() => void model.writing.discard()} />
            )
          ) : (
            <Notice
              tone={notice.tone === 'info' ? (notice.files === true ? 'warn' : 'info') : 'bad'}
              action={
                notice.files === true && (
                  <Button size="sm" onPress={() => run('files-report')}>
                    Show report
                  </Button>
                )
              }
              onClose={model.dismissNotice}
            >
              {notice.files === true
                ? reportSentence(state.reports, state.damaged, state.copies)
                : notice.problem === undefined
                  ? notice.text
                  : problemWords(notice.problem)}
            </Notice>
          )
        }
        library={
          workspace !== undefined && !beside ? (
            <div className="pm-pane" />
          ) : workspace !== undefined && state.view === 'excerpts' ? (
            excerpts !== undefined && <excerpts.ExcerptFilters model={model} />
          ) : workspace !== undefined && state.view === 'changed' ? (
            changed !== undefined && <changed.ChangedQueue model={model} state={state} />
          ) : workspace !== undefined && state.view === 'review' ? (
            reviewing !== undefined && <reviewing.ReviewingList model={model} state={state} />
          ) : workspace !== undefined ? (
            <Library
              model={model}
              name={workspace.name}
              documents={state.documents}
              reading={state.reading}
              fields={ownFieldsOf(registerOf(state.queue.current, 'codebook'))}
              selected={state.document?.id ?? null}
              readOnly={workspace.readOnly !== undefined}
              onImport={() => run('import')}
            />
          ) : undefined
        }
        inspector={
          reviewing !== undefined ? (
            <reviewing.ReviewingQueue model={model} state={state} />
          ) : state.document !== undefined && state.view === 'read' ? (
            editText !== undefined && writing !== undefined ? (
              <editText.EditOutcome state={state} writing={writing} control={writer} />
            ) : beside ? (
              <Inspector model={model} state={state} />
            ) : (
              <div className="pm-pane" />
            )
          ) : state.view === 'changed' && changed !== undefined ? (
            <changed.ChangedDecision model={model} state={state} />
          ) : undefined
        }
      >
        {workspace !== undefined && excerpts !== undefined && state.view === 'excerpts' && (
          <excerpts.Excerpts model={model} panes={panes} />
        )}
        {changed !== undefined && state.view === 'changed' && toPlace === undefined && (
          <changed.ChangedTexts model={model} state={state} panes={panes} />
        )}
        {reviewing !== undefined && (
          <reviewing.ReviewingText model={model} state={state} editor={reviewEditor} onKey={onTextKey} />
        )}
        <ReadView state={state} editor={editor} onBack={() => void model.trail.go('back')}>
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
            <ImportInvitation
              readOnly={workspace.readOnly !== undefined}
              onImport={() => run('import')}
              onPaste={() => run('paste-document')}
            />
          ) : editText !== undefined && writing !== undefined ? (
            <editText.EditText model={model} writing={writing} control={writer} onTextKey={onTextKey} />
          ) : (
            <Reader
              model={model}
              state={state}
              run={run}
              onTextKey={toPlace === undefined ? onTextKey : onChoosing}
              editor={editor}
              panes={panes}
              toPlace={toPlace}
            />
          )}
        </ReadView>
      </AppShell>
      <Suspense fallback={null}>
        <CommandDialogs
          model={model}
          state={state}
          panes={panes}
          text={text}
          run={run}
          bindings={bindings}
          typed={typed}
        />
        <LibraryQuestions model={model} state={state} />
        {workspace !== undefined && isReviewDialog(dialog) && (
          <ReviewDialogs model={model} state={state} dialog={dialog} onClose={model.bundles.cancel} />
        )}
        {dialog === 'codebook' && workspace !== undefined && (
          <Codebook model={model} state={state} onClose={closeDialog} />
        )}
        {dialog === 'own-fields' && workspace !== undefined && (
          <OwnFields model={model} state={state} onClose={closeDialog} />
        )}
        {dialog === 'compare' && <Compare state={state} onClose={closeDialog} />}
        {dialog === 'speakers' && workspace !== undefined && (
          <Speakers model={model} state={state} onClose={closeDialog} />
        )}
        {dialog === 'backups' && workspace !== undefined && (
          <Backups model={model} state={state} onClose={closeDialog} />
        )}
        {dialog === 'files' && workspace !== undefined && (
          <DamagedFiles model={model} state={state} onClose={closeDialog} />
        )}
        {dialog === 'version' && state.version !== undefined && (
          <VersionDialog
            version={state.version}
            headline={state.documents.find(row => row.id === state.version?.document)?.headline ?? ''}
            onAdd={() => void model.versions.add()}
            onClose={model.versions.cancel}
            onOpen={id => {
              model.versions.cancel()
              void model.open.openDocument(id)
            }}
          />
        )}
        {dialog === undefined && namesakesOf(state).length > 0 && <Namesakes model={model} state={state} />}
        {dialog === 'import' && importing !== undefined && (
          <ImportReport
            running={importing.running}
            rows={importing.rows}
            headlines={new Map(state.documents.map(row => [row.id, row.headline]))}
            onCancel={model.imports.cancel}
            onRetry={model.imports.retry}
            onCheck={model.documents.check}
            checked={state.checking}
            check={state.checking === undefined ? undefined : <ImportCheck model={model} state={state} />}
            onImport={model.imports.importMore}
            onOpen={id => {
              closeDialog()
              void model.open.openDocument(id)
            }}
            onClose={closeDialog}
          />
        )}
      </Suspense>
      {dropping && <DropVeil />}
    </KeysInUse>
  )
}

const noPreferences: Preferences = {}
const usualLayouts: { readonly [View in AppState['view']]: PaneLayout } = {
  read: {},
  excerpts: { library: 232 },
  changed: { library: 296 },
  review: { library: 220, inspector: 400 },
}

/** The workspace that the program was started for, unless it stands in the list of recent ones already. */
function wantedWorkspace({ workspace, recent }: AppInfo) {
  if (workspace === undefined || recent.some(({ path }) => path === workspace)) return undefined
  return { path: workspace, name: workspace.split(/[/\\]/).pop() ?? workspace }
}
