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
 * with the keyboard stands as it is. A key that follows the pointer at once finds the selection reported already.
 */
export function pointerSelection(options: PointerSelectionOptions): Plugin {
  let pointer: PointerWatch | undefined
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: () => {
          pointer?.settle()
          return false
        },
      },
    },
    view(view) {
      const watch = new PointerWatch(view, options)
      pointer = watch
      return {
        update(_view, before) {
          if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) watch.selectionChanged()
        },
        destroy: () => watch.destroy(),
      }
    },
  })
}

class PointerWatch {
  readonly #view: EditorView
  readonly #options: PointerSelectionOptions
  #down = false
  #changed = false
  /** Set from the letting go of the pointer until what it drew is read. */
  #letGo: { readonly toCharacters: boolean } | null = null

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

  /** Reads what the pointer drew, if it was let go and that is not read yet. */
  settle(): void {
    if (this.#letGo === null || this.#view.isDestroyed) return
    const { toCharacters } = this.#letGo
    this.#letGo = null
    this.#readSelection()
    if (this.#changed) this.#snap(toCharacters)
    this.#down = false
    if (this.#changed) this.#options.onSelection()
    this.#changed = false
  }

  readonly #press = (event: MouseEvent): void => {
    if (event.button !== 0) return
    this.settle()
    this.#down = true
    if (event.detail === 1 && !event.shiftKey) this.#letGoUnder(event)
  }

  /** What is selected would be taken up and carried off; in a text that is read, one means to select anew. */
  #letGoUnder({ clientX: left, clientY: top }: MouseEvent): void {
    const { state } = this.#view
    const { from, to, empty } = state.selection
    const at = empty ? null : this.#view.posAtCoords({ left, top })
    if (at === null || at.pos < from || at.pos > to) return
    this.#view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at.pos))))
  }

  readonly #release = (event: MouseEvent): void => {
    if (!this.#down || event.button !== 0) return
    this.#letGo = { toCharacters: event.altKey }
    // The browser has the last move of a selection only after this event.
    setTimeout(() => this.settle())
  }

  /** The browser's own selection: it tells of its last move late, and a key may come before. */
  #readSelection(): void {
    const { state, dom } = this.#view
    const { anchorNode, anchorOffset, focusNode, focusOffset } = window.getSelection() ?? {}
    if (!anchorNode || !focusNode || !dom.contains(anchorNode) || !dom.contains(focusNode)) return
    const anchor = this.#view.posAtDOM(anchorNode, anchorOffset ?? 0)
    const head = this.#view.posAtDOM(focusNode, focusOffset ?? 0)
    if (anchor === head || (anchor === state.selection.anchor && head === state.selection.head)) return
    const drawn = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
    if (!drawn.eq(state.selection)) this.#view.dispatch(state.tr.setSelection(drawn))
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
