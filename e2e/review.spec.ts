import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs, launch, type RunningApp } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'
import { queueOf } from './pages/review-queue'

/** Bundles the desk's own work through the menu. */
async function bundle({ app, page, window }: RunningApp, file: string): Promise<void> {
  await window.command('File', 'Bundle for a colleague…')
  await answerDialogs(app, [file])
  await page
    .getByRole('dialog', { name: 'Bundle for a colleague' })
    .getByRole('button', { name: 'Save bundle…' })
    .click()
  await expect(page.getByText(`bundled in ${file}`)).toBeVisible()
  await page.getByRole('button', { name: 'Close this message' }).click()
}

/** Takes a bundle in through the menu; the review of its sender is open then. `same`: how many names both have, which are made one. */
async function receive({ app, page, window }: RunningApp, file: string, from: string, same = 0): Promise<void> {
  await answerDialogs(app, [file])
  await window.command('File', 'Receive a colleague’s bundle…')
  const dialog = page.getByRole('dialog', { name: 'Receive a bundle' })
  await expect(dialog).toContainText(`Receive from ${from}`)
  await dialog.getByRole('button', { name: 'Receive' }).click()
  if (same > 0) {
    const names = page.getByRole('dialog', { name: 'Same names' })
    await expect(names.getByRole('checkbox')).toHaveCount(same)
    await names.getByRole('button', { name: `Merge ${same} names` }).press('Enter')
    await expect(page.getByText(`${same} names merged`)).toBeVisible()
  } else await expect(page.getByText(`Received from ${from}`)).toBeVisible()
  await page.getByRole('button', { name: 'Close this message' }).click()
}

