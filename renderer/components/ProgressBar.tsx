import './ProgressBar.css'

export interface ProgressBarProps {
  readonly label: string
  /** 0 to 100. */
  readonly percent: number
  readonly accent?: boolean
}

/** How far something is. Moves only with real progress. */
export function ProgressBar({ label, percent, accent = false }: ProgressBarProps) {
  return (
    <div
      className={accent ? 'pm-progress pm-accent' : 'pm-progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <Filled percent={percent} />
    </div>
  )
}

/** The bar alone, for places where the number stands beside it in words. */
export function PlainBar({ percent }: { readonly percent: number }) {
  return (
    <span className="pm-progress" aria-hidden>
      <Filled percent={percent} />
    </span>
  )
}

function Filled({ percent }: { readonly percent: number }) {
  return <span className="pm-progress-filled" style={{ width: `${percent}%` }} />
}
