import { cdp } from 'vitest/browser'

/** Calls of the DevTools protocol that tests use: what they do reaches the page as a person's input would. */
interface InputSession {
  send(method: 'Input.dispatchKeyEvent', params: Record<string, unknown>): Promise<unknown>
  send(method: 'Input.imeSetComposition', params: Record<string, unknown>): Promise<unknown>
  send(method: 'Input.insertText', params: { text: string }): Promise<unknown>
  send(method: 'Input.dispatchMouseEvent', params: Record<string, unknown>): Promise<unknown>
}

function session(): InputSession {
  return cdp() as unknown as InputSession
}

export interface Modifiers {
  readonly alt?: boolean
  readonly ctrl?: boolean
  readonly shift?: boolean
}

const bits = ({ alt = false, ctrl = false, shift = false }: Modifiers) =>
  (alt ? 1 : 0) + (ctrl ? 2 : 0) + (shift ? 8 : 0)

const keyCodes: Readonly<Record<string, number>> = {
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Backspace: 8,
  Delete: 46,
  Enter: 13,
  Home: 36,
  End: 35,
  Tab: 9,
  Escape: 27,
}

/**
 * Presses and lets go one key; a letter also types itself unless Ctrl is held. `command` is the browser's own one that
 * the desktop binds to the key: input by protocol does not look that up.
 */
export async function press(key: string, modifiers: Modifiers = {}, command?: string): Promise<void> {
  const single = key.length === 1
  const common = {
    key,
    code: single ? `Key${key.toUpperCase()}` : key,
    windowsVirtualKeyCode: keyCodes[key] ?? key.toUpperCase().charCodeAt(0),
    modifiers: bits(modifiers),
  }
  const text = single && modifiers.ctrl !== true ? { text: key } : key === 'Enter' ? { text: '\r' } : {}
  await session().send('Input.dispatchKeyEvent', {
    type: Object.keys(text).length > 0 ? 'keyDown' : 'rawKeyDown',
    ...common,
    ...text,
    ...(command === undefined ? {} : { commands: [command] }),
  })
  await session().send('Input.dispatchKeyEvent', { type: 'keyUp', ...common })
  await settle()
}

/** An input method shows `text` as not yet decided. */
export async function compose(text: string): Promise<void> {
  await session().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await settle()
}

/** Text from an input method, an emoji panel or dictation. Ends a composition. */
export async function insertText(text: string): Promise<void> {
  await session().send('Input.insertText', { text })
  await settle()
}

/** Presses the main button at one point, moves to the next and lets go. Points are of this page. */
export async function drag(from: Point, to: Point, modifiers: Modifiers = {}): Promise<void> {
  const send = (type: string, at: Point, buttons: number) =>
    session().send('Input.dispatchMouseEvent', {
      type,
      ...inWindow(at),
      button: 'left',
      buttons,
      clickCount: 1,
      modifiers: bits(modifiers),
    })
  await send('mousePressed', from, 1)
  if (from.x !== to.x || from.y !== to.y) {
    await send('mouseMoved', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 1)
    await send('mouseMoved', to, 1)
  }
  await send('mouseReleased', to, 0)
  await settle()
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Tests run in a frame that the runner may scale and move. */
function inWindow({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect()
  if (frame === undefined) return { x, y }
  const scale = frame.width / window.innerWidth
  return { x: frame.left + x * scale, y: frame.top + y * scale }
}

/** Until timers of the editor and one frame are through. */
export async function settle(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 30))
  await new Promise(resolve => requestAnimationFrame(resolve))
}
