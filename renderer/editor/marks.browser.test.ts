import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { PainterName } from './painter'
import { annotations, at, mark, revision } from './testing/ferry-release'
import { settle } from './testing/input'
import { type ShownEditor, showEditor } from './testing/show-editor'
import { annotationOf, releaseOf, syntheticAnnotations, syntheticRelease } from './testing/synthetic-release'

let editor: ShownEditor

beforeAll(() => page.viewport(1440, 900))

afterEach(() => editor.close())

const reported = (name: string) => editor.calls.filter(call => call[0] === name).map(call => call[1])

describe.each<PainterName>(['highlights', 'decorations'])('marks by %s', painter => {
  /** Words under each line of a kind and lane, and on each tint, whoever paints them. */
  function painted(name: string): string[] {
    if (painter === 'decorations') {
      const selector = name
        .replace(/^line-(\w+)-(\d)$/, '.pm-line.pm-$1.pm-lane-$2')
        .replace(/^tint-(\w+)$/, '.pm-tint-$1')
      return Array.from(editor.text.querySelectorAll(selector), element => element.textContent ?? '')
    }
    return Array.from(
      CSS.highlights.get(`pressmark-${name}`) ?? [],
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        return range.toString()
      },
    )
  }

  beforeEach(() => {
    editor = showEditor({ revision, annotations, painter })
  })

  test('a quote, the claim in it and a note are drawn in their lanes', () => {
    expect(painted('line-quote-1').join('')).toBe('“We waited ten years for it,”')
    expect(painted('line-claim-2').join('')).toBe('waited ten years')
    expect(painted('line-note-1').join('')).toBe('Tickets stay')
    expect(painted('tint-claim').join('')).toBe('waited ten years')
    expect(painted('tint-quote')).toEqual(['“We ', ' for it,”'])
    expect(painted('tint-note')).toEqual([])
  })

  test('a colleague’s have another line than one’s own, one’s own the upper lane', () => {
    editor.update({ theirs: new Set(['quote', 'note']) })
    expect(painted('line-claim-1').join('')).toBe('waited ten years')
    if (painter === 'decorations') {
      const styles = Array.from(editor.text.querySelectorAll('.pm-line'), line => [
        line.textContent,
        getComputedStyle(line).textDecorationStyle,
      ])
      expect(styles).toContainEqual(['waited ten years', 'solid'])
      expect(styles.filter(([, style]) => style === 'double')).toEqual([])
      expect(styles).toContainEqual(['Tickets stay', 'dotted'])
    } else {
      expect(painted('line-theirs-quote-2').join('')).toBe('“We waited ten years for it,”')
      expect(painted('line-theirs-note-1').join('')).toBe('Tickets stay')
      const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText)
      const quote = rules.find(rule => rule.startsWith('::highlight(pressmark-line-theirs-quote-1)'))
      expect(quote).toContain('dashed')
    }
  })

  test('they are right when the active annotation cuts the text and when it no longer does', () => {
    editor.update({ activeId: 'quote' })
    expect(editor.text.querySelector('[aria-current=true]')?.textContent).toContain('“We')
    expect(Array.from(editor.text.querySelectorAll('.pm-part'), part => part.textContent)).toEqual([
      'the harbour master',
      'said on',
    ])
    expect(painted('line-quote-1').join('')).toBe('“We waited ten years for it,”')
    expect(document.querySelectorAll('.pm-outline')).toHaveLength(1)
    expect(document.querySelectorAll('.pm-outline-part')).toHaveLength(2)
    editor.update({ activeId: 'claim' })
    expect(painted('line-claim-2').join('')).toBe('waited ten years')
    editor.update({ activeId: null })
    expect(painted('line-claim-2').join('')).toBe('waited ten years')
    expect(editor.text.querySelector('.pm-active')).toBeNull()
    expect(document.querySelector('.pm-outline')).toBeNull()
  })

  test('the outline is one shape, whatever lies inside the active annotation', () => {
    editor.scroller.style.setProperty('--reading-column', '0.4')
    editor.update({ activeId: 'quote', annotations: [...annotations, mark('end', 'claim', 'for it')] })
    const shapes = document.querySelector('.pm-outline')?.getAttribute('d')?.match(/M/g)
    expect(shapes).toHaveLength(1)
  })

  test('new annotations keep the selection, the blocks on screen and the scroll position', async () => {
    editor.handle.focus()
    editor.handle.select(at('ten years'))
    editor.calls.length = 0
    const blocks = [...editor.text.children]
    editor.update({ annotations: [...annotations, mark('more', 'claim', '71 berths')] })
    await settle()
    expect([...editor.text.children]).toEqual(blocks)
    expect(window.getSelection()?.toString()).toBe('ten years')
    expect(reported('selection')).toEqual([])
    expect(painted('line-claim-1')).toEqual(['71 berths'])
    editor.update({ annotations: [] })
    expect(painted('line-claim-1')).toEqual([])
    expect(painted('tint-quote')).toEqual([])
  })

  test('blocks whose marks stay are not drawn again', async () => {
    const untouched = editor.text.children[2]
    const before = untouched?.firstChild
    const changes: MutationRecord[] = []
    const observer = new MutationObserver(records => changes.push(...records))
    if (untouched !== undefined) observer.observe(untouched, { childList: true, characterData: true, subtree: true })
    editor.update({ annotations: [...annotations, mark('more', 'claim', '71 berths')] })
    await settle()
    observer.disconnect()
    expect(changes).toEqual([])
    expect(untouched?.firstChild).toBe(before)
  })

  test('a selection stays to be seen when the focus goes elsewhere', async () => {
    editor.handle.focus()
    editor.handle.select(at('ten years'))
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    await settle()
    const kept =
      painter === 'highlights' ? painted('selection').join('') : editor.text.querySelector('.pm-selection')?.textContent
    expect(kept).toBe('ten years')
    editor.handle.focus()
    await settle()
    expect(window.getSelection()?.toString()).toBe('ten years')
    expect(editor.text.querySelector('.pm-selection')).toBeNull()
    expect(painted('selection')).toEqual([])
    field.remove()
  })

  test('another text takes the place of the first, with its own marks', () => {
    const next = releaseOf([{ text: 'A quite different text.' }], [], 'b'.repeat(64))
    editor.update({
      revision: next,
      annotations: [annotationOf(next, 'x', 'claim', [{ part: 'content', start: 2, end: 7 }])],
    })
    expect(editor.text.textContent).toBe('A quite different text.')
    expect(painted('line-claim-1')).toEqual(['quite'])
    expect(painted('line-quote-1')).toEqual([])
  })

  test('nothing stays behind on the page', () => {
    editor.close()
    const left = Array.from(CSS.highlights.keys()).filter(name => name.startsWith('pressmark'))
    expect(left).toEqual([])
  })
})

