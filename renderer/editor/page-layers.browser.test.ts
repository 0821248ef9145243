import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { MarkLabel } from './margin-lane'
import { annotations, at, mark, revision, text } from './testing/ferry-release'
import { drag, press, settle } from './testing/input'
import { type ShownEditor, showEditor } from './testing/show-editor'
import { annotationOf } from './testing/synthetic-release'

const labelOf = (id: string): MarkLabel => ({
  kind: id === 'note' ? 'note' : id === 'quote' ? 'quote' : 'claim',
  text: id,
})
const split = annotationOf(revision, 'quote', 'quote', [
  { part: 'content', ...at('“We waited ten') },
  { part: 'content', ...at('the harbour master said') },
])
let editor: ShownEditor

beforeAll(() => page.viewport(1440, 900))
afterEach(() => editor.close())

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
const label = (id: string) => {
  const found = all('.margin-labels > .margin-label').find(element => element.dataset.annotation === id)
  if (found === undefined) throw new Error(`no label of ${id}`)
  return found
}
const middleOf = (box: DOMRect) => (box.top + box.bottom) / 2
const rect = (words: string) => {
  const box = editor.handle.rectOf(at(words))
  if (box === null) throw new Error('not drawn')
  return box
}

describe('margin labels', () => {
  test('stand at the first line of their mark, also after the text was laid out anew', async () => {
    editor = showEditor({ revision, annotations, labelOf })
    await document.fonts.ready
    await settle()
    const beside = () => Math.abs(middleOf(label('quote').getBoundingClientRect()) - middleOf(rect('“We')))
    expect(beside()).toBeLessThanOrEqual(1)
    editor.scroller.style.setProperty('--reading-size', '21px')
    await settle()
    expect(beside()).toBeLessThanOrEqual(1)
  })

  test('a quote in two pieces has two bars and one label; each leads to it', () => {
    editor = showEditor({ revision, annotations: [split], labelOf })
    expect(all('.margin-bar')).toHaveLength(2)
    expect(all('.margin-labels > .margin-label')).toHaveLength(1)
    all('.margin-bar')[1]?.click()
    label('quote').click()
    expect(editor.calls.filter(call => call[0] === 'activate')).toEqual([
      ['activate', 'quote'],
      ['activate', 'quote'],
    ])
  })

  test('say what they say anew when a name has changed, and show which one is active', () => {
    editor = showEditor({ revision, annotations, labelOf })
    editor.update({ labelOf: id => ({ ...labelOf(id), text: 'Renamed' }), activeId: 'note' })
    expect(label('note').textContent).toBe('Renamed')
    expect(all('.margin-label[data-active]')).toHaveLength(1)
  })

  test('a third mark over the same words is counted, and the count lets it be chosen', async () => {
    const third = [mark('a', 'claim', 'ten years'), mark('b', 'claim', 'ten')]
    const chosen: unknown[] = []
    editor = showEditor({
      revision,
      annotations: [...annotations, ...third],
      labelOf,
      onChoose: ids => chosen.push(ids),
    })
    const count = all('.margin-labels > [data-folded]')[0]
    expect(count?.textContent).toBe('+2')
    expect(count?.getBoundingClientRect().height).toBe(24)
    expect(count?.getBoundingClientRect().width).toBeGreaterThanOrEqual(24)
    count?.click()
    expect(chosen).toEqual([['a', 'b']])
  })

  test('a narrow window has counts in their place', async () => {
    const third = [mark('a', 'claim', 'ten years'), mark('b', 'claim', 'ten')]
    editor = showEditor({ revision, annotations: [...annotations, ...third], labelOf })
    await page.viewport(1200, 800)
    const shown = (group: string) => all(`.margin-${group}`).map(element => getComputedStyle(element).display)
    expect([shown('labels'), shown('counts')]).toEqual([['none'], ['block']])
    expect(all('.margin-counts > .margin-label').map(element => element.textContent)).toEqual(['+2'])
    await page.viewport(1440, 900)
  })
})

describe('the date', () => {
  test('stands below the headline and above the text, and is no part of what can be selected or read', async () => {
    editor = showEditor({ revision, annotations, date: '1 May 2018' })
    const date = document.querySelector('.editor-date')
    const [headline, lead] = [rect('Ferry'), rect('The berth doubles')]
    const box = date?.getBoundingClientRect() ?? new DOMRect()
    expect(box.top).toBeGreaterThanOrEqual(headline.bottom)
    expect(box.bottom).toBeLessThan(lead.top)
    editor.handle.focus()
    await press('a', { ctrl: true }, 'selectAll')
    expect(window.getSelection()?.toString()).not.toContain('2018')
    expect(editor.text.textContent).not.toContain('2018')
    editor.update({ date: undefined })
    expect(date?.getClientRects()).toHaveLength(0)
  })
})

