import { EditorState, Plugin, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { createRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Annotation } from '#annotations/model/annotation'
import type { Revision, TextOffset } from '#annotations/model/revision'
import { toDocument } from '../document'
import { Editor, type EditorHandle } from '../Editor'
import type { PainterName } from '../painter'
import { createPositionMap } from '../position-map'

/** One way to show a text with annotations: what a benchmark compares. */
export interface Mount {
  /** Puts the caret at an offset, with the focus, and brings it into sight. */
  placeCaret(offset: TextOffset): void
  destroy(): void
}

export const mountNames = ['bare', 'bare-lazy', 'all-decorations', 'decorations', 'highlights'] as const
export type MountName = (typeof mountNames)[number]

/**
 * Mounts into `parent`, which has a height. `bare` is a plain EditorView without annotations, `bare-lazy` the same with
 * blocks out of sight not laid out; `all-decorations` draws every annotation as a decoration of its own; the other two
 * are the editor of the window with either painter.
 */
export function mount(
  name: MountName,
  parent: HTMLElement,
  revision: Revision,
  annotations: readonly Annotation[],
): Mount {
  if (name === 'highlights' || name === 'decorations') return mountEditor(name, parent, revision, annotations)
  return mountPlain(parent, revision, name === 'all-decorations' ? annotations : [], name === 'bare-lazy')
}

function mountEditor(
  painter: PainterName,
  parent: HTMLElement,
  revision: Revision,
  annotations: readonly Annotation[],
): Mount {
  const root = createRoot(parent)
  const ref = createRef<EditorHandle>()
  flushSync(() =>
    root.render(
      <Editor
        ref={ref}
        revision={revision}
        annotations={annotations}
        activeId={null}
        painter={painter}
        onSelection={() => {}}
        onActivate={() => {}}
        onKey={() => false}
      />,
    ),
  )
  return {
    placeCaret(offset) {
      ref.current?.focus()
      ref.current?.select({ start: offset, end: offset })
      ref.current?.scrollToOffset(offset)
    },
    destroy: () => root.unmount(),
  }
}

function mountPlain(parent: HTMLElement, revision: Revision, annotations: readonly Annotation[], lazy: boolean): Mount {
  const scroller = parent.appendChild(document.createElement('div'))
  scroller.className = 'editor'
  const page = scroller.appendChild(document.createElement('div'))
  page.className = 'editor-page'
  const doc = toDocument(revision)
  const positions = createPositionMap(revision)
  const decorations = annotations.flatMap(({ kind, placements }) =>
    (placements.get(revision.id)?.segments ?? []).map(({ start, end }) =>
      Decoration.inline(positions.toPosition(start), positions.toPosition(end), {
        nodeName: 'span',
        class: `pm-line pm-${kind} pm-lane-1 pm-tint-${kind}`,
      }),
    ),
  )
  const set = DecorationSet.create(doc, decorations)
  const plugins = annotations.length === 0 ? [] : [new Plugin({ props: { decorations: () => set } })]
  const view = new EditorView(page, {
    state: EditorState.create({ doc, plugins }),
    attributes: { class: 'editor-text', ...(lazy ? { 'data-long': '' } : {}) },
  })
  return {
    placeCaret(offset) {
      view.focus()
      const at = positions.toPosition(offset)
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView())
    },
    destroy() {
      view.destroy()
      scroller.remove()
    },
  }
}
