import { useLayoutEffect, useRef } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { AnnotationId } from '#annotations/model/ids'
import { Avatar } from '../../components/Avatar'
import { classNames } from '../../components/class-names'
import { KindBadge } from '../../components/KindBadge'
import '../../components/Options.css'
import { annotationName, type ListedAnnotation } from './annotation-name'
import './OverlapChooser.css'
import { placeToolbar, type ViewBox } from './place-toolbar'

export interface OverlapChooserProps {
  /** The annotations at one place, the top-most first. */
  readonly annotations: readonly ListedAnnotation[]
  readonly active: AnnotationId | null
  /** The place, and the pane to stay in, in pixels of the window. */
  readonly near: ViewBox
  readonly pane: ViewBox
  readonly onChoose: (annotation: AnnotationId) => void
  /** Without a choice: Escape, or the focus went elsewhere. */
  readonly onClose: () => void
}

/** A small list of annotations that lie over one another; reports the one to go to. */
export function OverlapChooser({ annotations, active, near, pane, onChoose, onClose }: OverlapChooserProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const { width, height } = element.getBoundingClientRect()
    const place = placeToolbar(near, { width, height }, pane)
    element.style.left = `${place.left}px`
    element.style.top = `${place.top}px`
  }, [near, pane])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the list inside
    <div
      ref={box}
      className="pm-options pm-overlaps"
      onKeyDownCapture={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose()
      }}
    >
      <ListBox
        aria-label="Annotations here"
        className="pm-options-list"
        autoFocus="first"
        onAction={key => onChoose(String(key))}
      >
        {annotations.map(listed => (
          <ListBoxItem
            key={listed.id}
            id={listed.id}
            textValue={annotationName(listed)}
            className={classNames('pm-option', listed.id === active && 'pm-overlap-active')}
          >
            <KindBadge kind={listed.kind} />
            <span className="pm-vh">
              {annotationName(listed)}
              {listed.id === active && ', active'}
            </span>
            <span className="pm-overlap-words pm-ell pm-grow" title={listed.words} aria-hidden>
              {listed.words}
            </span>
            <span className="pm-option-note pm-ell" title={listed.who} aria-hidden>
              {listed.who ?? listed.claimType}
            </span>
            {listed.colleague !== undefined && <Avatar name={listed.colleague} colleague />}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  )
}
