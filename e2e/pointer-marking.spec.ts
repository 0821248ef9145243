import { expect, type Page, test } from '@playwright/test'
import { givenRelease } from './pages/given-release'
import { openGivenRelease } from './pages/given-workspace'

type Desk = Awaited<ReturnType<typeof openGivenRelease>>

const [firstPiece, secondPiece] = givenRelease.firstQuote.pieces

/** Where the first and the last letter of words of the text stand in the window. */
async function ends(page: Page, words: string) {
  return page.getByRole('textbox', { name: 'Document text' }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const letters: { readonly node: Node; readonly at: number }[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) letters.push({ node, at })
    const start = letters
      .map(({ node, at }) => node.nodeValue?.[at])
      .join('')
      .indexOf(wanted)
    const boxOf = (index: number) => {
      const letter = letters[index]
      if (letter === undefined) throw new Error(`not in the text: ${wanted}`)
      const range = document.createRange()
      range.setStart(letter.node, letter.at)
      range.setEnd(letter.node, letter.at + 1)
      return range.getBoundingClientRect()
    }
    const [first, last] = [boxOf(start), boxOf(start + wanted.length - 1)]
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    }
  }, words)
}

/** Draws over words from their first letter to their last, with the pointer. */
async function drawOver(page: Page, words: string): Promise<void> {
  const { from, to } = await ends(page, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

let desk: Desk

test.beforeEach(async () => {
  desk = await openGivenRelease()
})

test.afterEach(() => desk.leave())

const marked = () => desk.window.annotations.getByRole('listitem')

test('what is marked is offered no more: nothing hides the words after it, and the same key marks it once', async () => {
  const { page, window } = desk
  await drawOver(page, firstPiece)
  await expect(window.toolbar).toBeVisible()
  await page.keyboard.press('q')
  await expect(marked()).toHaveCount(1)
  await expect(window.toolbar).toBeHidden()
  await page.keyboard.press('q')
  await page.keyboard.press('c')
  await expect(marked()).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(marked()).toHaveCount(1)
  await page.keyboard.press('k')
  await drawOver(page, secondPiece)
  await expect(window.toolbar.getByRole('button', { name: 'Add to quote' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(window.toolbar).toBeHidden()
  await expect(marked()).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(window.field('Note')).toBeHidden()
  await expect(window.toolbar).toBeHidden()
})

test('a click beside all marks lets go of the annotation and of the selection, and what is drawn next stands alone', async () => {
  const { page, window } = desk
  await drawOver(page, firstPiece)
  await page.keyboard.press('q')
  await drawOver(page, 'SDF’s focus')
  await expect(window.toolbar.getByRole('button', { name: 'Add to quote' })).toBeVisible()
  const { from } = await ends(page, 'In a statement')
  await page.mouse.click(from.x, from.y)
  await expect(window.field('Note')).toBeHidden()
  await expect(window.toolbar).toBeHidden()
  await drawOver(page, 'Key Milestone')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Key Milestone')
})

test('words inside what is selected are drawn over anew, and what one leaves for another annotation is not selected any more', async () => {
  const { page, window } = desk
  await drawOver(page, firstPiece)
  await page.keyboard.press('q')
  await drawOver(page, 'retain safe haven')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('retain safe haven')
  await page.keyboard.press('c')
  await expect(marked()).toHaveCount(2)
  await expect(marked().filter({ hasText: 'retain safe haven' })).toHaveCount(1)
  await drawOver(page, 'Iraqi borders')
  await expect(window.toolbar).toBeVisible()
  await page.keyboard.press('j')
  await expect(window.toolbar).toBeHidden()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  await page.keyboard.press('Shift+Control+ArrowRight')
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('“')
})
