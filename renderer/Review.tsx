import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import { headlineOf, metaText, publishedOf } from '#annotations/model/release'
import type { Differences, DifferenceType } from '#annotations/review/differences'
import { Button } from './components/Button'
import { EmptyState } from './components/EmptyState'
import { Editor, type EditorHandle } from './editor/Editor'
import { DifferenceQueue } from './features/review/DifferenceQueue'
import { type ReviewDocument, ReviewDocuments } from './features/review/ReviewDocuments'
import { ReviewFigure } from './features/review/ReviewFigure'
import { ReviewLegend } from './features/review/ReviewLegend'
import { ReviewStrip } from './features/review/ReviewStrip'
import type { ReviewCase } from './features/review/review-values'
import { shortName } from './features/review/review-words'
import { shownDate } from './features/words/dates'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { caseLabels, shownCases } from './state/review-cases'
import { figureWords, openFigures } from './state/review-figures'
import {
  colleagueLetter,
  colleagueOf,
  colleaguesOf,
  openCases,
  openDifferences,
  reviewMarks,
  reviewName,
} from './state/review-view'
import { openRelease, shownRevision } from './state/selectors'

export interface ReviewProps {
  readonly model: AppModel
  readonly state: WindowState
}

/** Above the panes: the colleague, what is compared, and what comes and goes. */
export function ReviewHead({ model, state }: ReviewProps) {
  const { overview, blind } = state.review
  const differences = openDifferences(state)
  const all = differences === undefined ? 0 : differences.alike + differences.cases.length
  const { mine = 0, theirs = 0 } = differences?.leftOut ?? {}
  const figures = openFigures(state)
  return (
    <ReviewStrip
      colleagues={(overview?.colleagues ?? []).map(one => ({ ...one, shown: reviewName(state, one.id) }))}
      theirs={overview?.theirs}
      also={overview?.also ?? []}
      blind={blind}
      readOnly={state.workspace?.readOnly !== undefined}
      onChoose={model.review.choose}
      onToggle={model.review.toggle}
      onBlind={model.review.toggleBlind}
      onReceive={() => void model.bundles.choose()}
      onBundle={() => model.store.set(now => ({ ...now, dialog: 'bundle' }))}
      onAdjudicate={() => void model.gold.ask()}
      onAgreement={() => void model.agreement.ask()}
    >
      {differences !== undefined && (
        <>
          {figures !== undefined && (
            <>
              <ReviewFigure
                title="Boundary agreement"
                link={linkTo(model, boundaryTypes, count(differences, boundaryTypes))}
              >
                <b>{figureWords(figures.exact)}</b>
                <span>exact</span>
                <b>{figureWords(figures.overlapping)}</b>
                <span>overlapping</span>
              </ReviewFigure>
              <ReviewFigure title="Kind agreement" link={linkTo(model, ['kind'], count(differences, ['kind']))}>
                <b>{figureWords(figures.kind)}</b>
                <span>
                  Cohen’s kappa, {figures.pairs} {figures.pairs === 1 ? 'pair' : 'pairs'}
                </span>
              </ReviewFigure>
            </>
          )}
          <ReviewFigure title="The same in this text" minor>
            <b>{differences.alike}</b>
            <span>
              of {all} {all === 1 ? 'place' : 'places'}
            </span>
          </ReviewFigure>
          {mine + theirs > 0 && (
            <ReviewFigure title="Not compared">
              <span>{mine + theirs} without a place in this text</span>
            </ReviewFigure>
          )}
        </>
      )}
    </ReviewStrip>
  )
}

const boundaryTypes = ['only-mine', 'only-theirs', 'boundary'] as const

/** How many cases there are of some types. */
function count({ cases }: Differences, types: readonly DifferenceType[]): number {
  return cases.filter(({ type }) => types.includes(type)).length
}

/** The way from a figure to the cases behind it: the first of them. */
function linkTo({ review }: AppModel, types: readonly DifferenceType[], cases: number) {
  if (cases === 0) return undefined
  return {
    text: `${cases} ${cases === 1 ? 'difference' : 'differences'}`,
    onPress: () => review.goToFirst(types),
  }
}

/** The documents of the review. */
export function ReviewList({ model, state }: ReviewProps) {
  const headlines = useMemo(() => new Map(state.documents.map(row => [row.id, row.headline])), [state.documents])
  const compared = colleaguesOf(state).flatMap(id => openDifferences(state, id) ?? [])
  const documents = (state.review.overview?.rows ?? []).map(({ document, ...row }): ReviewDocument => {
    const isOpen = document === state.document?.id && compared.length > 0
    const alike = isOpen ? compared.reduce((sum, one) => sum + one.alike, 0) : row.alike
    const cases = isOpen ? openCases(state) : undefined
    const different = cases?.length ?? row.cases
    return {
      id: document,
      headline: headlines.get(document) ?? document,
      words: `${alike} alike, ${different} different`,
      cases: different,
      settled: cases?.filter(({ settled }) => settled).length ?? row.settled,
    }
  })
  return (
    <ReviewDocuments
      title="In both sets"
      documents={documents}
      selected={state.document?.id}
      onOpen={id => void model.review.openDocument(id)}
    />
  )
}