describe('the ends of the active annotation', () => {
  const handle = (edge: string) => {
    const found = document.querySelector<HTMLElement>(`.resize-handle[data-edge=${edge}]`)
    if (found === null) throw new Error('no handle')
    const { left, top, width, height } = found.getBoundingClientRect()
    return { found, width, height, x: left + width / 2, y: top + height / 2 }
  }
  const letter = (words: string, offset: number) => {
    const start = at(words).start + offset
    const box = editor.handle.rectOf({ start, end: start + 1 }) ?? new DOMRect()
    return { x: box.left + 1, y: middleOf(box) }
  }
  const resized: unknown[] = []
  const show = () => {
    resized.length = 0
    editor = showEditor({
      revision,
      annotations,
      activeId: 'note',
      onResize: (id, edge, offset) => resized.push([id, edge, text.slice(0, offset).split(' ').pop()]),
    })
  }

  test('are handles of 24 by 24 px at its first and its last line', () => {
    show()
    const mark = rect('Tickets stay')
    expect(handle('start')).toMatchObject({ width: 24, height: 24 })
    expect(Math.abs(handle('start').x - mark.left)).toBeLessThanOrEqual(2)
    expect(Math.abs(handle('end').x - mark.right)).toBeLessThanOrEqual(2)
    editor.update({ activeId: null })
    expect(handle('end').found.getClientRects()).toHaveLength(0)
  })

  test('snap to words when dragged, with Alt to letters, and leave the selection alone', async () => {
    show()
    editor.handle.focus()
    editor.handle.select(at('council'))
    await drag(handle('end'), letter('they', 2))
    await drag(handle('end'), letter('they', 2), { alt: true })
    expect(resized).toEqual([
      ['note', 'end', 'they'],
      ['note', 'end', 'th'],
    ])
    expect(window.getSelection()?.toString()).toBe('council')
    expect(editor.calls.filter(call => call[0] === 'activate')).toEqual([])
  })

  test('never let the annotation become empty', async () => {
    show()
    await drag(handle('end'), letter('waited', 1))
    expect(resized).toEqual([['note', 'end', 'Monday.\n\nTickets']])
  })

  test('are not there for what cannot be changed', () => {
    editor = showEditor({ revision, annotations, activeId: 'note' })
    expect(handle('start').found.getClientRects()).toHaveLength(0)
  })
})

describe('the overview ruler', () => {
  const idle = () => new Promise(resolve => requestIdleCallback(resolve, { timeout: 400 }))

  test('has a tick for each mark where it stands in the document', async () => {
    editor = showEditor({ revision, annotations })
    await idle()
    await settle()
    const ruler = document.querySelector('.overview-ruler')?.getBoundingClientRect() ?? new DOMRect()
    expect(ruler.width).toBe(12)
    const tick = document.querySelector('.ruler-tick.pm-note')?.getBoundingClientRect() ?? new DOMRect()
    const top = (rect('Tickets').top - ruler.top + editor.scroller.scrollTop) / editor.scroller.scrollHeight
    expect(Math.abs((tick.top - ruler.top) / ruler.height - top)).toBeLessThan(0.05)
    expect(document.querySelectorAll('.ruler-tick')).toHaveLength(3)
  })

  test('takes a click to a place and a drag of its thumb', async () => {
    editor = showEditor({ revision, annotations })
    editor.scroller.style.setProperty('--reading-size', '60px')
    await settle()
    const ruler = document.querySelector('.overview-ruler')?.getBoundingClientRect() ?? new DOMRect()
    const x = ruler.left + 6
    const room = editor.scroller.scrollHeight - editor.scroller.clientHeight
    expect(room).toBeGreaterThan(300)
    await drag({ x, y: ruler.bottom - 4 }, { x, y: ruler.bottom - 4 })
    expect(editor.scroller.scrollTop).toBeCloseTo(room, 0)
    await drag({ x, y: ruler.bottom - 8 }, { x, y: ruler.top + 4 })
    expect(editor.scroller.scrollTop).toBe(0)
  })
})
