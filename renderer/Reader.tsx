import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { emptyScope } from '#annotations/changes/journal'
import { type AnchorState, targetOf } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { metaText, publishedOf } from '#annotations/model/release'
import { Editor, type EditorHandle } from './editor/Editor'
import { EndMark } from './features/read/EndMark'
import { OverlapChooser } from './features/read/OverlapChooser'
import type { ViewBox } from './features/read/place-toolbar'
import { ReaderHeader } from './features/read/ReaderHeader'
import { RoleMenu } from './features/read/RoleMenu'
import { SelectionToolbar } from './features/read/SelectionToolbar'
import type { Panes } from './features/shell/use-panes'
import { ChoosePlace } from './features/text-changed/ChoosePlace'
import { EarlierVersion } from './features/versions/EarlierVersion'
import { shownDate } from './features/words/dates'
import { anchorQueue } from './state/anchor-queue'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import type { CommandName } from './state/commands'
import { listedAnnotations } from './state/inspector-view'
import { labelsOf } from './state/mark-labels'
import { readAnnotations, readStates, theirMarks } from './state/own-marks'
import { activeMark, isSelectionMarked, openRelease, openScope, registerOf, shownRevision } from './state/selectors'
import { isEarlierShown, shownVersions } from './state/version-state'

export interface ReaderProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly run: (name: CommandName) => void
  readonly onTextKey: (event: KeyboardEvent) => boolean
  readonly editor: RefObject<EditorHandle | null>
  readonly panes: Panes
  /** The words whose place is being selected in the text; nothing else is done there meanwhile. */
  readonly toPlace?: string | undefined
}

/** The reading pane: header, text with its marks, toolbar near the selection. */
export function Reader({ model, state, run, onTextKey, editor, panes, toPlace }: ReaderProps) {
  const revision = shownRevision(state)
  const pane = useRef<HTMLElement>(null)
  const earlier = isEarlierShown(state)
  const readOnly = state.workspace?.readOnly !== undefined || earlier || toPlace !== undefined
  const [choice, setChoice] = useState<Choice | undefined>(undefined)
  const [role, setRole] = useState<{ readonly block: number; readonly near: DOMRect } | undefined>(undefined)
  const labelOf = useLabels(state)
  useReveal(state, editor)
  if (revision === undefined) return null
  const release = openRelease(state)
  const active = activeMark(state)
  const mine = active !== undefined && active.author === state.info?.annotator?.id
  const published = release === undefined ? undefined : publishedOf(release)?.date
  const dated = revision.blocks.some(({ role }) => role === 'dateline' || role === 'release-line')
  const living = state.documents.filter(row => !row.deleted)
  const at = living.findIndex(row => row.id === state.document?.id)
  const neighbour = (index: number) => {
    const row = at < 0 ? undefined : living[index]
    return row === undefined ? undefined : () => void model.open.openDocument(row.id)
  }
  const versions = shownVersions(state)
  const shown = versions.find(({ isShown }) => isShown)
  return (
    <main className="pm-pane pm-reader" aria-label="Document" ref={pane}>
      <ReaderHeader
        issuer={release === undefined ? undefined : metaText(release, 'issuer')}
        published={published}
        version={shown?.n ?? 1}
        anchors={anchorTotal(state)}
        onPrevious={neighbour(at - 1)}
        onNext={neighbour(at + 1)}
        onLibrary={panes.toggleLibrary}
        onInspector={panes.toggleInspector}
      />
      {toPlace !== undefined && (
        <ChoosePlace
          words={toPlace}
          selected={state.selection !== null}
          onPlace={model.anchors.placeHere}
          onBack={model.anchors.stopChoosing}
        />
      )}
      {earlier && shown !== undefined && (
        <EarlierVersion n={shown.n} of={versions.length} onCurrent={model.versions.showCurrent} />
      )}
      <Editor
        ref={editor}
        revision={revision}
        annotations={readAnnotations(state)}
        theirs={theirMarks(state)}
        activeId={state.active}
        onSelection={model.marks.select}
        labelOf={labelOf}
        date={published === undefined || dated ? undefined : shownDate(published)}
        onActivate={model.marks.activate}
        onChoose={(ids, near) => setChoice({ ids, near })}
        onRole={readOnly ? undefined : (block, near) => setRole({ block, near })}
        onResize={mine && !readOnly ? model.marks.moveEdge : undefined}
        onViewport={({ text }) => model.trail.see(text)}
        onKey={onTextKey}
      >
        <EndMark source={revision.source?.name} characters={revision.text.length} />
      </Editor>
      {role !== undefined && (
        <RoleMenu
          role={revision.blocks[role.block]?.role}
          near={role.near}
          onChoose={chosen => {
            setRole(undefined)
            editor.current?.focus()
            model.documents.setRole(role.block, chosen)
          }}
          onClose={() => {
            setRole(undefined)
            editor.current?.focus()
          }}
        />
      )}
      {choice !== undefined && pane.current !== null && (
        <OverlapChooser
          annotations={chosenFrom(state, choice.ids)}
          active={state.active}
          near={choice.near}
          pane={pane.current.getBoundingClientRect()}
          onChoose={id => {
            setChoice(undefined)
            model.marks.goTo(id)
            editor.current?.focus()
          }}
          onClose={() => {
            setChoice(undefined)
            editor.current?.focus()
          }}
        />
      )}
      {state.selection !== null && !isSelectionMarked(state) && choice === undefined && !readOnly && (
        <PlacedToolbar
          state={state}
          editor={editor}
          pane={pane}
          active={mine ? active.annotation.kind : undefined}
          onMark={kind => run(`mark-${kind}`)}
          onTag={() => run('add-tag')}
          onPart={part => void model.marks.addSelection(part)}
        />
      )}
    </main>
  )
}

