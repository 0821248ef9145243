import { Tag, X } from 'lucide-react'
import type { AuthorStatus } from '#annotations/model/annotation'
import { noValue } from '#app/contract/excerpt-facets'
import type { FacetValue } from '#app/contract/excerpt-query'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { TextMenuButton } from '../../components/TextMenuButton'
import { statusWords } from '../words/kind-words'
import { shownNumber } from './excerpt-words'

export interface BulkBarProps {
  readonly count: number
  readonly readOnly: boolean
  /** Tags that occur in what is shown. */
  readonly tags: readonly FacetValue[]
  readonly onTag: () => void
  readonly onDropTag: (tag: string) => void
  readonly onStatus: (status: AuthorStatus) => void
  readonly onClear: () => void
}

/** What can be done with the selected excerpts, all at once and with one undo. */
export function BulkBar({ count, readOnly, tags, onTag, onDropTag, onStatus, onClear }: BulkBarProps) {
  const dropped = tags.filter(({ value }) => value !== noValue)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line everywhere
    <div role="group" aria-label="Selected excerpts" className="pm-bulk-bar">
      <p className="pm-excerpt-count pm-num">{shownNumber(count)} selected</p>
      {!readOnly && (
        <>
          <Button size="sm" icon={<Icon of={Tag} size={14} />} keys="T" onPress={onTag}>
            Tag
          </Button>
          {dropped.length > 0 && (
            <TextMenuButton
              size="sm"
              entries={dropped.map(({ value, path }) => ({ id: value, name: path?.join(' / ') ?? value }))}
              onChoose={onDropTag}
            >
              Remove tag
            </TextMenuButton>
          )}
          <TextMenuButton
            size="sm"
            label="Set status"
            entries={(['draft', 'submitted'] as const).map(id => ({ id, name: statusWords[id] }))}
            onChoose={onStatus}
          >
            Status
          </TextMenuButton>
        </>
      )}
      <IconButton label="Clear the selection" keys="Escape" onPress={onClear}>
        <Icon of={X} />
      </IconButton>
    </div>
  )
}
