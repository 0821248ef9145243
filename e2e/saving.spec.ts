import { rename } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { runPressmark } from './pages/pressmark-cli'

/** Makes the next question of the system be answered with the button of this number, and counts the questions. */
async function answerQuestions({ app }: Desk, response: number): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const asked = globalThis as { questions?: number }
    asked.questions = 0
    dialog.showMessageBox = (async () => {
      asked.questions = (asked.questions ?? 0) + 1
      return { response: chosen, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  }, response)
}

const questions = ({ app }: Desk) => app.evaluate(() => (globalThis as { questions?: number }).questions)

test('what cannot be saved is said, survives a close that is thought better of, and is saved by Retry', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  await rename(desk.workspace, `${desk.workspace}-away`)
  await desk.window.mark('c', 'criminal terrorist organization')
  await expect(desk.window.saveState).toContainText('Not saved')

  await answerQuestions(desk, 1)
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => questions(desk)).toBe(1)
  await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(2)

  await rename(`${desk.workspace}-away`, desk.workspace)
  await desk.page.getByRole('button', { name: 'Retry' }).click()
  await desk.window.saved()
  expect(JSON.parse((await runPressmark(['annotations', desk.workspace, '--json'])).out)).toHaveLength(2)
  await desk.leave()
})

test('a note that is being typed is saved by closing', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.write('Note', 'typed at the last moment')
  const closed = desk.app.waitForEvent('close')
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  const [annotation] = JSON.parse((await runPressmark(['annotations', desk.workspace, '--json'])).out)
  expect(annotation.note).toBe('typed at the last moment')
})
