import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Cancels what the browser is about to do and keeps ProseMirror from doing it; the event goes on to the window. */
function refuse(_view: EditorView, event: Event): boolean {
  event.preventDefault()
  return true
}

/**
 * Refuses every change of the text, so that an editable view is only read: its caret, keyboard selection and copying
 * stay those of the browser. Changes that cannot be cancelled (a composition, `execCommand`) are seen by the view's
 * observer, refused there and drawn over.
 *
 * ProseMirror is not told of compositions: one that it knows of and whose text is refused never ends for it, and it
 * keeps all keys to itself. Taking the focus away and giving it back makes the browser and the input method end theirs.
 */
export function refuseChanges(): Plugin {
  return new Plugin({
    filterTransaction: tr => !tr.docChanged,
    view(view) {
      const { ownerDocument } = view.dom
      const guard = (event: Event) => refuseFromOutside(view, event)
      ownerDocument.addEventListener('beforeinput', guard, true)
      return { destroy: () => ownerDocument.removeEventListener('beforeinput', guard, true) }
    },
    props: {
      handleTextInput: () => true,
      handleKeyPress: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        cut: refuse,
        drop: refuse,
        compositionstart(view) {
          collapse(view)
          setTimeout(() => endComposition(view))
          return true
        },
        compositionupdate: () => true,
        compositionend(view) {
          setTimeout(() => redraw(view))
          return true
        },
      },
    },
  })
}

/**
 * An emoji panel or an input method writes where the selection stands, also while a button has the focus: then the
 * event is the button's, and the browser would change the text, with styles of its own.
 */
function refuseFromOutside(view: EditorView, event: Event): void {
  const { target } = event
  if (target instanceof Node && view.dom.contains(target)) return
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
  const anchor = view.dom.ownerDocument.getSelection()?.anchorNode ?? null
  if (anchor !== null && view.dom.contains(anchor)) event.preventDefault()
}

/**
 * Leaves a composition nothing to write over: it would join the blocks of a selection, with styles of its own that the
 * page's policy refuses. The selection of the state is drawn again when the composition has ended.
 */
function collapse(view: EditorView): void {
  const selection = view.dom.ownerDocument.getSelection()
  if (selection !== null && !selection.isCollapsed) selection.collapseToStart()
}

function endComposition(view: EditorView): void {
  if (view.isDestroyed || !view.hasFocus()) return
  view.dom.blur()
  view.dom.focus({ preventScroll: true })
  redraw(view)
}

/** Draws the state again over whatever the browser wrote, caret included. */
function redraw(view: EditorView): void {
  if (!view.isDestroyed) view.updateState(view.state)
}
