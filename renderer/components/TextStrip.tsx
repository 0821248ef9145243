import type { ReactNode } from 'react'
import { classNames } from './class-names'
import './TextStrip.css'

export interface TextStripProps {
  /** `warn`: what is shown is not what one usually works on. */
  readonly tone: 'accent' | 'warn'
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A sentence over the text about how it is shown, read out when it comes, with what can be done about it. */
export function TextStrip({ tone, children, actions }: TextStripProps) {
  return (
    <div className={classNames('pm-text-strip', `pm-${tone}`)} role="status">
      {children}
      {actions}
    </div>
  )
}
