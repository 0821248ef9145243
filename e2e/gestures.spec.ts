import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { wantedSeed } from '#annotations/testing/wanted-seed'
import { type Chance, createChance } from './gestures/chance'
import { gestures } from './gestures/gestures'
import type { Place } from './gestures/hands'
import { randomText } from './gestures/random-texts'
import { diskState, editsIn, machineExcerpts, machineRows, machineState, windowState } from './gestures/three-states'
import { answerDialogs, freshFolder, type LaunchOptions, launch, type RunningApp } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'

const count = Number(process.env.PRESSMARK_GESTURES ?? '300')
/** After so many gestures all is compared. */
const batch = 40
const seed = wantedSeed(process.env.PRESSMARK_SEED)

test(`${count} random gestures leave window, machine and disk equal (seed ${seed})`, async () => {
  test.setTimeout(60_000 + count * 1_000)
  const chance = createChance(seed)
  const { path, remove } = await freshFolder()
  const workspace = join(path, 'study')
  const options = { userFolder: join(path, 'user'), annotator: 'Test Annotator' }
  const running = await begin(path, options, chance)
  const complaints = await listen(running)
  const done: string[] = []
  const place: Place = { running, chance, folder: path }
  const trail = () => `seed ${seed}, gesture ${done.length}:\n${done.slice(-60).join('\n')}`

  try {
    for (let n = 1; n <= count; n += 1) {
      const sight = await see(running)
      const gesture = chance.weighted(likely(sight.where))
      done.push(`${n} ${sight.where}: ${gesture.name}`)
      done[done.length - 1] += `: ${await gesture.do(place)}`
      await expectFocus(running, sight)
      if (n % batch !== 0 && n !== count) continue
      await expectEqual(running, workspace)
      expect(await complaints(), 'complaints').toEqual([])
    }
  } catch (error) {
    await test.info().attach('gestures', { body: trail(), contentType: 'text/plain' })
    console.log(trail())
    await running.page.screenshot({ path: test.info().outputPath('gestures.png') }).catch(() => undefined)
    throw error
  }
  const before = await diskState(workspace)
  const made = editsIn(before)
  console.log(`seed ${seed}: ${count} gestures made ${made} edits`)
  expect(made, 'gestures that did something').toBeGreaterThan(count / 20)
  await running.close()
  expect(await diskState(workspace)).toEqual(before)
  const doctor = await runPressmark(['doctor', workspace, '--json'])
  expect(JSON.parse(doctor.out)).toMatchObject({ ok: true })

  const again = await launch(options)
  await expectEqual(again, workspace)
  expect(await diskState(workspace)).toEqual(before)
  expect(again.complaints).toEqual([])
  await again.close()
  await remove()
})

/** A new workspace with a dozen texts of all kinds. */
async function begin(folder: string, options: LaunchOptions, chance: Chance): Promise<RunningApp> {
  const files = Array.from({ length: 12 }, (_, n) => ({ path: join(folder, `${n}.txt`), text: randomText(chance, n) }))
  for (const { path, text } of files) await writeFile(path, text)
  const running = await launch({ ...options, files: files.map(({ path }) => path) })
  await answerDialogs(running.app, [join(folder, 'study')])
  await running.page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(running.window.documents.getByRole('option')).toHaveCount(files.length)
  await answerDialogs(running.app, [])
  await running.page.keyboard.press('Escape')
  return running
}

/** What page and machine complain of from now on. The window stays open whatever is pressed, and nothing leaves it. */
async function listen({ app, page, complaints }: RunningApp): Promise<() => Promise<readonly string[]>> {
  page.on('console', message => {
    if (message.type() === 'warning') complaints.push(message.text())
  })
  await app.evaluate(({ BrowserWindow, dialog, shell }) => {
    const heard: string[] = []
    Object.assign(globalThis, { heardByTest: heard })
    process.on('unhandledRejection', reason => heard.push(`unhandled rejection: ${reason}`))
    process.on('uncaughtExceptionMonitor', error => heard.push(`uncaught: ${error.stack}`))
    dialog.showMessageBox = (async () => ({ response: 1, checkboxChecked: false })) as typeof dialog.showMessageBox
    shell.openExternal = async () => undefined
    const window = BrowserWindow.getAllWindows()[0]
    if (window !== undefined) Object.assign(window, { close: () => undefined, minimize: () => undefined })
  })
  await page.evaluate(() => {
    const count = () => {
      document.documentElement.dataset.presses = String(Number(document.documentElement.dataset.presses ?? 0) + 1)
    }
    window.addEventListener('pointerdown', count, true)
    document.documentElement.dataset.refused = ''
    document.addEventListener('securitypolicyviolation', ({ target, violatedDirective, sourceFile, lineNumber }) => {
      const what = target instanceof Element ? target.outerHTML.slice(0, 200) : String(target)
      document.documentElement.dataset.refused += `${violatedDirective} ${sourceFile}:${lineNumber} ${what}\n`
    })
  })
  return async () => {
    const heard = await app.evaluate(() => (globalThis as unknown as { heardByTest: string[] }).heardByTest)
    const refused = await page.evaluate(() => document.documentElement.dataset.refused ?? '')
    return [...complaints, ...heard, ...refused.split('\n').filter(line => line !== '')]
  }
}

