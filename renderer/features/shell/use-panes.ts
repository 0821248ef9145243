import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { PaneLayout } from '#app/contract/values'

export type PaneName = 'library' | 'inspector'

/** What a divider changes: the width of a pane, or the height of the drawer below a table. */
export type Divided = PaneName | 'drawer'

/** A width or height that can be changed, in CSS pixels. */
export interface PaneWidth {
  readonly now: number
  readonly least: number
  readonly most: number
}

/** Which side panes are seen and how wide, and which of them lie over the text because the window is narrow. */
export interface Panes {
  readonly library: boolean
  readonly inspector: boolean
  readonly libraryCovers: boolean
  readonly inspectorCovers: boolean
  readonly widths: { readonly [P in Divided]: PaneWidth }
  readonly toggleLibrary: () => void
  readonly toggleInspector: () => void
  readonly showInspector: () => void
  /** Sets a width within its edges; `null` is back to the usual one. While a drag goes on nothing is kept. */
  readonly resize: (pane: Divided, width: number | null, dragging?: boolean) => void
  /** Closes what lies over the text. */
  readonly closeCovering: () => void
}

/** Below these widths of the window, in pixels, a pane lies over the text and is closed until asked for. */
const libraryNeeds = '(max-width: 1099px)'
const inspectorNeeds = '(max-width: 899px)'

const edges = {
  library: { least: 220, most: 360, usual: 264, tight: 264 },
  inspector: { least: 300, most: 440, usual: 340, tight: 308 },
  /** Whoever draws it knows how high it can be. */
  drawer: { least: 160, most: 2_000, usual: 252, tight: 252 },
} as const

/**
 * The state of the side panes: beside the text as the person left them (`layout`), over it closed at first. Reports a
 * layout that is to be kept.
 */
export function usePanes(layout: PaneLayout, onLayout: (layout: PaneLayout) => void): Panes {
  const tight = useMedia(libraryNeeds)
  const inspectorCovers = useMedia(inspectorNeeds)
  const [over, setOver] = useState<PaneName | undefined>(undefined)
  const [dragged, setDragged] = useState<{ readonly pane: Divided; readonly width: number } | undefined>(undefined)
  const latest = useRef(onLayout)
  latest.current = onLayout
  const closeCovering = useCallback(() => setOver(undefined), [])
  return useMemo(() => {
    const covers = { library: tight, inspector: inspectorCovers }
    const closed = { library: layout.libraryClosed === true, inspector: layout.inspectorClosed === true }
    const shown = (pane: PaneName): boolean => (covers[pane] ? over === pane : !closed[pane])
    const set = (pane: PaneName, open: boolean): void => {
      if (covers[pane]) setOver(open ? pane : undefined)
      else if (open === closed[pane]) latest.current({ ...layout, [`${pane}Closed`]: !open })
    }
    const width = (pane: Divided): PaneWidth => {
      const { least, most, usual, tight: narrow } = edges[pane]
      const kept = layout[pane] ?? (tight ? narrow : usual)
      return { now: dragged?.pane === pane ? dragged.width : kept, least, most }
    }
    const resize: Panes['resize'] = (pane, wanted, dragging = false) => {
      const { least, most } = edges[pane]
      const given = wanted === null ? undefined : Math.round(Math.min(most, Math.max(least, wanted)))
      setDragged(dragging && given !== undefined ? { pane, width: given } : undefined)
      if (!dragging) latest.current({ ...layout, [pane]: given })
    }
    return {
      library: shown('library'),
      inspector: shown('inspector'),
      libraryCovers: tight,
      inspectorCovers,
      widths: { library: width('library'), inspector: width('inspector'), drawer: width('drawer') },
      toggleLibrary: () => set('library', !shown('library')),
      toggleInspector: () => set('inspector', !shown('inspector')),
      showInspector: () => set('inspector', true),
      resize,
      closeCovering,
    }
  }, [tight, inspectorCovers, layout, over, dragged, closeCovering])
}

function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query])
  const subscribe = useCallback(
    (changed: () => void) => {
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [media],
  )
  return useSyncExternalStore(subscribe, () => media.matches)
}
