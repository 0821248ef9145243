import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exportAll } from '../pages/export-all'
import { givenRelease as given } from '../pages/given-release'
import { openGivenRelease } from '../pages/given-workspace'
import { launch, type RunningApp, root } from '../pages/launch'
import { markGivenRelease } from '../pages/mark-given-release'

const output = process.env.PRESSMARK_DEMO_OUTPUT ?? join(root, 'demo-output')

/** The main job by itself: what a person would see and what is left on the disk. */
test('the main job, with pictures', async () => {
  test.setTimeout(180_000)
  await rm(output, { recursive: true, force: true })
  await mkdir(output, { recursive: true })
  const desk = await openGivenRelease()
  await resize(desk, 1440, 900)
  await markGivenRelease(desk)
  await desk.window.saved()
  await desk.close()

  const again = await launch(desk.options)
  await resize(again, 1440, 900)
  await expect(again.window.annotations.getByRole('listitem')).toHaveCount(7)
  await lookAround(again)
  await exportAll(again, output, 7)
  await again.close()
  await cp(desk.workspace, join(output, 'store'), { recursive: true })
  await rm(desk.folder, { recursive: true, force: true })
  console.log(`Pictures, the stored files and the exports are in ${output}`)
})

async function lookAround(running: RunningApp): Promise<void> {
  const { page, window } = running
  await window.annotations.getByRole('button').first().click()
  await window.annotations.getByRole('button', { name: /Leilwa Abdullah/ }).click()
  await picture(running, 'read-light')
  await window.command('View', 'Dark')
  await picture(running, 'read-dark')
  await window.command('View', 'Light')
  await window.annotations.getByRole('button', { name: /^Claim, quantity/ }).click()
  await picture(running, 'read-claim-light')
  await window.select('coalition homelands')
  await resize(running, 960, 600)
  await picture(running, 'read-960x600')
  await resize(running, 1440, 900)
  await page.keyboard.press('Escape')
  await window.document(given.headline).waitFor()
}

async function picture({ page }: RunningApp, name: string): Promise<void> {
  await page.mouse.move(5, 5)
  await page.screenshot({ path: join(output, `${name}.png`), animations: 'disabled' })
}

async function resize({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    {
      width,
      height,
    },
  )
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
}
