import { useEffect, useEffectEvent } from 'react'
import { targetOf } from '#annotations/model/annotation'
import { headlineOf } from '#annotations/model/release'
import type { Panes } from './features/shell/use-panes'
import { AnchorQueue } from './features/text-changed/AnchorQueue'
import { DecisionPanel } from './features/text-changed/DecisionPanel'
import { VersionDiff } from './features/text-changed/VersionDiff'
import { originOf } from './features/versions/version-words'
import { firstWords } from './features/words/first-words'
import { anchorQueue, itemAt } from './state/anchor-queue'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { openRelease } from './state/selectors'
import { shownVersions } from './state/version-state'

export interface TextChangedProps {
  readonly model: AppModel
  readonly state: WindowState
}

/** What the three parts of the view have in common; `undefined` where no document is open. */
function lookedAt(state: WindowState) {
  const queue = anchorQueue(state)
  if (queue === undefined) return undefined
  const item = itemAt(queue, state.deciding?.at ?? null)
  const versions = shownVersions(state)
  const numberOf = (revision: string | undefined) => versions.find(one => one.revision.id === revision)?.n ?? 1
  // Beside the current text stands the one from which the annotation comes that is looked at.
  const former = versions.filter(({ isCurrent }) => !isCurrent).at(-1)?.revision
  const before = item?.before.revision ?? queue.before ?? former
  const readOnly = state.workspace?.readOnly !== undefined
  return { queue, item, before, numbers: { before: numberOf(before?.id), after: numberOf(queue.current.id) }, readOnly }
}

/** The list of annotations, in the place of the library. */
export function ChangedQueue({ model, state }: TextChangedProps) {
  const inUse = state.deciding?.choosing !== true
  useEscape(inUse, model.anchors.close)
  const looked = lookedAt(state)
  const release = openRelease(state)
  if (looked === undefined || release === undefined) return null
  return (
    <AnchorQueue
      queue={looked.queue}
      headline={headlineOf(release)}
      at={looked.item?.annotation.id}
      readOnly={looked.readOnly}
      inUse={inUse}
      onGo={model.anchors.goTo}
      onAcceptMoved={model.anchors.acceptMoved}
      onBack={model.anchors.close}
    />
  )
}

/** Escape leads back to the text from wherever the view has the focus. */
function useEscape(inUse: boolean, onEscape: () => void): void {
  const close = useEffectEvent(onEscape)
  useEffect(() => {
    if (!inUse) return
    const onKey = (event: KeyboardEvent): void => {
      const isHere = event.target instanceof Element && event.target.closest('[data-keys=list]') !== null
      if (event.key === 'Escape' && isHere && !event.defaultPrevented) close()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [inUse])
}

/** The two texts, in the middle. */
export function ChangedTexts({ state, panes }: TextChangedProps & { readonly panes: Panes }) {
  const looked = lookedAt(state)
  if (looked?.before === undefined) return null
  const { queue, item, before, numbers } = looked
  return (
    <VersionDiff
      queue={queue}
      item={item}
      before={before}
      heads={{
        before: { n: numbers.before, origin: originOf(before) },
        after: { n: numbers.after, origin: originOf(queue.current) },
      }}
      onQueue={panes.toggleLibrary}
      onDecision={panes.toggleInspector}
    />
  )
}

/** The decision, in the place of the inspector. */
export function ChangedDecision({ model, state }: TextChangedProps) {
  const looked = lookedAt(state)
  if (looked === undefined) return null
  const { anchors } = model
  const { queue, item, numbers, readOnly } = looked
  return (
    <DecisionPanel
      item={item}
      total={queue.left + queue.decided}
      versions={numbers}
      why={state.deciding?.why ?? ''}
      readOnly={readOnly}
      onStep={anchors.step}
      onAccept={anchors.accept}
      onChoose={anchors.choose}
      onKeep={anchors.keep}
      onLose={anchors.lose}
      onWhy={anchors.setWhy}
      onBack={anchors.close}
    />
  )
}

/** The first words of the annotation whose place is being selected; `undefined` while none is. */
export function wordsToPlace(state: WindowState): string | undefined {
  const looked = state.view === 'changed' && state.deciding?.choosing === true ? lookedAt(state) : undefined
  return looked?.item === undefined ? undefined : firstWords(targetOf(looked.item.before.placement)[0]?.exact ?? '')
}
