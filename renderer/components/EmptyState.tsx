import type { ReactNode } from 'react'
import './EmptyState.css'

export interface EmptyStateProps {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What a place says when it has nothing to show, and the way on. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="pm-empty">
      <p className="pm-empty-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
