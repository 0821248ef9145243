import { expect } from '@playwright/test'
import { ExcerptsView } from '../pages/excerpts-view'
import { givenRelease } from '../pages/given-release'
import { selectWords } from '../pages/pressmark-window'
import { RegisterDialog } from '../pages/register-dialog'
import type { Shown } from './take-picture'

const quote = /^Quote.*Leilwa Abdullah/
const claim = /^Claim, quantity/

/** Opens the given release by the palette, which is there in every size; nothing marked is active then. */
export async function showRelease(shown: Shown): Promise<void> {
  const { page, window } = shown
  await window.saved()
  await showPalette(shown, givenRelease.headline)
  await page
    .getByRole('dialog', { name: 'Command palette' })
    .getByRole('group', { name: 'Documents' })
    .getByRole('option', { name: givenRelease.headline })
    .click()
  await expect(window.text).toContainText('The coalition affirms')
}

/** Makes a quote with two pieces and two speakers active, the text at its first line. */
export async function showQuote(shown: Shown): Promise<void> {
  await activate(shown, quote)
  await wheelUp(shown)
}

/** Takes the selection away, and the toolbar with it. */
export async function leaveSelection({ page, window }: Shown): Promise<void> {
  await window.text.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(window.toolbar).toBeHidden()
}

/** Makes a claim with figures active, at the end of the text. */
export async function showClaim(shown: Shown): Promise<void> {
  await activate(shown, claim)
}

async function activate({ page, window }: Shown, name: RegExp): Promise<void> {
  await window.annotations.getByRole('button', { name }).first().click()
  await window.inspector.hover()
  await page.mouse.wheel(0, -10_000)
  await expect(window.inspector.getByText(/^¶/).first()).toBeInViewport()
}

async function wheelUp({ page, window }: Shown): Promise<void> {
  await page.getByRole('main', { name: 'Document' }).hover()
  await page.mouse.wheel(0, -10_000)
  await expect.poll(() => window.text.evaluate(text => text.closest('.editor')?.scrollTop)).toBe(0)
}

/** Selects words as a person would, so that the toolbar is there. */
export async function showSelection(shown: Shown): Promise<void> {
  await showQuote(shown)
  await shown.window.select('continues to pose a threat to all nations')
  await expect(shown.window.toolbar).toBeVisible()
}

/** Asks which of the three annotations at the caret is meant, while none is active. */
export async function showOverlaps(shown: Shown): Promise<void> {
  await shown.window.select('nations and four')
  await shown.page.keyboard.press('ArrowLeft')
  await shown.page.keyboard.press('o')
  await expect(shown.page.getByRole('listbox', { name: 'Annotations here' })).toBeVisible()
}

/** The table of excerpts without the notes. */
export async function showExcerpts({ page }: Shown): Promise<ExcerptsView> {
  const view = new ExcerptsView(page)
  await page.keyboard.press('Control+2')
  await expect(view.grid).toBeFocused()
  await view.tick(/^Quote/)
  await view.tick(/^Claim/)
  await view.grid.focus()
  await page.keyboard.press('Home')
  return view
}

/** How the file will begin, with two rows selected. */
export async function showExport({ page }: Shown, view: ExcerptsView): Promise<void> {
  await view.grid.focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'x', 'ArrowDown', 'x']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Choose format' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^CSV/ }).click()
  await expect(view.preview.getByText(/^first rows of/)).toBeVisible()
}

export async function showCodebook({ page }: Shown): Promise<RegisterDialog> {
  const book = new RegisterDialog(page, 'Codebook')
  await book.open('Control+Shift+K')
  await book.row('threat').click()
  return book
}

export async function showSpeakers({ page }: Shown): Promise<RegisterDialog> {
  const speakers = new RegisterDialog(page, 'Speakers')
  await speakers.open('Control+Shift+S')
  await speakers.box.getByRole('option', { name: /Leilwa Abdullah/ }).click()
  return speakers
}

/** Finds `words` in the palette. */
export async function showPalette({ page }: Shown, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').click()
  await page.keyboard.type(words)
}

export async function showKeys({ page }: Shown): Promise<void> {
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
}

/** Gives some tags a colour, a digit and a definition, and makes organisations of the speakers that are some. */
export async function furnishRegisters({ page }: Shown): Promise<void> {
  const book = new RegisterDialog(page, 'Codebook')
  await book.open('Control+Shift+K')
  for (const [digit, [tag, colour]] of [
    ['threat', 'Red'],
    ['border', 'Orange'],
    ['support', 'Blue'],
    ['figure', 'Teal'],
  ].entries()) {
    await book.row(tag ?? '').click()
    await book.box.getByRole('radio', { name: colour ?? '' }).check({ force: true })
    await book.box.getByRole('button', { name: 'Shortcut' }).click()
    await page.getByRole('option', { name: `${digit + 1}`, exact: true }).click()
  }
  await book.row('threat').click()
  await book.box
    .getByRole('textbox', { name: 'Definition' })
    .fill('Somebody is said to be a danger to others. Not: that somebody feels in danger.')
  await book.close()
  const speakers = new RegisterDialog(page, 'Speakers')
  await speakers.open('Control+Shift+S')
  for (const name of ['CJTF-OIR', 'Harbour workers', 'Port of Example Haven', 'Sample Cold', 'Sample River']) {
    await speakers.box.getByRole('option', { name }).click()
    await speakers.box.getByRole('radiogroup', { name: 'Kind' }).getByText('Organisation').click()
  }
  await speakers.close()
}

