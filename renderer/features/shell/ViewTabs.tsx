import { useRef } from 'react'
import { nextIndex } from '../../components/menu-model'
import './ViewTabs.css'

export interface ViewTab<View extends string> {
  readonly id: View
  readonly name: string
  /** The element that shows the view. */
  readonly controls?: string
}

export interface ViewTabsProps<View extends string> {
  readonly views: readonly ViewTab<View>[]
  readonly view: View
  readonly onView: (view: View) => void
}

/** The switch between the views of the window, empty while there is none; arrows move along it. Reports the view chosen. */
export function ViewTabs<View extends string>({ views, view, onView }: ViewTabsProps<View>) {
  const list = useRef<HTMLDivElement>(null)
  const go = (index: number): void => {
    const next = views[index]
    if (next === undefined) return
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
    onView(next.id)
  }
  if (views.length === 0) return <div />
  return (
    <div ref={list} className="pm-view-tabs" role="tablist" aria-label="View">
      {views.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="pm-view-tab"
          aria-selected={tab.id === view}
          aria-controls={tab.controls}
          tabIndex={tab.id === view ? 0 : -1}
          onClick={() => onView(tab.id)}
          onKeyDown={event => {
            const to = nextIndex(event.key, index, views.length, 'row')
            if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
            event.preventDefault()
            go(to)
          }}
        >
          {tab.name}
        </button>
      ))}
    </div>
  )
}
