import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs } from './pages/launch'

let desk: Desk

test.beforeEach(async () => {
  desk = await openGivenRelease()
})

test.afterEach(async () => {
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

async function importFiles(
  ...files: readonly (readonly [name: string, content: string | Uint8Array])[]
): Promise<void> {
  const paths = await Promise.all(
    files.map(async ([name, content]) => {
      const path = join(desk.folder, name)
      await writeFile(path, content)
      return path
    }),
  )
  await answerDialogs(desk.app, paths)
  await desk.window.command('File', 'Import…')
}

/** How many pages the program has: the window, and while files are read the hidden one. */
const pages = () => desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

/** A file that takes some seconds: long enough to be looked at and cancelled. */
const slow = `{\\rtf1 ${'\\trowd\\cellx1 a\\intbl\\cell b\\cell\\row '.repeat(190_000)}}`

test('files are read in a hidden page of its own: sandboxed, in memory, without a network, gone afterwards', async () => {
  const asked: string[] = []
  const outside = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0)
  const address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  // Whatever page comes next is looked into before it gets anything to read.
  const look = desk.app.evaluate(({ app }, script) => {
    return new Promise<unknown>(resolve => {
      app.once('web-contents-created', (_event, contents) => {
        const { session } = contents
        const known = contents as unknown as { getLastWebPreferences(): { [name: string]: unknown } }
        contents.once('dom-ready', async () => {
          const { backgroundThrottling } = contents
          const { sandbox, contextIsolation, nodeIntegration } = known.getLastWebPreferences()
          const inside = await contents.executeJavaScript(script)
          const persistent = session.isPersistent() || session.getStoragePath() !== null
          resolve({ ...inside, persistent, sandbox, contextIsolation, nodeIntegration, backgroundThrottling })
        })
      })
    })
  }, lookAround(address))
  await importFiles(['small.txt', 'A small release\n\nIt says little.'])
  expect(await look).toEqual({
    page: 'reader://pressmark/',
    asked: { outside: 'refused', window: 'refused', file: 'refused', above: 404, own: 200 },
    known: [],
    forParsers: ['function', 'function'],
    persistent: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    backgroundThrottling: false,
  })
  await expect(desk.window.document('A small release')).toBeVisible()
  expect(await pages()).toBe(1)
  outside.close()
  expect(asked).toEqual([])
})

/** A script for the hidden page that tries what it may not, at once, so that it is done before there is a file to read. */
function lookAround(address: string): string {
  return `(() => {
    const ask = url => {
      const request = new XMLHttpRequest()
      try {
        request.open('GET', url, false)
        request.send()
        return request.status
      } catch {
        return 'refused'
      }
    }
    return {
      page: location.href,
      asked: {
        outside: ask('${address}/fetch'),
        window: ask('app://pressmark/index.html'),
        file: ask('file:///etc/passwd'),
        above: ask('/..%2fmain%2findex.cjs'),
        own: ask('/reader.js'),
      },
      known: ['pressmark', 'require', 'process'].filter(name => name in window),
      forParsers: [typeof DOMMatrix, typeof Worker],
    }
  })()`
}

test('old encodings are read there as everywhere, and how far it is guessed is said', async () => {
  const curly = 'The mayor said: “It is a café, à la carte, for everyone who comes.” She added that it’s open.'
  const bytes = Buffer.from(curly, 'latin1')
  const inWindows = [...curly].map((letter, at) => ({ '“': 0x93, '”': 0x94, '’': 0x92 })[letter] ?? bytes[at] ?? 0)
  await importFiles(['old.txt', Uint8Array.from([...Buffer.from('An old release\n\n'), ...inWindows])])
  await expect(desk.page.getByRole('list', { name: 'Files' })).toContainText('The encoding was guessed')
  await expect(desk.window.text).toContainText(curly)
})

test('a PDF is read there, and one of pictures says what to do', async () => {
  const columns = await readFile(join(import.meta.dirname, '../app/intake/fixtures/harbour-shore-power-columns.pdf'))
  await importFiles(['columns.pdf', columns], ['scanned.pdf', scannedPage])
  const rows = desk.page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'columns.pdf' })).toContainText(
    'What stands at the edge of every page was left out',
  )
  await expect(rows.filter({ hasText: 'scanned.pdf' })).toContainText(
    'Have a text recognition (OCR) program add their text',
  )
  // Its lines, columns and pages are gone, and no hyphen is left of them.
  await expect(desk.window.text).toContainText(
    'The port expects the change to cut emissions at the quay by 41 percent in its first year.',
  )
})

/** A PDF of one page with no text; without a table of its objects, which readers make good. */
const scannedPage = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
trailer << /Root 1 0 R >>`

test('an import that is cancelled stops at once, and the page with what it was doing is gone', async () => {
  await importFiles(['slow.rtf', slow], ['waits.txt', 'A release that waits\n\nIt says little.'])
  await expect.poll(pages).toBe(2)
  await desk.page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: 'Cancel import' }).click()
  const rows = desk.page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  for (const name of ['slow.rtf', 'waits.txt']) {
    await expect(rows.filter({ hasText: name })).toContainText('The import was cancelled before this file')
  }
  expect(await pages()).toBe(1)
})

test('a page that breaks down costs its file alone', async () => {
  await importFiles(
    ['a.txt', 'The first release\n\nIt says little.'],
    ['b.rtf', slow],
    ['c.txt', 'The last release\n\nIt says little.'],
  )
  // It is tried once more in a page where nothing was read before.
  const rows = desk.page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'b.rtf' })).toContainText('Reading')
  for (const _try of [1, 2]) {
    await expect.poll(() => desk.app.evaluate(isReading)).toBe(true)
    await desk.app.evaluate(breakReader)
  }
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'b.rtf' })).toContainText('Reading this file broke')
  await expect(desk.window.document('The first release')).toBeVisible()
  await expect(desk.window.document('The last release')).toBeVisible()
})

const isReading = ({ webContents }: typeof Electron.CrossProcessExports) =>
  webContents.getAllWebContents().some(one => one.getURL().startsWith('reader:') && !one.isLoading())

const breakReader = ({ webContents }: typeof Electron.CrossProcessExports) => {
  const reader = webContents.getAllWebContents().find(one => one.getURL().startsWith('reader:'))
  const gone = new Promise<void>(resolve => {
    reader?.once('render-process-gone', () => setImmediate(resolve))
  })
  reader?.forcefullyCrashRenderer()
  return gone
}

test('a word of hundreds of thousands of letters is there, to read, to select beside it and to edit', async () => {
  const { page, window } = desk
  await importFiles(['long-word.txt', `A word without end\n\n${'Abcdé1-/'.repeat(40_000)}\n\nThe end of it.\n`])
  await expect(window.text).toContainText('The end of it.')
  await window.select('The end')
  await expect(window.toolbar).toBeVisible()
  await page.keyboard.press('F2')
  await expect(window.writing).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(window.text).toBeFocused()
})
