import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'

/** Which side panes are seen, and which of them lie over the text because the window is narrow. */
export interface Panes {
  readonly library: boolean
  readonly inspector: boolean
  readonly libraryCovers: boolean
  readonly inspectorCovers: boolean
  readonly toggleLibrary: () => void
  readonly toggleInspector: () => void
  readonly showInspector: () => void
  /** Closes what lies over the text. */
  readonly closeCovering: () => void
}

/** Below these widths, in pixels, a pane lies over the text and is closed until asked for. */
const libraryNeeds = '(max-width: 1099px)'
const inspectorNeeds = '(max-width: 899px)'

/** The state of the side panes: beside the text open at first, over it closed at first. */
export function usePanes(): Panes {
  const libraryCovers = useMedia(libraryNeeds)
  const inspectorCovers = useMedia(inspectorNeeds)
  const [beside, setBeside] = useState({ library: true, inspector: true })
  const [over, setOver] = useState<'library' | 'inspector' | undefined>(undefined)
  const closeCovering = useCallback(() => setOver(undefined), [])
  return useMemo(() => {
    const covers = { library: libraryCovers, inspector: inspectorCovers }
    const shown = (pane: 'library' | 'inspector'): boolean => (covers[pane] ? over === pane : beside[pane])
    const set = (pane: 'library' | 'inspector', open: boolean): void => {
      if (covers[pane]) setOver(open ? pane : undefined)
      else setBeside({ ...beside, [pane]: open })
    }
    return {
      library: shown('library'),
      inspector: shown('inspector'),
      libraryCovers,
      inspectorCovers,
      toggleLibrary: () => set('library', !shown('library')),
      toggleInspector: () => set('inspector', !shown('inspector')),
      showInspector: () => set('inspector', true),
      closeCovering,
    }
  }, [libraryCovers, inspectorCovers, beside, over, closeCovering])
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
