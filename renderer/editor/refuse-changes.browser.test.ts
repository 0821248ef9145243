import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { compose, drag, insertText, press, settle } from './testing/input'
import { type ShownEditor, showEditor } from './testing/show-editor'
import { annotationOf, releaseOf } from './testing/synthetic-release'

const revision = releaseOf([
  { text: 'Harbour Council Opens a Second Ferry Berth', role: 'headline', type: 'heading' },
  { text: 'The berth doubles what the harbour can carry, the council said.', role: 'lead' },
  { text: '“We waited ten years,” the harbour master said.' },
])
const mark = annotationOf(revision, 'm', 'quote', [{ part: 'content', start: 48, end: 60 }])

let editor: ShownEditor

beforeEach(() => {
  editor = showEditor({ revision, annotations: [mark], activeId: 'm' })
  editor.handle.focus()
  editor.handle.select({ start: 48, end: 48 })
  editor.calls.length = 0
})

beforeAll(() => page.viewport(1440, 900))

afterEach(() => editor.close())

const blocks = () => Array.from(editor.text.children, block => block.textContent)
const expected = revision.blocks.map(block => revision.text.slice(block.start, block.end))

/** The text on screen and in the view is whole, and single keys and Ctrl+Z still reach the window's commands. */
async function expectUnharmed(): Promise<void> {
  await settle()
  expect(blocks()).toEqual(expected)
  editor.calls.length = 0
  await press('q')
  await press('z', { ctrl: true })
  expect(editor.calls.filter(([name]) => name === 'key').map(([, key]) => key)).toEqual(['q', 'Ctrl+z'])
  expect(blocks()).toEqual(expected)
  expect(document.activeElement).toBe(editor.text)
}

describe('refused, with the next keys still working:', () => {
  test('letters, Enter, Backspace, Delete and Tab characters', async () => {
    for (const key of ['a', 'é', ' ', 'Enter', 'Backspace', 'Delete']) await press(key)
    await expectUnharmed()
  })

  test('typing over a selection, also over several blocks', async () => {
    editor.handle.select({ start: 10, end: 60 })
    for (const key of ['a', 'Backspace', 'Delete', 'Enter']) await press(key)
    await expectUnharmed()
    expect(editor.handle.rectOf({ start: 10, end: 60 })).not.toBeNull()
  })

  test('text that is put in while a button has the focus and the selection still stands in the text', async () => {
    editor.handle.select({ start: 10, end: 60 })
    const button = document.body.appendChild(document.createElement('button'))
    const refused: string[] = []
    const onInput = ({ type }: Event) => refused.push(type)
    editor.text.addEventListener('input', onInput)
    button.focus()
    await insertText('👍🏽')
    expect(refused).toEqual([])
    button.remove()
    editor.text.focus()
    await expectUnharmed()
  })

  test('a composition that is confirmed', async () => {
    await compose('に')
    await compose('にほ')
    await compose('にほん')
    await insertText('日本')
    await expectUnharmed()
  })

  test('a composition that is given up', async () => {
    await compose('k')
    await compose('か')
    await compose('')
    await expectUnharmed()
  })

  test('a composition that is left hanging', async () => {
    await compose('か')
    await expectUnharmed()
  })

  test('a composition over a selection, with the marks of the active annotation in it', async () => {
    editor.handle.select({ start: 44, end: 70 })
    await compose('か')
    await compose('かな')
    await insertText('仮名')
    await expectUnharmed()
    expect(editor.text.querySelector('.pm-active')?.textContent).toBe(revision.text.slice(48, 60))
  })

  test('a composition over several blocks, of which none leaves the page, and the selection stays', async () => {
    editor.handle.select({ start: 10, end: 130 })
    await settle()
    const selected = getSelection()?.toString()
    const removed: string[] = []
    const observer = new MutationObserver(records => {
      for (const { removedNodes } of records) removed.push(...[...removedNodes].map(node => node.nodeName))
    })
    observer.observe(editor.text, { childList: true })
    await compose('か')
    observer.disconnect()
    expect(removed.filter(name => name === 'P')).toEqual([])
    await insertText('家')
    expect(getSelection()?.toString()).toBe(selected)
    await expectUnharmed()
  })

  test('a composition at the start of a block', async () => {
    editor.handle.select({ start: 44, end: 44 })
    await compose('か')
    await insertText('か')
    await expectUnharmed()
  })

  test('a composition whose every step is told and refused on its own', async () => {
    for (let round = 0; round < 3; round++) {
      await compose('か')
      await insertText('か')
    }
    await expectUnharmed()
  })

  test('a dead key and the letter after it', async () => {
    await press('Dead')
    await insertText('ê')
    await expectUnharmed()
  })

  test('an emoji from a panel', async () => {
    await insertText('\u{1F600}')
    await expectUnharmed()
  })

  test('a drop of text and of a file', async () => {
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const data = new DataTransfer()
      data.setData('text/plain', 'dropped')
      data.setData('text/html', '<p>dropped</p>')
      data.items.add(new File(['dropped'], 'dropped.txt'))
      const box = editor.text.getBoundingClientRect()
      const event = new DragEvent(type, {
        bubbles: true,
        cancelable: true,
        dataTransfer: data,
        clientX: box.left + 200,
        clientY: box.top + 80,
      })
      editor.text.firstElementChild?.dispatchEvent(event)
    }
    await expectUnharmed()
  })

  test.each(['paste', 'cut'])('%s', async type => {
    editor.handle.select({ start: 10, end: 20 })
    const data = new DataTransfer()
    data.setData('text/plain', 'pasted')
    const event = new ClipboardEvent(type, { bubbles: true, cancelable: true, clipboardData: data })
    editor.text.dispatchEvent(event)
    await expectUnharmed()
  })

  test('the keys of cut and paste', async () => {
    editor.handle.select({ start: 10, end: 20 })
    await press('x', { ctrl: true })
    await press('v', { ctrl: true })
    await expectUnharmed()
  })

  test.each([
    ['insertText', 'typed'],
    ['insertHTML', '<b>typed</b>'],
    ['insertParagraph', ''],
    ['delete', ''],
    ['bold', ''],
    ['undo', ''],
    ['cut', ''],
  ])('execCommand %s', async (command, value) => {
    editor.handle.select({ start: 10, end: 20 })
    document.execCommand(command, false, value)
    await expectUnharmed()
  })

  test('text dragged to another place in the text', async () => {
    editor.handle.select({ start: 44, end: 55 })
    const box = editor.handle.rectOf({ start: 44, end: 55 })
    if (box === null) throw new Error('not drawn')
    await drag({ x: box.left + 20, y: box.top + 8 }, { x: box.left + 200, y: box.top + 60 })
    await expectUnharmed()
  })
})

test('a copy holds the canonical text of the selection and bare HTML', () => {
  editor.handle.select({ start: 16, end: 60 })
  const data = new DataTransfer()
  editor.text.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: data }))
  expect(data.getData('text/plain')).toBe(revision.text.slice(16, 60))
  expect(data.getData('text/html')).not.toMatch(/style=|class=/)
})
