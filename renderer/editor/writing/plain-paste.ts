import { Fragment, Slice } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { tidyCharacters } from '#annotations/model/canonical-text'
import { schema } from '../schema'

/** More characters at once than this are no part of a release. */
const mostPasted = 2_000_000

/**
 * Paragraphs of a text from elsewhere: parted by blank lines, or where there is none by its lines. Characters by the rules of canonical
 * text.
 */
export function pastedParagraphs(text: string): string[] {
  const tidy = tidyCharacters(text).text.replace(/^\n+|\n+$/g, '')
  return tidy.split(/\n{2,}/.test(tidy) ? /\n{2,}/ : '\n')
}

/**
 * Takes what is pasted or dropped from elsewhere as mere text: nothing of its formatting, addresses and pictures comes along, and none of
 * its HTML is read. `onTooLong`: it was more than a release can hold, and nothing was put in.
 */
export function plainPaste(onTooLong: () => void): Plugin {
  const put = (view: EditorView, data: DataTransfer | null): void => {
    const text = data?.getData('text/plain') ?? ''
    if (text.length > mostPasted) return onTooLong()
    if (text !== '') putText(view, text)
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          event.preventDefault()
          put(view, event.clipboardData)
          return true
        },
        drop(view, event) {
          // What is dragged within the text is moved by the view itself.
          if (view.dragging !== null) return false
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (at === null) return true
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
          put(view, event.dataTransfer)
          return true
        },
      },
    },
  })
}

/** Puts a text in the place of what is selected: in a row as one line, elsewhere its paragraphs like the one at the caret. */
export function putText(view: EditorView, text: string): void {
  const { state } = view
  const { $from } = state.selection
  const paragraphs = pastedParagraphs(text)
  const isRow = $from.parent.type === schema.nodes.row
  const only = isRow ? paragraphs.join(' ').replace(/\s+/g, ' ') : paragraphs.length === 1 ? paragraphs[0] : undefined
  const tr = state.tr
  if (only !== undefined) tr.insertText(only)
  else {
    const nodes = paragraphs.map(paragraph =>
      schema.node(
        $from.parent.type.name,
        $from.parent.attrs,
        paragraph === '' ? [] : [schema.text(paragraph, $from.marks())],
      ),
    )
    tr.replaceSelection(new Slice(Fragment.from(nodes), 1, 1))
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true))
}
