import type { Kind } from '#annotations/model/annotation'
import { classNames } from './class-names'
import './KindBadge.css'

const letters: { readonly [K in Kind]: string } = { quote: 'Q', claim: 'C', note: 'N' }

/** The letter of a kind over the line of its highlights; dotted for a suggestion. Decoration: the word stands beside it. */
export function KindBadge({ kind, suggested = false }: { readonly kind: Kind; readonly suggested?: boolean }) {
  return (
    <span
      className={classNames('pm-kind', `pm-${kind}`, suggested && 'pm-suggested')}
      data-letter={letters[kind]}
      aria-hidden
    />
  )
}
