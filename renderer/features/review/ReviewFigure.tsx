import type { ReactNode } from 'react'
import { classNames } from '../../components/class-names'
import './ReviewStrip.css'

export interface ReviewFigureProps {
  readonly title: string
  /** Gives way in a narrow window. */
  readonly minor?: boolean
  readonly children: ReactNode
  /** The way to the cases behind it. */
  readonly link?: { readonly text: string; readonly onPress: () => void } | undefined
}

/** A figure of the strip with what it counts. */
export function ReviewFigure({ title, minor = false, children, link }: ReviewFigureProps) {
  return (
    <div className={classNames('pm-review-figure', minor && 'pm-minor')}>
      <p className="pm-review-caption">{title}</p>
      <p className="pm-review-value">{children}</p>
      {link !== undefined && (
        <button type="button" className="pm-review-link" onClick={link.onPress}>
          {link.text}
        </button>
      )}
    </div>
  )
}
