import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import '../../theme/base.css'
import '../../theme/fonts.css'
import '../../theme/tokens.css'

let mounted: { readonly root: Root; readonly place: HTMLElement } | undefined

/** Shows a tree in the page of the test, in place of the one before; may be called again with other values. */
export function mount(tree: ReactNode): void {
  if (mounted === undefined) {
    const place = document.createElement('div')
    place.id = 'root'
    document.body.append(place)
    mounted = { root: createRoot(place), place }
  }
  mounted.root.render(tree)
}

/** Takes down what `mount` has shown. */
export function unmount(): void {
  mounted?.root.unmount()
  mounted?.place.remove()
  mounted = undefined
}