/** Annotations at one place that are to be chosen from. */
interface Choice {
  readonly ids: readonly AnnotationId[]
  readonly near: ViewBox
}

function chosenFrom(state: WindowState, ids: readonly AnnotationId[]) {
  const rows = listedAnnotations(state)
  return ids.flatMap(id => rows.at(rows.placeOf(id)) ?? [])
}

/** The margin labels; the same function while no annotation and no name has changed. */
function useLabels(state: WindowState) {
  const scope = openScope(state) ?? emptyScope
  const revision = state.document?.revision ?? ''
  const speakers = registerOf(state.queue.current, 'speakers')
  const codebook = registerOf(state.queue.current, 'codebook')
  const annotators = registerOf(state.queue.current, 'annotators')
  const theirs = theirMarks(state)
  return useMemo(
    () => labelsOf(scope, revision, { speakers, codebook, annotators, theirs }),
    [scope, revision, speakers, codebook, annotators, theirs],
  )
}

const worstFirst: readonly AnchorState[] = ['lost', 'undecided', 'moved', 'kept', 'exact']

/** How the annotations stand in the text. What is lost has no mark; in the current text it counts all the same. */
function anchorTotal(state: WindowState) {
  const states = { ...readStates(state) }
  for (const { placement } of isEarlierShown(state) ? [] : (anchorQueue(state)?.items ?? [])) {
    if (targetOf(placement).length === 0) states[placement.state] += 1
  }
  const total = Object.values(states).reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  return { exact: states.exact, total, worst: worstFirst.find(one => states[one] > 0) ?? ('exact' as const) }
}

type PlacedToolbarProps = Omit<Parameters<typeof SelectionToolbar>[0], 'selection' | 'pane'> & {
  readonly state: WindowState
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
    // A message above the text moves it.
    const resized = new ResizeObserver(measure)
    if (element !== null) resized.observe(element)
    return () => {
      element?.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
      resized.disconnect()
    }
  }, [selection, editor, pane])
  return boxes === undefined ? null : <SelectionToolbar {...boxes} {...rest} />
}

/** Brings what was asked for into view. */
function useReveal(state: WindowState, editor: RefObject<EditorHandle | null>): void {
  const { reveal } = state
  useEffect(() => {
    if (reveal === undefined) return
    const { start } = reveal.range
    if (reveal.withCaret === true) editor.current?.select({ start, end: start })
    editor.current?.scrollToOffset(start, { flash: true })
  }, [reveal, editor])
}
