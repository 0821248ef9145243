import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerDialogs, type RunningApp } from './launch'

export const exportFormats = [
  { extension: 'csv', name: 'CSV' },
  { extension: 'jsonl', name: 'JSON Lines' },
  { extension: 'md', name: 'Markdown' },
] as const

/** Exports every excerpt in each format through the menu, into `excerpts.csv` and so on. */
export async function exportAll({ app, page, window }: RunningApp, folder: string, rows: number): Promise<void> {
  for (const { extension, name } of exportFormats) {
    await answerDialogs(app, [join(folder, `excerpts.${extension}`)])
    await window.command('File', `Export excerpts as ${name}…`)
    await expect(page.getByText(`Exported ${rows} excerpts`)).toBeVisible()
    await page.getByRole('button', { name: 'Close this message' }).click()
  }
}
