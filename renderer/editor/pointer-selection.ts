import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { TextRange } from '#annotations/model/revision'
import type { PositionMap } from './position-map'
import { snapToCharacters, snapToWords } from './snap-to-words'

export interface PointerSelectionOptions {
  text(): string
  positions(): PositionMap
  language(): string | undefined
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
    const positions = this.#options.positions()
    const made = { start: positions.toOffset(selection.from), end: positions.toOffset(selection.to) }
    const meant = this.#meant(made, toCharacters)
    const from = positions.toPosition(meant.start)
    const to = positions.toPosition(meant.end)
    if (from === selection.from && to === selection.to) return
    const backward = selection.head < selection.anchor
    const snapped = TextSelection.create(state.doc, backward ? to : from, backward ? from : to)
    this.#view.dispatch(state.tr.setSelection(snapped))
  }

  /** Looks at the blocks of the two ends alone, since no word or character goes from one block into the next. */
  #meant(range: TextRange, toCharacters: boolean): TextRange {
    const { text, positions, language } = this.#options
    const map = positions()
    const around = {
      start: map.rangeOf(map.blockOf(range.start), map.blockOf(range.start)).start,
      end: map.rangeOf(map.blockOf(range.end), map.blockOf(range.end)).end,
    }
    const snap = toCharacters ? snapToCharacters : snapToWords
    const inside = { start: range.start - around.start, end: range.end - around.start }
    const { start, end } = snap(text().slice(around.start, around.end), inside, language())
    return { start: start + around.start, end: end + around.start }
  }
}
