import { ChevronRight, TriangleAlert } from 'lucide-react'
import { type CSSProperties, type PointerEvent, useRef, useState } from 'react'
import { Icon } from '../../components/Icon'
import { Keycap } from '../../components/Keycap'
import { TagDot } from './TagDot'
import type { TreeRow } from './tree-rows'

export interface TagRowProps {
  readonly row: TreeRow
  readonly selected: boolean
  /** Highlights that have it; absent while they are counted. */
  readonly uses: number | undefined
  readonly renaming: boolean
  readonly drop: 'before' | 'into' | 'after' | undefined
  readonly dragged: boolean
  readonly onPress: () => void
  readonly onDoublePress: () => void
  readonly onFold: () => void
  readonly onPointerDown: (event: PointerEvent) => void
  /** The new name, or `null` when it is given up; `by` key stays in the tree, else the focus is elsewhere already. */
  readonly onRenamed: (name: string | null, by: 'key' | 'leaving') => void
}

/** A tag as a line of the tree: its colour, name, uses and digit. */
export function TagRow(props: TagRowProps) {
  const { row, selected, uses, renaming } = props
  const { tag } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      className="pm-tag-row"
      data-tag={tag.id}
      data-drag={props.dragged}
      data-drop={props.drop}
      style={{ '--depth': tag.depth } as CSSProperties}
      tabIndex={selected ? 0 : -1}
      aria-level={tag.depth + 1}
      aria-posinset={row.n}
      aria-setsize={row.of}
      aria-expanded={row.open}
      aria-selected={selected}
      onPointerDown={renaming ? undefined : props.onPointerDown}
      onClick={renaming ? undefined : props.onPress}
      onDoubleClick={renaming ? undefined : props.onDoublePress}
    >
      <span className="pm-tag-indent" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys fold the tree */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys fold the tree */}
      <span
        className="pm-tag-fold"
        data-open={row.open === true}
        onClick={event => {
          event.stopPropagation()
          props.onFold()
        }}
      >
        {row.open !== undefined && <Icon of={ChevronRight} size={14} />}
      </span>
      <TagDot colour={tag.colour} />
      {renaming ? (
        <NameInput name={tag.name} onDone={props.onRenamed} />
      ) : (
        <span className="pm-tag-name pm-grow pm-ell">{tag.name}</span>
      )}
      {tag.clashes.length > 0 && (
        <>
          <Icon of={TriangleAlert} size={14} className="pm-tag-alert" />
          <span className="pm-vh">two values</span>
        </>
      )}
      {!renaming && uses !== undefined && (
        <span className="pm-tag-count pm-num">
          {uses}
          <span className="pm-vh">{uses === 1 ? ' highlight' : ' highlights'}</span>
        </span>
      )}
      <span className="pm-tag-digit">
        {tag.shortcut !== undefined && (
          <>
            <span className="pm-vh">shortcut </span>
            <Keycap name={tag.shortcut} />
          </>
        )}
      </span>
    </div>
  )
}

interface NameInputProps {
  readonly name: string
  readonly onDone: TagRowProps['onRenamed']
}

function NameInput({ name, onDone }: NameInputProps) {
  const [text, setText] = useState(name)
  const over = useRef(false)
  const end = (given: string | null, by: 'key' | 'leaving'): void => {
    if (over.current) return
    over.current = true
    onDone(given, by)
  }
  return (
    <input
      className="pm-tag-rename"
      aria-label={`New name of ${name}`}
      value={text}
      autoComplete="off"
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: the person asked to rename
      autoFocus
      onFocus={event => event.target.select()}
      onChange={event => setText(event.target.value)}
      onBlur={() => end(text, 'leaving')}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') end(text, 'key')
        if (event.key === 'Escape') {
          event.preventDefault()
          end(null, 'key')
        }
      }}
    />
  )
}
