import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import { givenRelease } from '../pages/given-release'
import type { Desk } from '../pages/given-workspace'
import { answerDialogs, freshFolder, launch, root } from '../pages/launch'
import { annotateAsColleague, annotateReleases, correctedRelease } from './annotate-releases'
import { openBridged, startChromium } from './bridged-chromium'
import { changeOutside } from './change-outside'
import { type Look, lookBefore, ownPicture, resize, type Shown, takeOwnPicture, takePictures } from './take-picture'
import * as views from './views'

const wide = { width: 1440, height: 900 }
const small = { width: 960, height: 600 }
const both: readonly Look[] = ['light', 'dark']
/** One page without a word, as a scanner leaves it. */
const emptyPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

let desk: Desk
let browser: Browser | undefined

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  const { path, remove } = await freshFolder()
  const options = { userFolder: join(path, 'user') }
  const running = await launch(options)
  const leave = () => running.close().then(remove)
  desk = { ...running, folder: path, workspace: join(path, 'Spring releases'), options, leave }
  browser = await startChromium()
})

test.afterAll(async () => {
  await browser?.close()
  await desk.leave()
})

/** A dialog or view in every look, and in the smallest window. */
async function takeAll(view: string): Promise<void> {
  await takePictures(desk, view, ['light', 'dark', 'high-contrast'])
  await resize(desk, small.width, small.height)
  await takePictures(desk, `${view}-960x600`, ['light'])
  await resize(desk, wide.width, wide.height)
}

test('the first start, an empty workspace, an import', async () => {
  const { app, page, window, folder, workspace } = desk
  await resize(desk, wide.width, wide.height)
  await page.getByRole('textbox', { name: 'Your name on annotations' }).fill('Sample Analyst')
  await takeAll('first-run')
  await answerDialogs(app, [workspace])
  await page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(window.library).toBeVisible()
  await takePictures(desk, 'library-empty', ['light'])

  const releases = ['vaccine-cold-chain.txt', 'harbour-shore-power.txt', 'river-survey.md'].map(name =>
    join(root, 'samples/releases', name),
  )
  const more = join(folder, 'more')
  await mkdir(more)
  await copyFile(givenRelease.file, join(more, 'sdf-drive (1).txt'))
  await writeFile(join(more, 'scanned-pages.pdf'), emptyPdf)
  const files = [givenRelease.file, join(more, 'scanned-pages.pdf'), join(more, 'sdf-drive (1).txt'), ...releases]
  await answerDialogs(app, files)
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: 'Done' })).toBeVisible()
  await takeAll('import')
  // No later dialog may be answered with a sample: what is exported would take its place.
  await answerDialogs(app, [])
  await views.closeDialog(desk)
  await views.backUp(desk)
  await annotateReleases(desk)
})

test('reading', async () => {
  await views.showRelease(desk)
  await desk.window.text.focus()
  await views.furnishRegisters(desk)
  await views.finishRelease(desk, 'Sample Cold Chain Ltd Recalls 3,200 Transport Boxes')
  await views.showRelease(desk)
  await views.showOverlaps(desk)
  await takePictures(desk, 'read-overlaps', ['light'])
  await desk.page.keyboard.press('Escape')
  await views.leaveSelection(desk)
  await views.showQuote(desk)
  await takePictures(desk, 'read', ['light', 'dark', 'high-contrast'])
  await views.showClaim(desk)
  await takePictures(desk, 'read-claim', both)
  await views.showSelection(desk)
  await takePictures(desk, 'read-selection', both)
  await views.leaveSelection(desk)
  await views.showQuote(desk)
  await resize(desk, small.width, small.height)
  await takePictures(desk, 'read-960x600', both)
  await resize(desk, wide.width, wide.height)
  const before = await ownPicture(desk)
  await resize(desk, wide.width, wide.height, 2)
  await takeOwnPicture(desk, 'read-zoom-200-light', before)
  await resize(desk, wide.width, wide.height)
})