export interface ReviewTextProps extends ReviewProps {
  readonly editor: RefObject<EditorHandle | null>
  readonly onKey: (event: KeyboardEvent, place: 'review') => boolean
}

/** The open text with the marks of both; what there is to do where there is no colleague. */
export function ReviewText({ model, state, editor, onKey }: ReviewTextProps) {
  const { overview } = state.review
  const theirs = colleagueOf(state)
  useReveal(state, editor)
  useOpenFirst(model, state)
  const revision = shownRevision(state)
  const marks = reviewMarks(state)
  const labels = caseLabels(state)
  const labelOf = useCallback((id: string) => labels.get(id), [labels])
  const colleagues = colleaguesOf(state)
  const letters = colleagues.length < 2 ? '' : colleagues.map(id => colleagueLetter(state, id)).join(' ')
  const { places } = marks
  const columns = useMemo(
    () => (letters === '' ? undefined : { places, letters: letters.split(' ') }),
    [places, letters],
  )
  if (overview === undefined) return <main className="pm-pane" aria-label="Review" aria-busy />
  if (theirs === undefined) {
    return (
      <main className="pm-pane" aria-label="Review">
        <EmptyState
          title="No colleague’s work is here yet"
          action={
            <Button look="primary" first onPress={() => void model.bundles.choose()}>
              Receive a bundle…
            </Button>
          }
        >
          Receive a bundle that a colleague has sent, or share the workspace’s folder with them. Their marks are shown
          beside yours and change nothing of it.
        </EmptyState>
      </main>
    )
  }
  if (revision === undefined) return <main className="pm-pane" aria-label="Review" />
  const release = openRelease(state)
  const day = release === undefined ? undefined : publishedOf(release)?.date
  const issuer = release === undefined ? undefined : (metaText(release, 'issuer') ?? headlineOf(release))
  const source = [issuer, day === undefined ? undefined : shownDate(day)].filter(Boolean).join(', ')
  return (
    <main className="pm-pane pm-reader" aria-label="Document">
      <ReviewLegend
        source={source}
        own="You"
        their={colleagues.map(id => {
          const name = shortName(reviewName(state, id))
          return colleagues.length < 2 || state.review.blind ? name : `${colleagueLetter(state, id)} ${name}`
        })}
      />
      <Editor
        ref={editor}
        revision={revision}
        annotations={marks.annotations}
        theirs={marks.theirs}
        sides
        columns={columns}
        activeId={state.active}
        labelOf={labelOf}
        onSelection={() => undefined}
        onActivate={id => {
          model.marks.activate(id)
          if (id !== null) model.review.goToMark(id)
        }}
        onKey={event => onKey(event, 'review')}
      />
    </main>
  )
}

/** The cases of the open document. */
export function ReviewQueue({ model, state }: ReviewProps) {
  const theirs = colleagueOf(state)
  if (theirs === undefined || state.document === undefined) return null
  const { review } = model
  const all = openCases(state)
  const counts = new Map<ReviewCase['type'], number>()
  for (const { type } of all) counts.set(type, (counts.get(type) ?? 0) + 1)
  const decided = all.filter(({ settled }) => settled).length
  return (
    <DifferenceQueue
      cases={shownCases(state)}
      counts={counts}
      open={all.length - decided}
      decided={decided}
      filter={state.review.filter}
      current={state.review.current}
      their={reviewName(state, theirs)}
      several={colleaguesOf(state).length > 1}
      writing={state.review.writing}
      readOnly={state.workspace?.readOnly !== undefined}
      onFilter={review.filterBy}
      onChoose={review.go}
      onStep={review.step}
      onDecide={review.decide}
      onTakeOver={review.takeOver}
      onWrite={review.write}
      onReply={review.reply}
      onSettle={review.settle}
      onWithdraw={review.withdraw}
    />
  )
}

/** Where the open document is none of the review, its first one is opened. */
function useOpenFirst(model: AppModel, state: WindowState): void {
  const rows = state.review.overview?.rows
  const first = rows?.find(({ cases, settled }) => settled < cases) ?? rows?.[0]
  const here = state.document?.id
  const isListed = rows?.some(({ document }) => document === here) ?? true
  useEffect(() => {
    if (!isListed && first !== undefined) void model.review.openDocument(first.document)
  }, [model, isListed, first])
}

function useReveal({ reveal }: WindowState, editor: RefObject<EditorHandle | null>): void {
  useEffect(() => {
    if (reveal !== undefined) editor.current?.scrollToOffset(reveal.range.start, { flash: true })
  }, [reveal, editor])
}
