import { useMemo, useRef } from 'react'
import { keepSame } from './components/keep-same'
import { DocumentAbout } from './DocumentAbout'
import { InspectorPane } from './features/inspector/InspectorPane'
import type { InspectorField, InspectorWishes } from './features/inspector/inspector-values'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { inspected, inspectorOptions, listedAnnotations } from './state/inspector-view'
import { activeMark } from './state/selectors'
import { useRegisterUses } from './state/use-register-uses'
import { shownUses, usedHere } from './state/used-here'
import { isEarlierShown } from './state/version-state'
import { useFrameLate } from './use-frame-late'

/**
 * The inspector as the state has it; its wishes become edits. The fields of another annotation are all new, so that the
 * text with its mark is painted before them.
 */
export function Inspector({ model, state: now }: { readonly model: AppModel; readonly state: WindowState }) {
  const wishes = useMemo(() => createWishes(model), [model])
  const state = useFrameLate(
    now,
    activeMark(now)?.annotation.id,
    before => before.focusField !== now.focusField || hasFocus(),
  )
  const { document, active, info } = state
  const { current } = state.queue
  // biome-ignore lint/correctness/useExhaustiveDependencies: these four are all of the state that the three read
  const view = useMemo(
    () => ({ shown: inspected(state), annotations: listedAnnotations(state), options: inspectorOptions(state) }),
    [current, document, active, info],
  )
  // A field of which nothing has changed is not drawn again.
  const shown = useRef(view.shown)
  shown.current = keepSame(shown.current, view.shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is new whenever the state that is read is
  const here = useMemo(() => usedHere(state, view.shown), [view])
  const counted = useRegisterUses(model.machine, state, {
    tags: here.flatMap(({ is, id }) => (is === 'tags' ? [id] : [])),
    speakers: here.flatMap(({ is, id }) => (is === 'speakers' ? [id] : [])),
  })
  const options = useMemo(() => ({ ...view.options, uses: shownUses(here, counted) }), [view, here, counted])
  const { focusField } = state
  const kind = useRef(view.shown?.annotation.kind)
  kind.current = view.shown?.annotation.kind
  // A wish is new with each key press, and not when the kind of the annotation changes.
  const focus = useMemo(() => {
    if (focusField === undefined) return undefined
    const name: InspectorField =
      focusField.name === 'speakers' && kind.current === 'claim' ? 'claimant' : focusField.name
    return { name }
  }, [focusField])
  return (
    <InspectorPane
      shown={shown.current}
      annotations={view.annotations}
      options={options}
      readOnly={state.workspace?.readOnly !== undefined || isEarlierShown(state)}
      canSetPart={state.selection !== null && !isEarlierShown(state)}
      focus={focus}
      onFocused={() => model.store.set(now => ({ ...now, focusField: undefined }))}
      wishes={wishes}
      about={<DocumentAbout model={model} state={state} />}
    />
  )
}

/** A key that comes next would go to a field of the annotation that was shown before. */
function hasFocus(): boolean {
  return document.activeElement?.closest('.pm-inspector') != null
}

function createWishes({ fields, marks, reading }: AppModel): InspectorWishes {
  return {
    onKind: fields.setKind,
    onQuoteType: fields.setQuoteType,
    onAddSpeaker: (annotation, speaker) => fields.addSpeaker(annotation, speaker),
    onRemoveSpeaker: fields.removeSpeaker,
    onSpeakerRole: (annotation, index, role) => fields.setSpeakerRole(annotation, index, role),
    onSetPart: (_annotation, part) => void marks.addSelection(part),
    onClearPart: (_annotation, part) => marks.clearPart(part),
    onTake: reading.take,
    onRestore: reading.restore,
    onSettle: fields.settle,
    onClaimType: (annotation, type) => fields.setClaim(annotation, { type }),
    onStatement: (annotation, statement) => fields.setClaim(annotation, { statement }),
    onClaimant: fields.setClaimant,
    onClaimantRole: (annotation, role) => fields.setClaimantRole(annotation, role),
    onFigures: (annotation, figures) => fields.setClaim(annotation, { figures }),
    onAddTag: fields.addTag,
    onRemoveTag: fields.dropTag,
    onNote: (annotation, note) => fields.setNote(annotation, note),
    onStatus: fields.setStatus,
    onDelete: annotation => {
      marks.activate(annotation)
      marks.remove()
    },
    onGo: to => {
      if (to === 'next') marks.step(1)
      else if (to === 'previous') marks.step(-1)
      else marks.goTo(to.id)
    },
  }
}
