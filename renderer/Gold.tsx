import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import { EmptyState } from './components/EmptyState'
import { Editor, type EditorHandle } from './editor/Editor'
import { GoldQueue } from './features/review/GoldQueue'
import { GoldStrip } from './features/review/GoldStrip'
import { ReviewDocuments } from './features/review/ReviewDocuments'
import { ReviewLegend } from './features/review/ReviewLegend'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import type { GoldState } from './state/gold-state'
import { currentCase, fits, goldMarks, goldName, listedCases, openCases, shownCases } from './state/gold-view'

export interface GoldProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly gold: GoldState
}

/** Above the panes: the gold set that is made. */
export function GoldHead({ model, state, gold }: GoldProps) {
  const rows = rowsNow(state, gold)
  const sum = (of: (row: GoldState['rows'][number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  return (
    <GoldStrip
      name={gold.gold.name}
      annotators={gold.annotators.map((_, place) => goldName(state, place))}
      cases={sum(({ cases }) => cases)}
      decided={sum(({ decided }) => decided)}
      returned={sum(({ returned }) => returned)}
      withoutCase={gold.withoutCase}
      left={gold.left}
      blind={state.review.blind}
      busy={gold.busy}
      readOnly={state.workspace?.readOnly !== undefined}
      onBlind={model.review.toggleBlind}
      onAgain={() => void model.gold.again()}
      onAgreement={() => void model.agreement.ask()}
      onExport={() => void model.gold.exportList()}
      onLeave={() => model.gold.leave()}
    />
  )
}

/** The rows, that of the open document as it stands now. */
function rowsNow(state: WindowState, { rows }: GoldState): GoldState['rows'] {
  const cases = openCases(state)?.cases
  if (cases === undefined) return rows
  const count = (wanted: 'decided' | 'returned') => cases.filter(one => one.state === wanted).length
  return rows.map(row =>
    row.document === state.document?.id
      ? { ...row, cases: cases.length, decided: count('decided'), returned: count('returned') }
      : row,
  )
}

/** The documents of the gold set with how far it is in each. */
export function GoldList({ model, state, gold }: GoldProps) {
  const headlines = useMemo(() => new Map(state.documents.map(row => [row.id, row.headline])), [state.documents])
  return (
    <ReviewDocuments
      title="To adjudicate"
      documents={rowsNow(state, gold).map(({ document, cases, decided, returned }) => ({
        id: document,
        headline: headlines.get(document) ?? document,
        words:
          returned > 0
            ? `${decided} decided, ${returned} changed since`
            : `${decided} decided, ${cases - decided} open`,
        cases,
        settled: decided,
      }))}
      selected={state.document?.id}
      onOpen={id => void model.gold.openDocument(id)}
    />
  )
}

export interface GoldTextProps extends GoldProps {
  readonly editor: RefObject<EditorHandle | null>
  readonly onKey: (event: KeyboardEvent, place: 'review') => boolean
}

/** The open text with what the gold set has, solid, and what is to be decided, dashed. */
export function GoldText({ model, state, gold, editor, onKey }: GoldTextProps) {
  const { reveal } = state
  useEffect(() => {
    if (reveal !== undefined) editor.current?.scrollToOffset(reveal.range.start, { flash: true })
  }, [reveal, editor])
  useOpenFirst(model, state, gold)
  const found = openCases(state)
  const marks = goldMarks(state)
  const labels = marks?.labels
  const labelOf = useCallback((id: string) => labels?.get(id), [labels])
  if (found === undefined || marks === undefined) {
    return (
      <main className="pm-pane" aria-label="Document">
        <EmptyState title="Nothing to adjudicate in this document">
          Fewer than two of the annotators have done it, or no text has the annotations of all who did.
        </EmptyState>
      </main>
    )
  }
  const headline = state.documents.find(({ id }) => id === state.document?.id)?.headline ?? ''
  return (
    <main className="pm-pane pm-reader" aria-label="Document">
      <ReviewLegend source={headline} own={gold.gold.name} their={['To decide']} />
      <Editor
        ref={editor}
        revision={found.revision}
        annotations={marks.annotations}
        theirs={marks.theirs}
        sides
        activeId={state.active}
        labelOf={labelOf}
        onSelection={() => undefined}
        onActivate={id => {
          if (id === null) model.marks.activate(null)
          else model.gold.goToMark(id)
        }}
        onKey={event => onKey(event, 'review')}
      />
    </main>
  )
}

/** The cases of the open document. */
export function GoldCases({ model, state, gold }: GoldProps) {
  useGoOn(model, state, gold)
  const all = openCases(state)?.cases ?? []
  const count = (filter: GoldState['filter']) => all.filter(one => fits(one, filter)).length
  return (
    <GoldQueue
      cases={shownCases(state)}
      counts={{ open: count('open'), returned: count('returned'), decided: count('decided'), all: all.length }}
      filter={gold.filter}
      current={gold.current}
      choice={gold.choice}
      busy={gold.busy}
      readOnly={state.workspace?.readOnly !== undefined}
      onFilter={filter => model.gold.filterBy(filter)}
      onChoose={key => model.gold.go(key)}
      onStep={by => model.gold.step(by)}
      onPick={choice => model.gold.choose(choice)}
      onDecide={why => void model.gold.decide(why)}
    />
  )
}

/** Where cases are gone through and the one that was looked at is decided, or none is yet, the first that is left is. */
function useGoOn(model: AppModel, state: WindowState, { filter, busy }: GoldState): void {
  const isAsked = filter === 'open' && !busy && currentCase(state) === undefined
  const next = isAsked ? listedCases(state)[0]?.key : undefined
  useEffect(() => {
    if (next !== undefined) model.gold.go(next)
  }, [model, next])
}

/** Where the open document is none of the gold set's, its first one with something to decide is opened. */
function useOpenFirst(model: AppModel, state: WindowState, { rows }: GoldState): void {
  const first = rows.find(({ cases, decided }) => decided < cases) ?? rows[0]
  const isListed = rows.some(({ document }) => document === state.document?.id)
  useEffect(() => {
    if (!isListed && first !== undefined) void model.gold.openDocument(first.document)
  }, [model, isListed, first])
}
