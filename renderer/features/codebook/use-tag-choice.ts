import { useState } from 'react'
import type { TagId } from '#annotations/model/ids'
import { type Codebook, isWithin, type TagNode } from './codebook-tree'
import { type TreeRow, treeRows } from './tree-rows'

/** What stands beside the tree. */
export type CodebookPane = 'details' | 'merge' | 'split' | 'near' | 'removed'

/** What of the codebook is looked at. */
export interface TagChoice {
  readonly rows: readonly TreeRow[]
  /** The tag that is selected: the one chosen, else the first that is shown. */
  readonly selected: TagNode | undefined
  readonly pane: CodebookPane
  readonly search: string
  setPane(pane: CodebookPane): void
  setSearch(text: string): void
  /** Selects a tag and unfolds what it is in; nothing for `undefined`. */
  show(tag: TagId | undefined): void
  fold(tag: TagId, open: boolean): void
}

export function useTagChoice(codebook: Codebook): TagChoice {
  const [wanted, setWanted] = useState<TagId | undefined>(codebook.roots[0]?.id)
  const [pane, setPane] = useState<CodebookPane>('details')
  const [search, setSearch] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<TagId>>(new Set())
  const above = ancestorsOf(codebook, wanted)
  // An undo may bring the selected tag under a folded one.
  const collapsed = above.some(id => folded.has(id)) ? new Set([...folded].filter(id => !above.includes(id))) : folded
  const rows = treeRows(codebook, collapsed, search)
  const selected = (rows.find(({ tag }) => tag.id === wanted) ?? rows[0])?.tag

  function show(tag: TagId | undefined): void {
    if (tag === undefined) return
    const open = ancestorsOf(codebook, tag)
    setFolded(new Set([...collapsed].filter(id => !open.includes(id))))
    if (!rows.some(row => row.tag.id === tag)) setSearch('')
    setWanted(tag)
    setPane('details')
  }

  function fold(tag: TagId, open: boolean): void {
    const next = new Set(collapsed)
    if (open) next.delete(tag)
    else next.add(tag)
    setFolded(next)
    if (!open && selected !== undefined && isWithin(codebook, selected.id, tag)) setWanted(tag)
  }

  return { rows, selected, pane, search, setPane, setSearch, show, fold }
}

function ancestorsOf(codebook: Codebook, tag: TagId | undefined): TagId[] {
  const above: TagId[] = []
  let at = tag === undefined ? undefined : codebook.tags.get(tag)?.parent
  while (at !== undefined) {
    above.push(at)
    at = codebook.tags.get(at)?.parent
  }
  return above
}
