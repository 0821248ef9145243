import { tagColour } from './tag-colours'
import './TagDot.css'

/** A tag's colour as a dot, always beside its name; a ring for a tag without one. */
export function TagDot({ colour }: { readonly colour: string | undefined }) {
  const background = tagColour(colour)
  return background === undefined ? (
    <span className="pm-tag-dot pm-none" aria-hidden />
  ) : (
    <span className="pm-tag-dot" style={{ background }} aria-hidden />
  )
}