test('two people review each other’s work with bundles alone: agree, dispute, take over, answer, resolve', async () => {
  test.setTimeout(240_000)
  const ann: Desk = await openGivenRelease(undefined, 'Ann Marsh')
  const bo: Desk = await openGivenRelease(undefined, 'Bo Reid')
  const fromAnn = join(ann.folder, 'ann.pressmark')
  const fromBo = join(bo.folder, 'bo.pressmark')

  await test.step('both code the same release, each on their own', async () => {
    await ann.window.mark('q', given.firstQuote.pieces[0])
    await ann.window.choose('Tags', 'security/threat')
    await ann.window.mark('c', 'representing 71 nations and four international organizations')
    await ann.window.mark('c', 'lasting stability to both Iraq and Syria')
    await ann.window.saved()
    await bo.window.mark('q', given.firstQuote.pieces[0])
    await bo.window.choose('Tags', 'Security/threat')
    await bo.window.mark('c', 'representing 71 nations and four international')
    await bo.window.mark('n', 'designated areas in Iraq and Syria')
    await bo.window.saved()
  })

  await test.step('Bo receives Ann’s bundle and works the queue by keyboard', async () => {
    await bundle(ann, fromAnn)
    await receive(bo, fromAnn, 'Ann Marsh', 2)
    const { page } = bo
    const queue = queueOf(bo)
    await expect(page.getByText('3 open, 0 decided')).toBeVisible()
    await expect(queue.heads).toHaveCount(3)
    const documents = await runPressmark(['documents', bo.workspace, '--json'])
    const [document] = JSON.parse(documents.out) as { id: string }[]
    const told = await runPressmark([
      'agreement',
      bo.workspace,
      '--annotators',
      'Bo Reid,Ann Marsh',
      '--document',
      document?.id ?? '',
      '--layer',
      'all',
      '--json',
    ])
    const { measures } = JSON.parse(told.out).layers[0] as { measures: { [id: string]: { value: number } } }
    const strip = page.getByRole('region', { name: 'Colleague' })
    await expect(strip).toContainText(
      `${measures.spanF1Exact?.value.toFixed(2)}exact${measures.spanF1Overlap?.value.toFixed(2)}overlapping`,
    )
    await queue.heads.first().focus()
    await page.keyboard.press('j')
    await expect(queue.current).toContainText('Only Ann')
    await page.keyboard.press('y')
    await expect(queue.current).toContainText('Boundary differs')
    await expect(queue.body).toContainText('organizations')
    await page.keyboard.press('2')
    const reason = page.getByRole('textbox', { name: 'Reason of the dispute' })
    await expect(reason).toBeFocused()
    await reason.fill('Without the word organizations.')
    await page.keyboard.press('Enter')
    await expect(queue.current).toContainText('Only you')
    await page.keyboard.press('2')
    await expect(page.getByRole('textbox', { name: 'Why yours stays' })).toBeFocused()
    await page.keyboard.type('An area to watch.')
    await page.keyboard.press('Enter')
    await expect(page.getByText('0 open, 2 decided')).toBeVisible()
    await expect(queue.heads).toHaveCount(2)
    await bo.window.saved()
  })

  await test.step('undo takes the last decision back, redo does it again', async () => {
    await bo.page.keyboard.press('Control+z')
    await expect(bo.page.getByText('1 open, 1 decided')).toBeVisible()
    await expect(bo.page.getByRole('contentinfo')).toContainText('Undone: the answer “An area to watch.”')
    await bo.page.keyboard.press('Control+y')
    await expect(bo.page.getByText('0 open, 2 decided')).toBeVisible()
    await bo.window.saved()
  })

  await test.step('Ann sees what Bo decided, answers, and resolves it', async () => {
    await bundle(bo, fromBo)
    await receive(ann, fromBo, 'Bo Reid', 2)
    const { page } = ann
    const queue = queueOf(ann)
    const case1 = queue.heads.filter({ hasText: 'Boundary differs' })
    await case1.click()
    await expect(queue.body).toContainText('Without the word organizations.')
    await page.keyboard.press('r')
    await page.getByRole('textbox', { name: 'Reply to Bo' }).fill('You are right.')
    await page.keyboard.press('Enter')
    await expect(queue.body).toContainText('You are right.')
    await expect(queue.current).toBeFocused()
    await page.keyboard.press('y')
    await expect(case1).toHaveCount(0)
    await ann.window.saved()
  })

  await test.step('on disk: the mark is as Bo has it, Bo’s work is a guest’s, and nothing else of Ann’s has changed', async () => {
    const run = await runPressmark(['annotations', ann.workspace, '--annotator', 'Ann Marsh', '--json'])
    const mine: { target: { exact: string }[] }[] = JSON.parse(run.out)
    expect(mine.map(({ target }) => target[0]?.exact).sort()).toEqual(
      [
        given.firstQuote.pieces[0],
        'lasting stability to both Iraq and Syria',
        'representing 71 nations and four international',
      ].sort(),
    )
    const register = await runPressmark(['doctor', ann.workspace, '--json'])
    expect(JSON.parse(register.out)).toMatchObject({ ok: true })
  })

  await test.step('both adjudicate to gold: what both say is taken in, the rest is decided with its reason', async () => {
    for (const desk of [ann, bo]) {
      const { page } = desk
      await page.getByRole('button', { name: 'Adjudicate…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Adjudicate' })
      await expect(dialog.getByRole('checkbox')).toHaveCount(2)
      await dialog.getByRole('textbox', { name: 'Name of the set' }).fill(`Gold of ${desk === ann ? 'Ann' : 'Bo'}`)
      await dialog.getByRole('button', { name: 'Make gold set' }).click()
      await expect(page.getByRole('region', { name: 'Gold set' })).toContainText('Gold set of')
      await page.getByRole('button', { name: 'Close this message' }).click()
    }
    const casesOf = ({ page }: Desk) => {
      const list = page.getByRole('list', { name: 'Cases' })
      return { current: list.locator('[aria-current=true]'), sum: (text: string) => expect(page.getByText(text)) }
    }
    const { page } = ann
    const ofAnn = casesOf(ann)
    await ofAnn.sum('1 to decide, 3 decided').toBeVisible()
    await expect(ofAnn.current).toContainText('Only Bo')
    await page.keyboard.press('4')
    await expect(page.getByRole('button', { name: 'Ambiguous text' })).toBeFocused()
    await page.keyboard.press('3')
    await ofAnn.sum('0 to decide, 4 decided').toBeVisible()
    await page.keyboard.press('Control+z')
    await ofAnn.sum('1 to decide, 3 decided').toBeVisible()
    await expect(page.getByRole('contentinfo')).toContainText('The last decision is taken back.')
    await page.keyboard.press('Control+y')
    await ofAnn.sum('0 to decide, 4 decided').toBeVisible()
    await page.getByRole('button', { name: 'Decided 4' }).click()
    await page.keyboard.press('k')
    await expect(ofAnn.current).toContainText('Nothing belongs here')
    const ofBo = casesOf(bo)
    await ofBo.sum('2 to decide, 2 decided').toBeVisible()
    // The mark that was looked at last is where one begins.
    await expect(ofBo.current).toContainText('Only you')
    await ofBo.current.focus()
    for (const key of ['1', '4']) await bo.page.keyboard.press(key)
    await bo.page.getByRole('textbox', { name: 'Take yours: why?' }).fill('An area to watch.')
    await bo.page.keyboard.press('Enter')
    await ofBo.sum('1 to decide, 3 decided').toBeVisible()
    await expect(ofBo.current).toContainText('Boundary differs')
    for (const key of ['1', '2']) await bo.page.keyboard.press(key)
    await ofBo.sum('0 to decide, 4 decided').toBeVisible()
    await bo.page.getByRole('button', { name: 'All 4', exact: true }).click()
    await bo.page.keyboard.press('k')
    await expect(bo.page.getByText('As you. An area to watch.')).toBeVisible()
  })

  await test.step('agreement in the window, the gold set among the annotators, is what the command line says', async () => {
    const { page } = ann
    await page.getByRole('button', { name: 'Agreement…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Agreement' })
    await dialog.getByRole('checkbox', { name: 'Gold of Ann' }).check()
    await dialog.getByRole('button', { name: 'Measure' }).click()
    await expect(dialog.getByRole('table').first()).toBeVisible()
    const names = 'Ann Marsh,Bo Reid,Gold of Ann'
    const run = await runPressmark(['agreement', ann.workspace, '--annotators', names, '--json'])
    const told: { layers: { layer: string; measures: { [id: string]: { value: number | null } } }[] } = JSON.parse(
      run.out,
    )
    for (const [layer, shown] of [
      ['all', 'All annotations'],
      ['kind:quote', 'Quotes'],
      ['label:kind', 'Label: kind'],
    ] as const) {
      await dialog.getByRole('button', { name: 'Layer' }).click()
      await page.getByRole('option', { name: shown, exact: true }).click()
      const measures = Object.entries(told.layers.find(one => one.layer === layer)?.measures ?? {})
      expect(measures.length).toBeGreaterThan(1)
      for (const [id, { value }] of measures) {
        const cell = dialog.locator(`[data-measure="${id}"] > td`).first()
        await expect(cell, `${layer} ${id}`).toContainText(value === null ? 'not defined' : value.toFixed(3))
      }
    }
    await dialog.getByRole('button', { name: 'Layer' }).click()
    await page.getByRole('option', { name: 'All annotations' }).click()
    await dialog.getByRole('button', { name: 'Exact F1, every two annotators' }).click()
    await dialog.getByRole('button', { name: /^Ann Marsh and Bo Reid: .*places/ }).click()
    const places = dialog.getByRole('list', { name: 'Places' }).getByRole('button')
    await expect(places.first()).toContainText('Not the same · Bo Reid: marked, Ann Marsh: not marked')
    await expect(dialog.getByRole('button', { name: 'Figures' })).toBeFocused()
    await places.first().press('Enter')
    await expect(ann.window.text).toBeFocused()
    await expect(ann.window.text.getByText('designated areas in Iraq')).toBeInViewport()
  })

  expect([...ann.complaints, ...bo.complaints]).toEqual([])
  await ann.leave()
  await bo.leave()
})

