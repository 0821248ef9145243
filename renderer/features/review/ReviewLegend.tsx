import './ReviewLegend.css'
import { shortName } from './review-words'

/** How the marks of the two are told apart in the text. */
export function ReviewLegend({ source, their }: { readonly source: string; readonly their: string }) {
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
        You
      </span>
      <span>
        <i className="pm-swatch pm-theirs" aria-hidden />
        {shortName(their)}
      </span>
    </div>
  )
}
