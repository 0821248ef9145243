import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { annotations, at, revision, text } from './testing/ferry-release'
import { drag, type Point, press } from './testing/input'
import { type ShownEditor, showEditor } from './testing/show-editor'

let editor: ShownEditor

beforeAll(() => page.viewport(1440, 900))

afterEach(() => editor.close())

/** The middle of a range of one line. */
function middle(range: { start: number; end: number }): Point {
  const box = editor.handle.rectOf(range)
  if (box === null) throw new Error('not drawn')
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

const reported = (name: string) => editor.calls.filter(call => call[0] === name).map(call => call[1])
const selectedText = () => {
  const last = reported('selection').at(-1) as { start: number; end: number } | null
  return last === null || last === undefined ? last : text.slice(last.start, last.end)
}

describe('reading', () => {
  beforeEach(() => {
    editor = showEditor({ revision, annotations })
    editor.handle.focus()
    editor.calls.length = 0
  })

  test('the text is a read-only text box of several lines that a screen reader can name', () => {
    const { text: box } = editor
    expect(box.getAttribute('aria-label')).toBe('Document text')
    expect(box.getAttribute('aria-readonly')).toBe('true')
    expect(box.getAttribute('aria-multiline')).toBe('true')
    expect(box.isContentEditable).toBe(true)
    expect(document.querySelectorAll('[role=textbox]')).toHaveLength(1)
  })

  test('paragraph numbers and changing roles stand in the gutter', () => {
    const gutter = Array.from(editor.text.children, block => [
      block.getAttribute('data-label'),
      block.getAttribute('data-paragraph'),
    ])
    expect(gutter).toEqual([
      ['Headline', null],
      ['Lead', '1'],
      ['Body', '2'],
      [null, '3'],
      ['Section', null],
      ['Boilerplate', '4'],
    ])
  })

  test('a press in the gutter and a wish at the caret ask for the role of the block', () => {
    const block = editor.text.children[2] as HTMLElement
    const { left, top } = block.getBoundingClientRect()
    const press = { bubbles: true, button: 0, clientX: left + 12, clientY: top + 12 }
    for (const type of ['mousedown', 'mouseup', 'click']) block.dispatchEvent(new MouseEvent(type, press))
    editor.handle.select({ start: 0, end: 0 })
    editor.handle.askRole()
    expect(reported('role')).toEqual([2, 0])
  })

  test('other roles of the same text leave selection and scroll position', () => {
    editor.handle.select({ start: 48, end: 60 })
    editor.scroller.scrollTop = 40
    const before = editor.scroller.scrollTop
    const blocks = revision.blocks.map((block, n) => (n === 2 ? ({ ...block, role: 'boilerplate' } as const) : block))
    editor.update({ revision: { ...revision, blocks } })
    expect(editor.text.children[2]?.getAttribute('data-role')).toBe('boilerplate')
    expect(getSelection()?.toString()).toBe(text.slice(48, 60))
    expect(editor.scroller.scrollTop).toBe(before)
  })

  test('Shift and arrows select from the caret, by character and with Ctrl by word', async () => {
    editor.handle.select({ start: 48, end: 48 })
    await press('ArrowRight', { shift: true })
    expect(selectedText()).toBe('b')
    await press('ArrowRight', { shift: true, ctrl: true })
    expect(selectedText()?.trim()).toBe('berth')
    await press('ArrowRight')
    expect(reported('selection').at(-1)).toBeNull()
  })

  test('a selection made with the keyboard stands as made', async () => {
    editor.handle.select({ start: 49, end: 49 })
    for (let i = 0; i < 6; i++) await press('ArrowRight', { shift: true })
    expect(selectedText()).toBe('erth d')
  })

  test('arrow keys move through blocks, and every key is offered to the window first', async () => {
    editor.handle.select({ start: 42, end: 42 })
    await press('ArrowRight')
    expect(editor.handle.caret()).toBe(44)
    expect(reported('key')).toEqual(['ArrowRight'])
  })

  test('a key that the window takes does nothing else', async () => {
    editor.update({ onKey: () => true })
    editor.handle.select({ start: 44, end: 44 })
    await press('ArrowRight')
    expect(editor.handle.caret()).toBe(44)
  })

  test('Ctrl+A selects all of the text', async () => {
    await press('a', { ctrl: true }, 'selectAll')
    expect(selectedText()).toBe(text)
  })
})

describe('the pointer', () => {
  beforeEach(() => {
    editor = showEditor({ revision, annotations })
    editor.calls.length = 0
  })

  const from = (words: string, letter: number): Point => {
    const start = at(words).start + letter
    const box = editor.handle.rectOf({ start, end: start + 1 })
    if (box === null) throw new Error('not drawn')
    return { x: box.left + 1, y: box.top + box.height / 2 }
  }

  test('a drag ends at whole words and is told of once', async () => {
    await drag(from('Tickets', 3), from('they', 2))
    expect(selectedText()).toBe('Tickets stay as they')
    expect(reported('selection')).toHaveLength(1)
  })

  test('a drag backwards and over blocks does so too', async () => {
    await drag(from('Tickets', 3), from('master', 2))
    expect(selectedText()).toBe('master said on Monday.\n\nTickets')
  })

  test('a key that comes in the moment of letting go acts on what was drawn', () => {
    const [start, end] = [from('Tickets', 3), from('stay', 2)]
    const send = (type: string, { x, y }: Point) =>
      editor.text.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX: x, clientY: y }),
      )
    send('mousedown', start)
    const line = document.caretRangeFromPoint(start.x, start.y)?.startContainer
    const [first, last] = ['kets', 'ay as'].map(words => line?.nodeValue?.indexOf(words) ?? -1)
    if (line === undefined || first === undefined || last === undefined) throw new Error('not drawn')
    getSelection()?.setBaseAndExtent(line, first, line, last)
    send('mouseup', end)
    editor.text.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'q' }))
    expect(editor.calls.map(([name]) => name)).toEqual(['selection', 'key'])
    expect(selectedText()).toBe('Tickets stay')
  })

  test('with Alt it ends where it was let go', async () => {
    await drag(from('Tickets', 3), from('they', 2), { alt: true })
    expect(selectedText()).toBe('kets stay as th')
  })

  test('a click activates the shortest mark under it; a click beside marks activates none', async () => {
    await drag(middle(at('ten')), middle(at('ten')))
    await drag(middle(at('We')), middle(at('We')))
    await drag(middle(at('Monday')), middle(at('Monday')))
    expect(reported('activate')).toEqual(['claim', 'quote', null])
  })

  test('a click past the end of a line is beside the mark that ends it', async () => {
    const point = middle(at('Berth'))
    await drag({ x: point.x + 300, y: point.y }, { x: point.x + 300, y: point.y })
    expect(reported('activate')).toEqual([null])
  })

  test('a drag leaves the active annotation alone', async () => {
    await drag(from('waited', 1), from('years', 1))
    expect(reported('activate')).toEqual([])
  })

  test('a click on a bar in the margin activates its annotation', () => {
    const bar = document.querySelector<HTMLElement>('.margin-bar.pm-note')
    bar?.click()
    expect(reported('activate')).toEqual(['note'])
  })

  test('the character under a point is found, and none where there is none', () => {
    const offset = at('berths').start
    const { x, y } = middle({ start: offset, end: offset + 1 })
    expect(editor.handle.offsetAtPoint(x, y)).toBe(offset)
    expect(editor.handle.offsetAtPoint(x, y + 200)).toBeNull()
    expect(editor.handle.offsetAtPoint(20, y)).toBeNull()
  })
})
