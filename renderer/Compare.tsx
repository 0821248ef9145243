import { useState } from 'react'
import type { RevisionHash } from '#annotations/model/ids'
import type { Revision } from '#annotations/model/revision'
import { CompareDialog } from './features/compare/CompareDialog'
import { shownDate } from './features/words/dates'
import type { WindowState } from './state/app-state'
import { annotatorName, openRelease, shownRevision } from './state/selectors'

export interface CompareProps {
  readonly state: WindowState
  readonly onClose: () => void
}

/** Two versions of the open document compared: at first the one that is shown with the one that it came from. */
export function Compare({ state, onClose }: CompareProps) {
  const release = openRelease(state)
  const shown = shownRevision(state)
  const [chosen, setChosen] = useState<{ readonly before?: RevisionHash; readonly after?: RevisionHash }>({})
  if (release === undefined || shown === undefined) return null
  const versions = [...release.revisions.values()]
  const parent = versions.find(({ id }) => id === shown.parent) ?? versions.find(({ id }) => id !== shown.id) ?? shown
  const isFirst = shown.parent === null && versions.length > 1
  const before = release.revisions.get(chosen.before ?? '') ?? (isFirst ? shown : parent)
  const after =
    release.revisions.get(chosen.after ?? '') ??
    (isFirst ? (versions.find(({ parent: of }) => of === shown.id) ?? parent) : shown)
  return (
    <CompareDialog
      versions={versions.map(({ id, at }, n) => ({ id, name: `Version ${n + 1} · ${shownDate(at.slice(0, 10))}` }))}
      origins={new Map(versions.map(revision => [revision.id, originOf(state, revision)]))}
      before={before}
      after={after}
      singleKeys={state.info?.preferences.singleKeys !== false}
      onBefore={id => setChosen(now => ({ ...now, before: id }))}
      onAfter={id => setChosen(now => ({ ...now, after: id }))}
      onClose={onClose}
    />
  )
}

/** Where a text comes from, in words. */
function originOf(state: WindowState, { origin, by, source }: Revision): string {
  if (origin !== 'edit') return source?.name ?? 'Imported'
  const name = by === undefined ? undefined : annotatorName(state.queue.current, by)
  return name === undefined || name === by ? 'Edited' : `Edited by ${name}`
}
