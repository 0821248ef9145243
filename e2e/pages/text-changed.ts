import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { port } from './two-releases'

/** The queue of annotations beside the two texts, in the user's words. */
export class TextChanged {
  readonly page: Page
  readonly dialog: Locator
  readonly queue: Locator
  readonly texts: Locator
  readonly decision: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Import a new version' })
    this.queue = page.getByRole('navigation', { name: 'Text changed' })
    this.texts = page.getByRole('main', { name: 'Two versions' })
    this.decision = page.getByRole('complementary', { name: 'Decision' })
  }

  /** A part of the list by its heading. */
  list(name: 'Needs a decision' | 'Lost' | 'Decided' | 'Moved' | 'Exact'): Locator {
    return this.queue.getByRole('listbox', { name })
  }

  /** The item that is looked at. */
  get chosen(): Locator {
    return this.queue.getByRole('option', { selected: true })
  }

  async decided(count: string): Promise<void> {
    await expect(this.queue).toContainText(count)
  }
}

/** What a test marks in the release of the port before it is corrected. */
export const portMarks = {
  year: 'Work on the first berth began in 2021.',
  quote: '“a good first step”',
  gone: 'Measurements before and after the change will be published each quarter.',
  figure: 'cut emissions at the quay by 41 percent',
  same: 'Every ship that calls here',
} as const

/** The release of the port, corrected: two figures, a word of a quote, a sentence taken out and one put in. */
export async function correctedPort(folder: string): Promise<string> {
  const before = await readFile(port.file, 'utf8')
  const after = before
    .replace('in 2021', 'in 2020')
    .replace('41 percent', '38 percent')
    .replace('a good first step', 'a good second step')
    .replace(` ${portMarks.gone}`, '')
    .replace('Work on', 'The port corrected this text on 14 March.\n\nWork on')
  const path = join(folder, 'corrected.txt')
  await writeFile(path, after)
  return path
}
