import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { PaneHeader } from '../../components/PaneHeader'
import { useLoaded } from '../../components/use-loaded'
import { AnnotationList } from '../read/AnnotationList'
import type { ListedAnnotations } from '../read/annotation-name'
import { statusWords } from '../words/kind-words'
import './InspectorPane.css'
import type { FieldFocus, InspectorAnnotation, InspectorOptions, InspectorWishes } from './inspector-values'
import { ShownField } from './Section'

/** What shows an annotation. No start waits for it: the list of all is there from the beginning. */
const loadFields = async () => ({
  ...(await import('./AnnotationFields')),
  ...(await import('./InspectorHeader')),
  ...(await import('./InspectorFooter')),
})

export interface InspectorPaneProps {
  /** The active annotation; without one the pane lists all of the document. */
  readonly shown?: InspectorAnnotation | undefined
  /** All annotations of the document, in the order of the page. */
  readonly annotations: ListedAnnotations
  readonly options: InspectorOptions
  readonly readOnly: boolean
  /** Whether there is a text selection that can become source or cue. */
  readonly canSetPart: boolean
  /** A field that is to take the focus; a new object is a new wish. */
  readonly focus?: FieldFocus | undefined
  /** The wish for the focus is fulfilled, as far as the field is there: it must not be again when the pane comes back. */
  readonly onFocused?: () => void
  readonly wishes: InspectorWishes
  /** What is known of the document; shown while no annotation is active. */
  readonly about?: ReactNode
}

/** What is known about the active annotation, to be read and changed, and the list of all of them. */
export function InspectorPane(props: InspectorPaneProps) {
  const { shown, annotations, wishes, focus } = props
  const pane = useRef<HTMLElement>(null)
  const fields = useLoaded(loadFields, shown !== undefined)
  const there = fields !== undefined && shown !== undefined
  const focused = useEffectEvent(() => props.onFocused?.())
  useEffect(() => {
    if (focus === undefined || !there) return
    pane.current?.querySelector<HTMLElement>(`[data-field="${focus.name}"]`)?.focus()
    focused()
  }, [focus, there])
  const editable = shown?.mine === true && !props.readOnly
  const { onGo } = wishes
  const goTo = useCallback((id: string) => onGo({ id }), [onGo])
  const list = <AnnotationList annotations={annotations} active={shown?.annotation.id} onGo={goTo} />
  if (shown === undefined || fields === undefined) {
    return (
      <aside className="pm-pane pm-inspector" aria-label="Inspector" ref={pane}>
        <PaneHeader title="Document" />
        <div className="pm-scroll">
          {shown === undefined && props.about}
          <div className="pm-inspector-list-title pm-label" aria-hidden>
            <span>Annotations</span>
            <span className="pm-num">{annotations.length}</span>
          </div>
          {list}
        </div>
      </aside>
    )
  }
  const { AnnotationFields, InspectorFooter, InspectorHeader } = fields
  const { id, status } = shown.annotation
  return (
    <aside className="pm-pane pm-inspector" aria-label="Inspector" ref={pane}>
      <InspectorHeader
        id={id}
        kind={shown.annotation.kind}
        position={shown.position}
        editable={editable}
        wishes={wishes}
      />
      <div className="pm-scroll" key={id}>
        <AnnotationFields
          shown={shown}
          options={props.options}
          editable={editable}
          canSetPart={props.canSetPart}
          wishes={wishes}
        />
        <div className="pm-inspector-list-title pm-label" aria-hidden>
          <span>All annotations</span>
          <span className="pm-num">{annotations.length}</span>
        </div>
        {list}
      </div>
      {editable ? (
        <InspectorFooter id={id} status={status} wishes={wishes} />
      ) : (
        <div className="pm-inspector-foot">
          <ShownField label="Status">{statusWords[status]}</ShownField>
        </div>
      )}
    </aside>
  )
}
