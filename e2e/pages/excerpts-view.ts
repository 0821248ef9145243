import { expect, type Locator, type Page } from '@playwright/test'

/** The table of excerpts in the user's words. */
export class ExcerptsView {
  readonly page: Page
  readonly grid: Locator
  readonly filters: Locator
  readonly search: Locator
  readonly preview: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Excerpts' })
    this.filters = page.getByRole('complementary', { name: 'Filters' })
    this.search = page.getByRole('searchbox', { name: 'Find in excerpts' })
    this.preview = page.getByRole('region', { name: 'Export preview' })
  }

  /** Goes to the view by key; the table has the focus then. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+2')
    await expect(this.grid).toBeFocused()
  }

  row(words: string | RegExp): Locator {
    return this.grid.getByRole('row', { name: words })
  }

  /** What the view says of how many are shown. */
  async counts(words: string): Promise<void> {
    await expect(this.page.getByRole('main', { name: 'Excerpts' }).getByText(words, { exact: true })).toBeVisible()
  }

  /** Ticks a value of the filters, or takes the tick away. */
  async tick(value: string | RegExp): Promise<void> {
    await this.filters.getByRole('checkbox', { name: value }).click()
  }

  /** The row that the keys are about. */
  async expectAt(words: string | RegExp): Promise<void> {
    await expect
      .poll(() =>
        this.grid.evaluate(
          grid => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
        ),
      )
      .toMatch(words)
  }
}
