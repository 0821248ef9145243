import './ReviewLegend.css'

export interface ReviewLegendProps {
  readonly source: string
  /** Whose marks are solid. */
  readonly own: string
  /** Whose are dashed. */
  readonly their: readonly string[]
}

/** How the marks of two sides are told apart in the text. */
export function ReviewLegend({ source, own, their }: ReviewLegendProps) {
  return (
    <div className="pm-review-legend">
      <span className="pm-review-source pm-ell pm-grow" title={source}>
        {source}
      </span>
      <span>
        <i className="pm-swatch pm-shared" aria-hidden />
        Both
      </span>
      <span>
        <i className="pm-swatch pm-own" aria-hidden />
        {own}
      </span>
      {their.map(name => (
        <span key={name}>
          <i className="pm-swatch pm-theirs" aria-hidden />
          {name}
        </span>
      ))}
    </div>
  )
}
