import { Archive, Copy } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { SearchField } from '../../components/SearchField'
import { counted } from '../words/kind-words'

export interface ListBarProps {
  /** `Find in tags`. */
  readonly label: string
  readonly search: string
  /** Pairs of nearly the same names. */
  readonly near: number
  readonly removed: number
  readonly ref?: Ref<HTMLInputElement>
  readonly onSearch: (text: string) => void
  readonly onLeave: () => void
  readonly onNear: () => void
  readonly onRemoved: () => void
}

/** Above a list: the search, and ways to what needs a look. */
export function ListBar(props: ListBarProps) {
  const { near, removed } = props
  return (
    <div className="pm-register-top">
      <SearchField
        label={props.label}
        placeholder={props.label}
        value={props.search}
        {...(props.ref === undefined ? {} : { ref: props.ref })}
        onChange={props.onSearch}
        onLeave={props.onLeave}
      />
      {(near > 0 || removed > 0) && (
        <div className="pm-register-ways">
          {near > 0 && (
            <Button size="sm" look="quiet" icon={<Icon of={Copy} size={14} />} onPress={props.onNear}>
              {counted(near, 'near duplicate', 'near duplicates')}
            </Button>
          )}
          {removed > 0 && (
            <Button size="sm" look="quiet" icon={<Icon of={Archive} size={14} />} onPress={props.onRemoved}>
              {`Show removed (${removed})`}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
