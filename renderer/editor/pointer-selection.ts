import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type SnapText, snapRange } from './snap-range'

export interface PointerSelectionOptions {
  text(): SnapText
  /** After every change of the selection; while a pointer is down, once, when it is let go. */
  onSelection(): void
}

/**
 * Reports the selection, and makes one that a pointer drew end at words (with Alt: at characters). A selection made
 * with the keyboard stands as it is.
 */
export function pointerSelection(options: PointerSelectionOptions): Plugin {
  return new Plugin({
    view(view) {
      const pointer = new PointerWatch(view, options)
      return {
        update(_view, before) {
          if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) pointer.selectionChanged()
        },
        destroy: () => pointer.destroy(),
      }
    },
  })
}

class PointerWatch {
  readonly #view: EditorView
  readonly #options: PointerSelectionOptions
  #down = false
  #changed = false

  constructor(view: EditorView, options: PointerSelectionOptions) {
    this.#view = view
    this.#options = options
    view.dom.addEventListener('mousedown', this.#press)
    window.addEventListener('mouseup', this.#release)
  }

  destroy(): void {
    this.#view.dom.removeEventListener('mousedown', this.#press)
    window.removeEventListener('mouseup', this.#release)
  }

  selectionChanged(): void {
    if (this.#down) this.#changed = true
    else this.#options.onSelection()
  }

  readonly #press = (event: MouseEvent): void => {
    if (event.button === 0) this.#down = true
  }

  readonly #release = (event: MouseEvent): void => {
    if (!this.#down || event.button !== 0) return
    // The browser tells of the last move of a selection only after this event.
    setTimeout(() => {
      if (this.#view.isDestroyed) return
      if (this.#changed) this.#snap(event.altKey)
      this.#down = false
      if (this.#changed) this.#options.onSelection()
      this.#changed = false
    })
  }

  #snap(toCharacters: boolean): void {
    const { state } = this.#view
    const { selection } = state
    if (selection.empty) return
    const text = this.#options.text()
    const { positions } = text
    const made = { start: positions.toOffset(selection.from), end: positions.toOffset(selection.to) }
    const meant = snapRange(text, made, toCharacters ? 'characters' : 'words')
    const from = positions.toPosition(meant.start)
    const to = positions.toPosition(meant.end)
    if (from === selection.from && to === selection.to) return
    const backward = selection.head < selection.anchor
    const snapped = TextSelection.create(state.doc, backward ? to : from, backward ? from : to)
    this.#view.dispatch(state.tr.setSelection(snapped))
  }
}