test('two colleagues at the same time: their differences in one queue, their marks in columns with letters, names hidden', async () => {
  test.setTimeout(180_000)
  const desk = await openGivenRelease(undefined, 'Ann Marsh')
  await desk.window.mark('c', 'lasting stability to both Iraq and Syria')
  await desk.window.saved()
  await desk.close()
  for (const [name, words] of [
    ['Bo Reid', 'lasting stability to both Iraq'],
    ['Cy Ober', 'This is a key milestone'],
  ] as const) {
    const other = await launch({
      userFolder: join(desk.folder, name),
      workspace: desk.workspace,
      annotator: name,
    })
    await expect(other.window.text).toBeVisible()
    await other.window.mark('c', words)
    await other.window.saved()
    await other.close()
  }
  const ann = await launch({ ...desk.options, workspace: desk.workspace })
  const { page } = ann
  await expect(ann.window.text).toBeVisible()
  await page.keyboard.press('Control+3')
  const queue = queueOf(ann)
  await expect(queue.heads).toHaveCount(1)
  await expect(page.locator('.margin-bar[data-letter]')).toHaveCount(0)

  await page.getByRole('button', { name: 'Others at the same time' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Cy Ober' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Colleague' })).toContainText('Beside them: Cy Ober')
  await expect(queue.heads).toHaveCount(3)
  await expect(queue.heads.nth(0)).toContainText('Only Cy')
  await expect(queue.heads.nth(1)).toContainText('Boundary differs: Bo')
  await expect(queue.heads.nth(2)).toContainText('You, and not Cy')
  await expect(page.getByRole('navigation', { name: 'Review documents' })).toContainText('0 alike, 3 different')
  await queue.heads.nth(1).click()
  const letters = page.locator('.margin-bar[data-letter]')
  await expect
    .poll(() => letters.evaluateAll(bars => bars.map(bar => bar.getAttribute('data-letter')).sort()))
    .toEqual(['A', 'B'])
  const columns = await letters.evaluateAll(bars => bars.map(bar => bar.getBoundingClientRect().left))
  expect(new Set(columns).size).toBe(2)

  await page.getByRole('button', { name: 'Hide names' }).click()
  await expect(queue.heads.nth(0)).toContainText('Only Colleague B')
  await expect(queue.heads.nth(1)).toContainText('Boundary differs: Colleague A')
  await expect(page.locator('body')).not.toContainText(/Bo Reid|Cy Ober|: Bo|not Cy/)
  await page.getByRole('button', { name: 'Show names' }).click()

  await queue.heads.nth(0).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(page.getByText('2 open, 1 decided')).toBeVisible()
  await ann.window.saved()
  const compare = await runPressmark(['compare', desk.workspace, '--annotators', 'Ann Marsh,Cy Ober', '--json'])
  expect(JSON.parse(compare.out).counts[0]).toMatchObject({ onlyA: 1, onlyB: 1 })
  await page.getByRole('button', { name: 'Others at the same time: 1' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Cy Ober' }).press('Enter')
  await expect(queue.heads).toHaveCount(1)
  expect(ann.complaints).toEqual([])
  await ann.close()
  await desk.leave()
})
