import type { Locator, Page } from '@playwright/test'

/** What a row of the import dialog shows. */
export interface ShownRow {
  readonly name: string
  readonly state: string
  readonly message: string
}

/** The dialog of an import and the rows of its files. */
export class ImportDialog {
  readonly dialog: Locator
  readonly files: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import' })
    this.files = this.dialog.getByRole('list', { name: 'Files' })
    this.status = this.dialog.getByRole('status')
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true })
  }

  row(name: string): Locator {
    return this.files.getByRole('listitem').filter({ hasText: name })
  }

  /** All rows, also those that are only made when one scrolls to them. */
  async rows(): Promise<readonly ShownRow[]> {
    const seen = new Map<string, ShownRow>()
    for (let top = 0; ; ) {
      const { rows, height, whole } = await this.files.evaluate((list, to) => {
        list.scrollTop = to
        return new Promise<{ rows: ShownRow[]; height: number; whole: number }>(done => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const text = (row: Element, name: string) => row.querySelector(`.pm-file-${name}`)?.textContent ?? ''
              const rows = [...list.querySelectorAll('.pm-file')].map(row => ({
                name: row.querySelector('.pm-file-name')?.getAttribute('title') ?? '',
                state: text(row, 'state'),
                message: text(row, 'message'),
              }))
              done({ rows, height: list.clientHeight, whole: list.scrollHeight })
            }),
          )
        })
      }, top)
      for (const row of rows) seen.set(row.name, row)
      if (top + height >= whole) return [...seen.values()]
      top += Math.floor(height * 0.7)
    }
  }
}
