import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ExcerptsView } from './pages/excerpts-view'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'
import { addPort, port } from './pages/two-releases'

/** Two releases with marks in both: a quote and a claim each, and a note in the first. */
async function openMarkedReleases(): Promise<Desk> {
  const desk = await openGivenRelease()
  const { window } = desk
  await window.mark('q', given.firstQuote.pieces[0])
  await window.mark('c', given.claims.nations)
  await window.choose('Tags', 'coalition/size')
  await window.mark('n', 'designated areas in Iraq and Syria')
  await addPort(desk)
  await window.mark('q', port.quote)
  await window.mark('c', port.claim)
  await window.saved()
  return desk
}

interface Annotated {
  readonly target: readonly { readonly exact: string }[]
  readonly tags: readonly string[]
  readonly status: string
}

/** Tags and status on disk by the first words of each annotation. */
async function onDisk(workspace: string): Promise<{ readonly [words: string]: string }> {
  const run = await runPressmark(['annotations', workspace, '--json'])
  const all: Annotated[] = JSON.parse(run.out)
  return Object.fromEntries(
    all.map(({ target, tags, status }) => [target[0]?.exact.slice(0, 12) ?? '', `${tags.join(', ')} ${status}`]),
  )
}

test('excerpts of two documents are found, tagged together, taken back, opened and exported', async () => {
  test.setTimeout(180_000)
  const desk = await openMarkedReleases()
  const { app, page, window, workspace, folder } = desk
  const view = new ExcerptsView(page)

  await test.step('all are there, in page order, and axe finds nothing', async () => {
    await view.open()
    await view.counts('5 excerpts')
    await expect(view.grid).toHaveAttribute('aria-rowcount', '6')
    await view.expectAt(/ISIS retains a significant/)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  await test.step('filters and words narrow them, and counts tell what each would leave', async () => {
    await view.tick(/^Claim 2/)
    await view.counts('2 of 5 excerpts')
    await expect(view.filters.getByRole('checkbox', { name: /^Quote 2/ })).toBeVisible()
    await expect(view.filters.getByRole('checkbox', { name: /^size 1/ })).toBeVisible()
    await view.tick(/^Quote 2/)
    await view.counts('4 of 5 excerpts')
    await page.keyboard.press('/')
    await expect(view.search).toBeFocused()
    await page.keyboard.type('shore berth')
    await view.counts('2 of 5 excerpts')
    await page.keyboard.press('Escape')
    await view.counts('4 of 5 excerpts')
    await page.keyboard.press('Enter')
    await expect(view.grid).toBeFocused()
  })

  const before = await onDisk(workspace)
  await test.step('those selected are tagged and submitted, each in one step', async () => {
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(page.getByRole('group', { name: 'Selected excerpts' })).toContainText('3 selected')
    await page.keyboard.press('t')
    const tag = page.getByRole('dialog', { name: 'Tag excerpts' }).getByRole('combobox', { name: 'Tag' })
    await tag.fill('review/first')
    await tag.press('Enter')
    await expect(view.grid.getByText('review / first')).toHaveCount(3)
    await expect(view.row(/representing 71/)).toContainText('+1: review / first')
    await page.getByRole('button', { name: 'Set status' }).click()
    await page.getByRole('menuitem', { name: 'Submitted' }).click()
    await expect(view.grid.getByText('Submitted')).toHaveCount(3)
    await window.saved()
    expect(await onDisk(workspace)).toMatchObject({
      representing: 'coalition/size, review/first submitted',
      '“a good firs': 'review/first submitted',
      'Work on the ': 'review/first submitted',
      '“ISIS retain': ' draft',
    })
  })

  await test.step('one undo takes back each in both documents, and redo does it again', async () => {
    await view.grid.focus()
    await page.keyboard.press('Control+z')
    await expect(view.grid.getByText('Submitted')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(view.grid.getByText('review / first')).toHaveCount(0)
    await window.saved()
    expect(await onDisk(workspace)).toEqual(before)
    await page.keyboard.press('Control+y')
    await expect(view.grid.getByText('review / first')).toHaveCount(3)
  })

  await test.step('a row opens the text at its place, and the way back leads to the row', async () => {
    await view.grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await view.expectAt(/representing 71 nations/)
    await page.keyboard.press('Enter')
    await expect(window.text).toBeFocused()
    await expect(window.text).toContainText('representing 71 nations')
    await expect(window.inspector).toContainText('representing 71 nations')
    await page.getByRole('button', { name: 'Back to excerpts' }).click()
    await expect(view.grid).toBeFocused()
    await view.expectAt(/representing 71 nations/)
  })

  await test.step('undo in the text takes back what was done in documents that are not open, too', async () => {
    await page.keyboard.press('Control+1')
    await expect(window.text).toBeFocused()
    await page.keyboard.press('Control+z')
    await window.saved()
    expect(await onDisk(workspace)).toEqual(before)
    await view.open()
  })

  await test.step('what is shown is written, as the preview says, and proven', async () => {
    await view.search.fill('shore berth')
    await view.counts('2 of 5 excerpts')
    await page.getByRole('button', { name: 'Choose format' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^JSON Lines/ }).click()
    await expect(view.preview.getByText('first rows of 2')).toBeVisible()
    await expect(view.preview.getByText('All 2 excerpts')).toBeVisible()
    await expect(view.preview.getByRole('group', { name: 'First rows of the file' })).toContainText('a good first step')
    await page.screenshot({ path: join(folder, 'preview.png') })
    const file = join(folder, 'shown.jsonl')
    await answerDialogs(app, [file])
    await view.grid.focus()
    await page.keyboard.press('Control+e')
    await expect(page.getByText('Exported 2 excerpts')).toBeVisible()
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line).headline)).toEqual([port.headline, port.headline])
    const verified = await runPressmark(['verify', file, '--workspace', workspace, '--json'])
    expect(JSON.parse(verified.out)).toMatchObject({ checked: 2, passed: 2, failed: [] })
  })

  expect(desk.complaints).toEqual([])
  await desk.leave()
})
