import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { givenRelease as given } from './pages/given-release'
import { answerDialogs, freshFolder, launch, type RunningApp } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'

const quote = given.firstQuote.pieces[0]

test('the main cycle by keyboard alone: from the first start to an export', async () => {
  test.setTimeout(120_000)
  const { path, remove } = await freshFolder()
  const running = await launch({ userFolder: join(path, 'user') })
  const { page, window } = running
  const announced = page.getByRole('log', { name: 'Announcements' })
  await countPointerEvents(page)

  await test.step('first start and import', async () => {
    await expect(page.getByRole('textbox', { name: 'Your name on annotations' })).toBeFocused()
    await expect(page.getByRole('main', { name: 'Start' })).toMatchAriaSnapshot(`
      - main "Start":
        - heading "Begin with your name and a workspace" [level=2]
        - text: Your name on annotations
        - textbox "Your name on annotations"
        - button "New workspace…"
        - button "Open workspace…"
    `)
    await page.keyboard.type('Test Annotator')
    await tabTo(page, 'New workspace…', 'Tab')
    await answerDialogs(running.app, [join(path, 'study')])
    await page.keyboard.press('Enter')
    await expect(window.library).toBeVisible()
    await answerDialogs(running.app, [given.file])
    await page.keyboard.press('Control+o')
    await expect(window.document(given.headline)).toBeVisible()
    await expect(window.text).toBeFocused()
    await expect(window.library).toMatchAriaSnapshot(`
      - navigation "Library":
        - listbox "Documents":
          - option "${given.headline}" [selected]
    `)
  })

  await test.step('select and mark', async () => {
    await goToParagraph(page, 3)
    await extend(page, quote.length)
    await expect.poll(() => selected(page)).toBe(quote)
    await expect(window.toolbar).toMatchAriaSnapshot(`
      - toolbar "Selection":
        - button /Quote/
        - button /Claim/
        - button /Note/
        - button /Tag/
    `)
    await page.keyboard.press('q')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(1)
    await expect(announced).toHaveText('Quote marked: “ISIS retains a significant presence near the Iraqi …')
    await expect(window.inspector).toMatchAriaSnapshot(`
      - complementary "Inspector":
        - heading /Quote 1 of 1/ [level=2]
        - button "Previous annotation"
        - button "Next annotation"
        - blockquote: /ISIS retains/
        - list "Named in the text"
        - combobox "Speakers"
        - group "Source"
        - group "Cue"
        - radiogroup "Type":
          - radio "Direct" [checked]
          - radio "Indirect"
          - radio "Mixed"
        - combobox "Tags"
        - textbox "Note"
        - list "Annotations":
          - listitem:
            - button /^Quote, direct, 1 of 1/
        - button /Status/
        - button "Delete annotation"
    `)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await extend(page, given.firstQuote.cue.length)
    await expect.poll(() => selected(page)).toBe(given.firstQuote.cue)
    await expect(window.toolbar.getByRole('button', { name: 'Cue' })).toBeVisible()
    await page.keyboard.press('u')
    await expect(window.field('Cue')).toContainText(given.firstQuote.cue)
    await expect(announced).toHaveText(`Cue set: ${given.firstQuote.cue}`)

    await goToParagraph(page, 5)
    await page.keyboard.press('Alt+ArrowDown')
    await expect(window.toolbar).toBeVisible()
    await page.keyboard.press('c')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(2)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('designated areas')
    await page.keyboard.press('Enter')
    await expect.poll(() => selected(page)).toBe('designated areas')
    await expect(window.toolbar).toBeVisible()
    await page.keyboard.press('n')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(3)
    await expect(window.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
    await page.keyboard.type('Which ones? Nobody counts them.')
    await backToText(running)
    await expect(window.annotations.getByRole('listitem')).toHaveCount(3)
  })

  await test.step('tag and note, and back to the text', async () => {
    await goTo(running, 'Quote')
    await page.keyboard.press('t')
    await expect(window.inspector.getByRole('combobox', { name: 'Tags' })).toBeFocused()
    await page.keyboard.type('border')
    await page.keyboard.press('Enter')
    await backToText(running)
    await page.keyboard.press('e')
    await expect(window.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
    await page.keyboard.type('Who spoke first?')
    await backToText(running)
    await window.saved()
    await expect(page.getByRole('list', { name: 'Annotations' })).toMatchAriaSnapshot(`
      - list "Annotations":
        - listitem:
          - button /^Quote, direct/
        - listitem:
          - button /^Claim/
        - listitem:
          - button /^Note/
    `)
  })

  await test.step('delete, undo and redo', async () => {
    await goTo(running, 'Note')
    await page.keyboard.press('Delete')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(2)
    await expect(window.text).toBeFocused()
    await expect(announced).toHaveText('Note deleted. Ctrl Z brings it back.')
    await page.keyboard.press('Control+z')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(3)
    await page.keyboard.press('Control+y')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(2)
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+z')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(3)
  })

  await test.step('through the panes and back', async () => {
    await page.keyboard.press('F6')
    await expect(window.inspector.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('F6')
    await expect(window.library.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Shift+F6')
    await page.keyboard.press('Shift+F6')
    await expect(window.text).toBeFocused()
  })

  await test.step('export from the palette', async () => {
    const file = join(path, 'excerpts.csv')
    await answerDialogs(running.app, [file])
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Command palette' })
    await expect(palette.getByRole('combobox', { name: 'Go to or run' })).toBeFocused()
    await page.keyboard.type('export csv')
    await expect(palette).toMatchAriaSnapshot(`
      - dialog "Command palette":
        - combobox "Go to or run" [expanded]
        - status: 1 result
        - listbox "Results":
          - group "Commands":
            - option /Export excerpts as CSV/ [selected]
    `)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Exported 3 excerpts')).toBeVisible()
    await expect(window.text).toBeFocused()
    const proof = await runPressmark(['verify', file, '--workspace', join(path, 'study'), '--json'])
    expect(JSON.parse(proof.out)).toMatchObject({ checked: 3, passed: 3 })
  })

  expect(await pointerEvents(page)).toBe(0)
  expect(running.complaints).toEqual([])
  await running.close()
  await remove()
})

test('keys that the person has set act after a restart, and the size of the text stays', async () => {
  const { path, remove } = await freshFolder()
  const options = { userFolder: join(path, 'user'), annotator: 'Test Annotator' }
  const first = await launch(options)
  await expect(first.page.getByRole('main', { name: 'Start' })).toBeVisible()
  await first.page.keyboard.press('Control+,')
  const settings = first.page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('textbox', { name: 'Your name on annotations' })).toBeFocused()
  await tabTo(first.page, 'Text size', 'Tab')
  await first.page.keyboard.press('ArrowRight')
  await tabTo(first.page, 'Change keys: Keyboard shortcuts, ?', 'Tab')
  await first.page.keyboard.press('Enter')
  await first.page.keyboard.press('F1')
  await expect(settings.getByRole('button', { name: 'Change keys: Keyboard shortcuts, F1' })).toBeFocused()
  await first.page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await first.close()

  const again = await launch(options)
  await expect(again.page.getByRole('main', { name: 'Start' })).toBeVisible()
  await again.page.keyboard.press('F1')
  const sheet = again.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Keyboard shortcuts' })).toContainText('F1')
  const size = await again.page.evaluate(() => document.documentElement.style.getPropertyValue('--reading-size'))
  expect(size).toBe('18px')
  await again.close()
  await remove()
})

async function goToParagraph(page: Page, n: number): Promise<void> {
  await page.keyboard.press('Control+g')
  await page.keyboard.type(String(n))
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('option', { selected: true })).toContainText(`¶ ${n}`)
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Document text' })
  await expect(text).toBeFocused()
  // The caret goes there in the frame after the one in which the text gets the focus.
  await expect(text.locator('.pm-caret-block')).toHaveAttribute('data-paragraph', String(n))
}

async function extend(page: Page, characters: number): Promise<void> {
  for (let n = 0; n < characters; n += 1) await page.keyboard.press('Shift+ArrowRight')
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '')
}

/** Steps through the annotations until one of a kind is the active one. */
async function goTo({ page, window }: RunningApp, kind: string): Promise<void> {
  const current = window.annotations.locator('[aria-current=true]')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(current).toHaveAccessibleName(new RegExp(`^${kind}`), { timeout: 500 })
  }).toPass()
}

async function backToText({ page, window }: RunningApp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(window.text).toBeFocused({ timeout: 500 })
  }).toPass()
}

/** Presses Tab (or Shift+Tab) until what is called that has the focus. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true }).or(page.getByRole('slider', { name, exact: true }))
  for (let n = 0; n < 300; n += 1) {
    await page.keyboard.press(key)
    if (await wanted.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach: ${name}`)
}

async function countPointerEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.pointerEvents = '0'
    const count = () => {
      const { dataset } = document.documentElement
      dataset.pointerEvents = String(Number(dataset.pointerEvents) + 1)
    }
    for (const name of ['pointerdown', 'mousedown', 'touchstart']) window.addEventListener(name, count, true)
  })
}

function pointerEvents(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset.pointerEvents))
}