describe.each<PainterName>(['highlights', 'decorations'])('a long text by %s', painter => {
  const long = syntheticRelease(150_000)
  const many = syntheticAnnotations(long, 2_000)

  beforeEach(() => {
    editor = showEditor({ revision: long, annotations: many, painter })
  })

  test('only marks near the viewport are drawn, before and after a jump', async () => {
    const count = () =>
      painter === 'decorations'
        ? editor.text.querySelectorAll('.pm-line').length
        : Array.from(CSS.highlights.values()).reduce((sum, highlight) => sum + highlight.size, 0)
    expect(count()).toBeGreaterThan(5)
    expect(count()).toBeLessThan(500)
    editor.handle.scrollToOffset(120_000)
    await settle()
    await settle()
    expect(count()).toBeGreaterThan(5)
    expect(count()).toBeLessThan(500)
    const box = editor.handle.rectOf({ start: 120_000, end: 120_001 })
    expect(box?.top).toBeGreaterThan(0)
    expect(box?.bottom).toBeLessThan(700)
  })

  test('every mark in sight is drawn wherever the text is scrolled to', async () => {
    const sparse = syntheticAnnotations(long, 300, 5)
    editor.update({ annotations: sparse })
    for (const share of [0.1, 0.35, 0.8, 1, 0]) {
      editor.scroller.scrollTop = share * editor.scroller.scrollHeight
      await settle()
      const drawn = new Set(
        Array.from(document.querySelectorAll<HTMLElement>('.margin-bar'), bar => bar.dataset.annotation),
      )
      const inSight = sparse.filter(({ placements }) => {
        const segment = placements.get(long.id)?.segments[0]
        const box = segment === undefined ? null : editor.handle.rectOf(segment)
        return box !== null && box.bottom > 0 && box.top < 700
      })
      expect(inSight.length).toBeGreaterThan(0)
      expect(inSight.filter(({ id }) => !drawn.has(id))).toEqual([])
    }
  })

  test('a jump flashes the active annotation', async () => {
    editor.update({ activeId: 'annotation-9' })
    editor.handle.scrollToOffset(90_000, { flash: true })
    expect(editor.scroller.hasAttribute('data-flash')).toBe(true)
    await new Promise(resolve => setTimeout(resolve, 700))
    expect(editor.scroller.hasAttribute('data-flash')).toBe(false)
  })
})

test('two editors on one page share the registry and leave each other alone', () => {
  editor = showEditor({ revision, annotations, painter: 'highlights' })
  const other = showEditor({ revision, annotations: [mark('x', 'note', '71 berths')], painter: 'highlights' })
  expect(CSS.highlights.get('pressmark-line-note-1')?.size).toBe(2)
  other.close()
  expect(CSS.highlights.get('pressmark-line-note-1')?.size).toBe(1)
})
