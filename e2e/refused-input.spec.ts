import { chmod, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CDPSession, expect, test } from '@playwright/test'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs, launch } from './pages/launch'

let desk: Desk
let cdp: CDPSession

test.beforeAll(async () => {
  desk = await openGivenRelease()
  cdp = await desk.page.context().newCDPSession(desk.page)
})

test.afterAll(async () => {
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

const shownText = () => desk.window.text.innerText()

/** Ways to write into the text; none may change it, and the next single key must still be a command. */
const writings: readonly [string, () => Promise<void>][] = [
  ['typing letters that are no commands', () => desk.page.keyboard.type('xyz 123')],
  ['Enter, Backspace and Delete with nothing active', () => pressAll('Backspace')],
  [
    'an IME composition',
    async () => {
      await cdp.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
      await cdp.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
      await cdp.send('Input.insertText', { text: '日本' })
    },
  ],
  [
    'an IME composition that is given up',
    async () => {
      await cdp.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
      await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    },
  ],
  [
    'a dead key',
    async () => {
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Dead',
        code: 'Quote',
        windowsVirtualKeyCode: 222,
      })
      await cdp.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 })
      await cdp.send('Input.insertText', { text: 'é' })
    },
  ],
  ['an emoji panel', async () => void (await cdp.send('Input.insertText', { text: '🙂' }))],
  [
    'paste',
    async () => {
      await desk.app.evaluate(({ clipboard }) => clipboard.writeText('pasted words'))
      await desk.page.keyboard.press('Control+v')
    },
  ],
  [
    'cut',
    async () => {
      await desk.window.select('heroic forces')
      await desk.page.keyboard.press('Control+x')
    },
  ],
  [
    'execCommand',
    async () =>
      void (await desk.page.evaluate(() => {
        document.execCommand('insertText', false, 'written')
        document.execCommand('delete')
        document.execCommand('bold')
      })),
  ],
  [
    'a drop of text',
    async () =>
      desk.window.text.evaluate(text => {
        const data = new DataTransfer()
        data.setData('text/plain', 'dropped')
        data.setData('text/html', '<b>dropped</b>')
        const box = text.getBoundingClientRect()
        const at = {
          clientX: box.left + 120,
          clientY: box.top + 120,
          bubbles: true,
          cancelable: true,
          dataTransfer: data,
        }
        for (const type of ['dragenter', 'dragover', 'drop']) text.dispatchEvent(new DragEvent(type, at))
      }),
  ],
]

async function pressAll(...keys: string[]): Promise<void> {
  for (const key of keys) await desk.page.keyboard.press(key)
}

for (const [what, write] of writings) {
  test(`the text refuses ${what}, and the next keys work`, async () => {
    const before = await shownText()
    const count = await desk.window.annotations.getByRole('listitem').count()
    await desk.window.select('Islamic State of Iraq and Syria territories')
    await write()
    expect(await shownText()).toBe(before)

    await desk.window.select('lasting defeat')
    await desk.page.keyboard.press('c')
    await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(count + 1)
    await desk.page.keyboard.press('Control+z')
    await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(count)
    expect(await shownText()).toBe(before)
  })
}

test('a mark over nothing says what to do and makes nothing', async () => {
  await desk.window.text.click()
  await desk.page.keyboard.press('q')
  await expect(desk.page.getByRole('alert')).toContainText('Select')
  await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(0)
})

test('files that cannot be read are said one by one, and the rest come in', async () => {
  const folder = desk.folder
  const files = {
    empty: ['empty.txt', ''],
    blank: ['blank.txt', ' \n \n'],
    binary: ['binary.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 3])],
    broken: [
      'broken.txt',
      Buffer.concat([Buffer.from('Größe in UTF-8, dann ein Bruch: ünïcödé '), Buffer.from([0xff, 0xfe, 0xc3])]),
    ],
    other: ['release.xyz', 'text'],
    good: ['good.txt', 'A headline of a release\n\nThe first paragraph, long enough to be one of the body.\n'],
  } as const
  const paths: string[] = []
  for (const [name, content] of Object.values(files)) {
    paths.push(join(folder, name))
    await writeFile(join(folder, name), content)
  }
  const huge = join(folder, 'huge.txt')
  await writeFile(huge, 'x')
  await truncate(huge, 60 * 1024 * 1024)
  await answerDialogs(desk.app, [...paths, huge, join(folder, 'missing.txt'), given.file])
  await desk.page.getByRole('button', { name: 'Import files' }).first().click()
  const report = desk.page.getByRole('dialog', { name: 'Import' })
  await expect(report.getByRole('listitem')).toHaveCount(9)
  await expect(report).toContainText('2 added · 1 duplicate · 6 not added')
  await expect(report.getByRole('listitem').filter({ hasText: 'broken.txt' })).toContainText('The encoding was guessed')
  await expect(report.getByRole('listitem').filter({ hasText: 'huge.txt' })).toContainText('too large')
  await expect(report.getByRole('listitem').filter({ hasText: 'missing.txt' })).toContainText('no longer at its place')
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(desk.window.document('A headline of a release')).toBeVisible()
})

test('a workspace of a newer version opens read-only and says so', async () => {
  const { folder, workspace } = desk
  const newer = join(folder, 'newer')
  const { cp } = await import('node:fs/promises')
  await cp(workspace, newer, { recursive: true })
  const file = join(newer, 'workspace.json')
  await chmod(file, 0o600)
  await writeFile(file, (await readFile(file, 'utf8')).replace('"schemaVersion":1', '"schemaVersion":2'))
  const before = await readdir(newer, { withFileTypes: true })
  const running = await launch({ userFolder: join(folder, 'user-2'), annotator: 'Test Annotator', workspace: newer })
  await expect(running.window.saveState).toContainText('Read only')
  await running.window.document(given.headline).click()
  await running.window.select('heroic forces')
  await expect(running.window.toolbar).toHaveCount(0)
  await running.page.keyboard.press('q')
  await expect(running.window.annotations.getByRole('listitem')).toHaveCount(0)
  await running.close()
  expect((await readdir(newer, { withFileTypes: true })).map(({ name }) => name)).toEqual(
    before.map(({ name }) => name),
  )
})
