import type { ReactNode } from 'react'
import './PaneHeader.css'

/** The strip on top of a pane: what it is, and its few actions. */
export function PaneHeader({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="pm-pane-header">
      <h2 className="pm-pane-title pm-grow pm-ell">{title}</h2>
      {children}
    </div>
  )
}
