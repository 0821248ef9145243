import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { TagId } from '#annotations/model/ids'
import type { Drop, Step } from './moves'
import { TagRow } from './TagRow'
import './TagTree.css'
import { rowOfTyped, type TreeRow, type TreeWish, typedMore, wishOfKey } from './tree-rows'
import { useTreeDrag } from './use-tree-drag'

export interface TagTreeProps {
  readonly rows: readonly TreeRow[]
  readonly selected: TagId | undefined
  /** Highlights by tag; absent while they are counted. */
  readonly uses: (tag: TagId) => number | undefined
  /** Tags may be moved, renamed and removed. */
  readonly editable: boolean
  /** The rows are all there are, so that a place among them is one of the codebook. */
  readonly whole: boolean
  readonly fits: (tag: TagId, drop: Drop) => boolean
  readonly onSelect: (tag: TagId) => void
  readonly onFold: (tag: TagId, open: boolean) => void
  readonly onStep: (tag: TagId, step: Step) => void
  readonly onDrop: (tag: TagId, drop: Drop) => void
  readonly onRename: (tag: TagId, name: string) => void
  readonly onRemove: (tag: TagId) => void
  /** On to the fields of the selected tag. */
  readonly onDetails: () => void
  readonly onNew: () => void
}

/** The codebook's tags as a tree: arrows, Home, End and letters go; Alt with arrows and the pointer move a tag. */
export function TagTree(props: TagTreeProps) {
  const { rows, selected, editable, whole } = props
  const list = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', time: 0 })
  const [renaming, setRenaming] = useState<TagId | undefined>(undefined)
  const drag = useTreeDrag(list, props.fits, props.onDrop)
  const focusSelected = useFocusWithin(list, renaming)

  function onKeyDown(event: KeyboardEvent): void {
    const at = rows.findIndex(({ tag }) => tag.id === selected)
    const wish = wishOfKey(rows, at, event.nativeEvent)
    const tag = rows[at]?.tag.id
    if (wish !== undefined && tag !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      fulfil(wish, tag)
    } else if ([...event.key].length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      typed.current = typedMore(typed.current, event.key, event.timeStamp)
      const found = rowOfTyped(rows, at, typed.current.text)
      if (found !== undefined) props.onSelect(found.tag.id)
    }
  }

  function fulfil(wish: TreeWish, tag: TagId): void {
    if ('go' in wish) props.onSelect(wish.go)
    else if ('open' in wish) props.onFold(wish.open, true)
    else if ('close' in wish) props.onFold(wish.close, false)
    else if ('step' in wish) {
      if (editable && whole) props.onStep(tag, wish.step)
    } else if (wish.do === 'details') props.onDetails()
    else if (!editable) return
    else if (wish.do === 'rename') setRenaming(tag)
    else if (wish.do === 'remove') props.onRemove(tag)
    else props.onNew()
  }

  const { dragging } = drag
  return (
    <div ref={list} className="pm-tag-tree pm-scroll" role="tree" aria-label="Tags" onKeyDown={onKeyDown}>
      {rows.map(row => (
        <TagRow
          key={row.tag.id}
          row={row}
          selected={row.tag.id === selected}
          uses={props.uses(row.tag.id)}
          renaming={row.tag.id === renaming}
          drop={dragging?.target === row.tag.id && dragging.tag !== row.tag.id ? dragging.where : undefined}
          dragged={dragging?.tag === row.tag.id}
          onPress={() => {
            props.onSelect(row.tag.id)
            focusSelected()
          }}
          onDoublePress={() => editable && setRenaming(row.tag.id)}
          onFold={() => row.open !== undefined && props.onFold(row.tag.id, !row.open)}
          onPointerDown={event => editable && whole && drag.onPointerDown(event, row.tag.id)}
          onRenamed={(name, by) => {
            setRenaming(undefined)
            if (by === 'key') focusSelected()
            if (name !== null) props.onRename(row.tag.id, name)
          }}
        />
      ))}
    </div>
  )
}

/** Keeps the focus on the selected row while it is in the tree, when rows come, go and move too. */
function useFocusWithin(list: RefObject<HTMLDivElement | null>, renaming: TagId | undefined): () => void {
  const within = useRef(false)
  useEffect(() => {
    const tree = list.current
    if (tree === null) return
    const enter = (): void => {
      within.current = true
    }
    const leave = (event: FocusEvent): void => {
      // A row that goes away loses the focus to nothing: the one that is selected then gets it.
      if (event.relatedTarget instanceof Node && !tree.contains(event.relatedTarget)) within.current = false
    }
    tree.addEventListener('focusin', enter)
    tree.addEventListener('focusout', leave)
    return () => {
      tree.removeEventListener('focusin', enter)
      tree.removeEventListener('focusout', leave)
    }
  }, [list])
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (!within.current || renaming !== undefined || row === null || row === undefined) return
    if (row.ownerDocument.activeElement !== row) row.focus()
  })
  return () => {
    within.current = true
  }
}