export async function showSettings({ page }: Shown): Promise<void> {
  await page.keyboard.press('Control+,')
  const name = page.getByRole('dialog', { name: 'Settings' }).getByRole('textbox', { name: 'Your name' })
  await expect(name).toBeFocused()
}

/** Makes a backup, as a person would, and closes the dialog. */
export async function backUp({ page, window }: Shown): Promise<void> {
  await window.command('File', 'Backups…')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('status', { name: 'What was done' })).toHaveText('A backup was made, and read back.')
  await closeDialog({ page, window })
}

/** The backups, with what bringing the first one back would change. */
export async function showBackups({ page, window }: Shown): Promise<void> {
  await window.command('File', 'Backups…')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  const rows = dialog.getByRole('option')
  await expect(rows.first()).toBeVisible()
  const before = await rows.count()
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(rows).toHaveCount(before + 1)
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true')
  await rows.last().click()
  await expect(dialog.getByRole('list', { name: 'What would change' })).toBeVisible()
  // Where the tests lie is of no interest.
  await dialog.getByText(/^\d+ backups, together/).evaluate(words => {
    words.textContent = (words.textContent ?? '').replace(/ in .*[\\/]user[\\/]/, ' in ~/.config/Pressmark/')
  })
}

export async function showGuide({ page }: Shown): Promise<void> {
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog', { name: 'User guide' })
  await dialog.getByRole('button', { name: '3. Read and mark' }).click()
  await page.waitForFunction(() => [...document.images].every(image => image.complete))
}

/** What the window says about files that were changed outside. */
export async function showFilesReport({ page }: Shown): Promise<void> {
  await page.getByRole('button', { name: 'Show report' }).click()
  const report = page.getByRole('dialog', { name: 'Files report' })
  await expect(report).toContainText('Changed without a trace of who did it')
  await expect(report.getByRole('button', { name: /^Merge / })).toBeVisible()
}

/** Says of one release that it is done: the library has more than one status then. */
export async function finishRelease({ page, window }: Shown, headline: string): Promise<void> {
  await window.document(headline).click()
  await window.library.getByRole('button', { name: 'Document actions' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Done' }).click()
}

export async function closeDialog({ page }: Shown): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Two annotators side by side, a case of which the boundary differs unfolded. */
export async function showReview({ page }: Shown): Promise<void> {
  await page.keyboard.press('Control+3')
  const queue = page.getByRole('list', { name: 'Differences' })
  await queue
    .getByRole('button', { name: /Boundary differs/ })
    .first()
    .click()
  await expect(page.getByRole('group', { name: 'Decide' })).toBeVisible()
}

/** Measures the agreement of those who are compared. */
export async function showAgreement({ page }: Shown): Promise<void> {
  await page.getByRole('button', { name: 'Agreement…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Agreement' })
  await dialog.getByRole('button', { name: /^Measure/ }).click()
  await expect(dialog.getByRole('table').first()).toBeVisible()
}

/** Makes a gold set of both, at a case that waits, being asked why one side is taken. */
export async function showGold({ page }: Shown): Promise<void> {
  await page.getByRole('button', { name: 'Adjudicate…' }).click()
  await page.getByRole('button', { name: 'Make gold set' }).click()
  await page.getByRole('button', { name: 'Close this message' }).click()
  await page.getByRole('list', { name: 'Cases' }).locator('[aria-current=true]').focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: 'Ambiguous text' })).toBeFocused()
}

/** Begins to write on the text: words of two annotations are others then. */
export async function writeText({ page, window }: Shown): Promise<void> {
  await page.keyboard.press('F2')
  await expect(window.writing).toBeFocused()
  await selectWords(window.writing, 'support and confidence')
  await page.keyboard.type('full support')
  await expect(window.inspector.getByRole('list', { name: 'Annotations that change' })).toBeVisible()
}

/** Leaves what was written without a new version. */
export async function leaveWriting({ page, window }: Shown): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Drop the edit' }).click()
  await expect(window.text).toBeFocused()
}

/** Brings a corrected version in; the queue of what is to be decided is shown then. */
export async function showTextChanged({ page, window }: Shown): Promise<void> {
  await window.command('File', 'Import a new version…')
  await page
    .getByRole('dialog', { name: 'Import a new version' })
    .getByRole('button', { name: /^Import as/ })
    .click()
  await expect(page.getByRole('main', { name: 'Two versions' })).toBeVisible()
}
