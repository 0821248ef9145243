import { ArrowRight } from 'lucide-react'
import type { EntryUses } from '#app/contract/register-uses'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import './UsesLine.css'
import { usesWords } from './uses-words'

export interface UsesLineProps {
  /** Absent while they are counted. */
  readonly uses: EntryUses | undefined
  /** How often the entries under it are used. */
  readonly below?: number | undefined
  readonly onShow: () => void
}

/** Where an entry is used, in words; where it is used at all, a button that reports the wish to see those highlights. */
export function UsesLine({ uses, below, onShow }: UsesLineProps) {
  const words = usesWords(uses, below)
  if (uses === undefined || uses.annotations === 0) return <p className="pm-register-meta">{words}</p>
  return (
    <p className="pm-register-uses pm-num">
      <Button
        look="quiet"
        size="sm"
        icon={<Icon of={ArrowRight} size={14} />}
        label={`${words}: show in Excerpts`}
        onPress={onShow}
      >
        {words}
      </Button>
    </p>
  )
}
