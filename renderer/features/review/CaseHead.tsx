import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Kind } from '#annotations/model/annotation'
import { Icon } from '../../components/Icon'
import { KindBadge } from '../../components/KindBadge'
import { inQuotes } from '../words/first-words'

export interface CaseHeadProps {
  readonly n: number
  readonly title: string
  readonly kind: Kind
  readonly words: string
  readonly paragraph?: number | undefined
  readonly current: boolean
  /** Nothing waits here any more. */
  readonly settled: boolean
  /** The same for who listens: `decided`. */
  readonly state: string
  /** Badges. */
  readonly children: ReactNode
  readonly onChoose: () => void
}

/** The line of a case in a queue: what it is about and what became of it. Reports that it was chosen. */
export function CaseHead({ n, title, kind, words, paragraph, current, settled, state, ...rest }: CaseHeadProps) {
  return (
    <button
      type="button"
      className="pm-case-head"
      aria-current={current}
      aria-expanded={current}
      tabIndex={0}
      onClick={rest.onChoose}
    >
      <span className="pm-case-number pm-num" data-settled={settled || undefined}>
        {settled && !current ? <Icon of={Check} size={14} /> : n}
      </span>
      <span className="pm-case-title">
        {title}
        <span className="pm-case-line">
          <span className="pm-case-words pm-ell" title={words}>
            {inQuotes(words)}
          </span>
          {paragraph !== undefined && <span className="pm-case-words">{` · ¶ ${paragraph}`}</span>}
        </span>
      </span>
      {rest.children}
      <KindBadge kind={kind} />
      <span className="pm-vh">{`, ${state}`}</span>
    </button>
  )
}