interface Sight {
  readonly where: 'text' | 'table' | 'codebook' | 'speakers' | 'elsewhere'
  readonly presses: string | undefined
  readonly hasFocus: boolean
}

function see({ page }: RunningApp): Promise<Sight> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')]
    const name = dialogs.map(one => one.getAttribute('aria-label') ?? '').find(one => /Codebook|Speakers/.test(one))
    const table = document.querySelector('[role=grid]') === null ? 'text' : 'table'
    return {
      where:
        name === 'Codebook' ? 'codebook' : name === 'Speakers' ? 'speakers' : dialogs.length > 0 ? 'elsewhere' : table,
      presses: document.documentElement.dataset.presses,
      hasFocus: document.activeElement !== null && document.activeElement !== document.body,
    } as const
  })
}

/** The gestures with their weights where one is: those that belong elsewhere seldom, the way out often. */
function likely(where: Sight['where']) {
  return gestures.map(gesture => {
    const fits = gesture.where === where || gesture.where === 'anywhere'
    const leaving = where === 'elsewhere' && /leave|dialog/.test(gesture.name)
    return { ...gesture, weight: gesture.weight * (fits ? 1 : 0.03) * (leaving ? 6 : 1) }
  })
}

/** Keys never leave the focus nowhere. */
async function expectFocus(running: RunningApp, before: Sight): Promise<void> {
  if (!before.hasFocus || (await see(running)).presses !== before.presses) return
  await expect.poll(async () => (await see(running)).hasFocus, { message: 'the focus is somewhere' }).toBe(true)
}

/** Waits until the window says that all is saved, and compares what window, machine and files hold. */
async function expectEqual(running: RunningApp, workspace: string): Promise<void> {
  const { page } = running
  // Beneath a dialog or an open list too, which hide it from assistive technology.
  const saveState = page.getByRole('status', { name: 'Save state', includeHidden: true })
  await expect(saveState).toContainText('Saved')
  await expect.poll(async () => (await windowState(page)).settled, { message: 'all is saved' }).toBe(true)
  // To ask is an edit that changes nothing, and an edit makes a new name of the annotator known first.
  await machineState(page, await windowState(page))
  await expect.poll(async () => (await windowState(page)).settled, { message: 'the name is known' }).toBe(true)
  const { shown, machine, disk } = await readAtRest(page, workspace)
  expect(shown.current, 'what is shown and what is acknowledged').toEqual(shown.acknowledged)
  expect(machine, 'machine and disk').toEqual(disk)
  const held = Object.fromEntries(Object.keys(shown.current).map(place => [place, machine[place]]))
  expect(shown.current, 'window and machine').toEqual(held)
  await expect
    .poll(async () => (await windowState(page)).documents, { message: 'rows of the library' })
    .toEqual(await machineRows(page))
  expect(shown.text?.shown, 'the text is as it was').toBe(shown.text?.meant)
  if (shown.view === 'excerpts') await expectExcerpts(running)
}

/** The three states of one moment: what is typed in a field becomes an edit when it has rested for half a second, at any time. */
async function readAtRest(page: Page, workspace: string) {
  for (;;) {
    const shown = await windowState(page)
    const disk = await diskState(workspace)
    const machine = (await machineState(page, shown)) ?? disk
    const after = await windowState(page)
    if (shown.settled && after.settled && JSON.stringify(after.current) === JSON.stringify(shown.current)) {
      return { shown, machine, disk }
    }
  }
}

async function expectExcerpts({ page }: RunningApp): Promise<void> {
  await expect
    .poll(async () => {
      const { excerpts } = await windowState(page)
      const { total, facets } = (await machineExcerpts(page, excerpts)) as { total: number; facets: unknown }
      return excerpts.total === total && JSON.stringify(excerpts.facets) === JSON.stringify(facets)
    }, 'the table is what the machine finds')
    .toBe(true)
}
