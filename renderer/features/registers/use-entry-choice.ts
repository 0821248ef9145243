import { useState } from 'react'
import type { SidePane } from './RegisterSide'

/** What of a list of entries is looked at. */
export interface EntryChoice<Entry> {
  readonly shown: readonly Entry[]
  /** The entry that is selected: the one chosen, else the first that is shown. */
  readonly selected: Entry | undefined
  readonly pane: SidePane
  readonly search: string
  setPane(pane: SidePane): void
  setSearch(text: string): void
  /** Selects an entry; nothing for `undefined`. */
  show(id: string | undefined): void
  /** The one that is to be selected once another is gone. */
  neighbourOf(id: string): string | undefined
}

/** `find`: the entries that a search leaves. */
export function useEntryChoice<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  find: (entries: readonly Entry[], search: string) => readonly Entry[],
): EntryChoice<Entry> {
  const [wanted, setWanted] = useState<string | undefined>(entries[0]?.id)
  const [pane, setPane] = useState<SidePane>('details')
  const [search, setSearch] = useState('')
  const shown = find(entries, search)
  const selected = shown.find(({ id }) => id === wanted) ?? shown[0]
  return {
    shown,
    selected,
    pane,
    search,
    setPane,
    setSearch,
    show: id => {
      if (id === undefined) return
      if (!shown.some(entry => entry.id === id)) setSearch('')
      setWanted(id)
      setPane('details')
    },
    neighbourOf: id => {
      const at = shown.findIndex(entry => entry.id === id)
      return (shown[at + 1] ?? shown[at - 1])?.id
    },
  }
}
