import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { AnchorState } from '#annotations/model/annotation'
import { metaText, publishedOf } from '#annotations/model/release'
import { Editor, type EditorHandle } from './editor/Editor'
import { EndMark } from './features/read/EndMark'
import type { ViewBox } from './features/read/place-toolbar'
import { ReaderHeader } from './features/read/ReaderHeader'
import { SelectionToolbar } from './features/read/SelectionToolbar'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import type { AppState } from './state/app-state'
import { type CommandName, commandOf } from './state/commands'
import { activeMark, annotationsOf, openMarks, openRelease, shownRevision } from './state/selectors'

export interface ReaderProps {
  readonly model: AppModel
  readonly state: AppState
  readonly run: (name: CommandName) => void
  readonly editor: RefObject<EditorHandle | null>
  readonly panes: Panes
}

/** The reading pane: header, text with its marks, toolbar near the selection. */
export function Reader({ model, state, run, editor, panes }: ReaderProps) {
  const revision = shownRevision(state.document)
  const marks = openMarks(state)
  const pane = useRef<HTMLElement>(null)
  const readOnly = state.workspace?.readOnly !== undefined
  useReveal(state, editor)
  if (revision === undefined) return null
  const release = openRelease(state)
  const active = activeMark(state)
  const mine = active !== undefined && active.author === state.info?.annotator?.id
  const living = state.documents.filter(row => !row.deleted)
  const at = living.findIndex(row => row.id === state.document?.id)
  const neighbour = (index: number) => {
    const row = at < 0 ? undefined : living[index]
    return row === undefined ? undefined : () => void model.open.openDocument(row.id)
  }
  const states = marks.map(({ annotation }) => annotation.placements.get(revision.id)?.state ?? 'exact')
  return (
    <main className="pm-pane pm-reader" aria-label="Document" ref={pane}>
      <ReaderHeader
        issuer={release === undefined ? undefined : metaText(release, 'issuer')}
        published={release === undefined ? undefined : publishedOf(release)?.date}
        version={Math.max(1, (state.document?.revisions ?? []).findIndex(item => item.id === revision.id) + 1)}
        anchors={anchorTotal(states)}
        onPrevious={neighbour(at - 1)}
        onNext={neighbour(at + 1)}
        onLibrary={panes.toggleLibrary}
        onInspector={panes.toggleInspector}
      />
      <Editor
        ref={editor}
        revision={revision}
        annotations={annotationsOf(marks)}
        activeId={state.active}
        onSelection={model.marks.select}
        onActivate={model.marks.activate}
        onKey={event => {
          const command = commandOf(event, 'text')
          if (command === undefined) return false
          run(command)
          return true
        }}
      >
        <EndMark source={revision.source?.name} characters={revision.text.length} />
      </Editor>
      {state.selection !== null && !readOnly && (
        <PlacedToolbar
          state={state}
          editor={editor}
          pane={pane}
          active={mine ? active.annotation.kind : undefined}
          onMark={kind => void model.marks.mark(kind)}
          onTag={() => run('add-tag')}
          onPart={part => void model.marks.addSelection(part)}
        />
      )}
    </main>
  )
}

const worstFirst: readonly AnchorState[] = ['lost', 'undecided', 'moved', 'kept', 'exact']

function anchorTotal(states: readonly AnchorState[]) {
  if (states.length === 0) return undefined
  const worst = worstFirst.find(state => states.includes(state)) ?? 'exact'
  return { exact: states.filter(state => state === 'exact').length, total: states.length, worst }
}

type PlacedToolbarProps = Omit<Parameters<typeof SelectionToolbar>[0], 'selection' | 'pane'> & {
  readonly state: AppState
  readonly editor: RefObject<EditorHandle | null>
  readonly pane: RefObject<HTMLElement | null>
}

/** The selection toolbar where the selection is drawn; it goes along when the text scrolls. */
function PlacedToolbar({ state, editor, pane, ...rest }: PlacedToolbarProps) {
  const [boxes, setBoxes] = useState<{ selection: ViewBox; pane: ViewBox } | undefined>(undefined)
  const { selection } = state
  useLayoutEffect(() => {
    const measure = () => {
      const box = selection === null ? null : (editor.current?.rectOf(selection) ?? null)
      const frame = pane.current?.getBoundingClientRect()
      setBoxes(box === null || frame === undefined ? undefined : { selection: box, pane: frame })
    }
    measure()
    const element = pane.current
    element?.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      element?.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
  }, [selection, editor, pane])
  return boxes === undefined ? null : <SelectionToolbar {...boxes} {...rest} />
}

/** Brings what was asked for into view. */
function useReveal(state: AppState, editor: RefObject<EditorHandle | null>): void {
  const { reveal } = state
  useEffect(() => {
    if (reveal !== undefined) editor.current?.scrollToOffset(reveal.range.start, { flash: true })
  }, [reveal, editor])
}