test('dialogs', async () => {
  await views.showRelease(desk)
  await views.showQuote(desk)
  await desk.window.text.focus()
  await lookBefore(desk)
  await views.showCodebook(desk)
  await takeAll('codebook')
  await views.closeDialog(desk)
  await lookBefore(desk)
  await views.showSpeakers(desk)
  await takeAll('speakers')
  await views.closeDialog(desk)
  await lookBefore(desk)
  await views.showPalette(desk, 'port')
  await takeAll('palette')
  await views.closeDialog(desk)
  await desk.window.text.focus()
  await lookBefore(desk)
  await views.showKeys(desk)
  await takeAll('keyboard')
  await views.closeDialog(desk)
  await lookBefore(desk)
  await views.showSettings(desk)
  await takeAll('settings')
  await views.closeDialog(desk)
  await lookBefore(desk)
  await views.showBackups(desk)
  await takeAll('backups')
  await views.closeDialog(desk)
  await lookBefore(desk)
  await views.showGuide(desk)
  await takePictures(desk, 'guide', ['light'])
  await views.closeDialog(desk)
})

test('excerpts', async () => {
  const view = await views.showExcerpts(desk)
  await takePictures(desk, 'excerpts', ['light', 'dark', 'high-contrast'])
  await resize(desk, small.width, small.height)
  await takePictures(desk, 'excerpts-960x600', ['light'])
  await resize(desk, wide.width, wide.height)
  await views.showExport(desk, view)
  await takePictures(desk, 'excerpts-export', both)
})

test('the same window in the newest Chromium', async () => {
  if (browser === undefined) throw new Error('Set PRESSMARK_CHROMIUM to the program of a Chromium.')
  const open = async (size: typeof wide & { readonly zoom?: number }): Promise<Shown> => {
    const shown = await openBridged(browser as Browser, desk, size)
    await views.showRelease(shown)
    return shown
  }
  const read = await open(wide)
  await views.showQuote(read)
  await takePictures(read, 'chromium-read', ['light', 'dark', 'high-contrast'])
  await views.showClaim(read)
  await takePictures(read, 'chromium-read-claim', ['light'])
  await views.showSelection(read)
  await takePictures(read, 'chromium-read-selection', ['light'])
  await views.showExcerpts(read)
  await takePictures(read, 'chromium-excerpts', ['light'])
  await read.page.close()
  const zoomed = await open({ ...wide, zoom: 2 })
  await takePictures(zoomed, 'chromium-read-zoom-200', ['light'])
  await zoomed.page.close()
  const narrow = await open(small)
  await takePictures(narrow, 'chromium-read-960x600', ['light'])
  await narrow.page.close()
})

test('what became of files that others have changed', async () => {
  await desk.page.keyboard.press('Control+1')
  await views.showRelease(desk)
  await lookBefore(desk)
  await changeOutside(desk)
  await views.showFilesReport(desk)
  await takeAll('files-report')
  await views.closeDialog(desk)
  await desk.page.getByRole('button', { name: 'Close this message' }).click()
})

test('a colleague’s work beside one’s own', async () => {
  await views.showRelease(desk)
  await annotateAsColleague(desk)
  await views.showReview(desk)
  await takeAll('review')
  await lookBefore(desk)
  await views.showAgreement(desk)
  await takeAll('agreement')
  await views.closeDialog(desk)
  await views.showGold(desk)
  await takeAll('gold')
})

test('a text that is written on', async () => {
  await desk.page.keyboard.press('Control+1')
  await views.showRelease(desk)
  await views.writeText(desk)
  await takeAll('edit-text')
  await views.leaveWriting(desk)
})

test('a text that has changed', async () => {
  await views.showRelease(desk)
  await answerDialogs(desk.app, [await correctedRelease(desk.folder)])
  await views.showTextChanged(desk)
  await takeAll('text-changed')
})
