import { History } from 'lucide-react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { TextStrip } from '../../components/TextStrip'

/** Over an earlier text of a document: which one it is, that its marks are only to be read, and the way on. */
export function EarlierVersion({
  n,
  of,
  onCurrent,
}: {
  readonly n: number
  readonly of: number
  readonly onCurrent: () => void
}) {
  return (
    <TextStrip
      tone="warn"
      actions={
        <Button size="sm" onPress={onCurrent}>
          Show the current version
        </Button>
      }
    >
      <Icon of={History} size={14} />
      <span className="pm-grow">
        Version {n} of {of}, not the current one. Its marks can be read and not changed.
      </span>
    </TextStrip>
  )
}
