import { createRef, StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Editor, type EditorHandle, type EditorProps } from '../Editor'
import '../../theme/tokens.css'
import '../../theme/fonts.css'
import '../../theme/base.css'

/** The editor on the page of a test, with the calls it made. */
export interface ShownEditor {
  readonly handle: EditorHandle
  readonly text: HTMLElement
  readonly scroller: HTMLElement
  /** Calls since the start or the last `clear`, as `[name, argument]`. */
  readonly calls: (readonly [string, unknown])[]
  update(change: Partial<EditorProps>): void
  close(): void
}

/** Shows an editor in StrictMode, 1000 by 700 pixels large. `onKey` takes every key without Shift and arrows by default. */
export function showEditor(given: Partial<EditorProps> & Pick<EditorProps, 'revision'>): ShownEditor {
  const host = document.body.appendChild(document.createElement('div'))
  host.style.cssText = 'position: fixed; top: 0; left: 0; width: 1000px; height: 700px'
  const root = createRoot(host)
  const ref = createRef<EditorHandle>()
  const calls: [string, unknown][] = []
  let props: EditorProps = {
    annotations: [],
    activeId: null,
    onSelection: selection => calls.push(['selection', selection]),
    onActivate: id => calls.push(['activate', id]),
    onRole: block => calls.push(['role', block]),
    onKey: event => {
      calls.push(['key', `${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`])
      return false
    },
    ...given,
  }
  const render = () =>
    flushSync(() =>
      root.render(
        <StrictMode>
          <Editor {...props} ref={ref} />
        </StrictMode>,
      ),
    )
  render()
  const text = host.querySelector<HTMLElement>('[role=textbox]')
  const scroller = host.querySelector<HTMLElement>('.editor')
  if (ref.current === null || text === null || scroller === null) throw new Error('the editor did not mount')
  return {
    handle: ref.current,
    text,
    scroller,
    calls,
    update(change) {
      props = { ...props, ...change }
      render()
    },
    close() {
      root.unmount()
      host.remove()
    },
  }
}
