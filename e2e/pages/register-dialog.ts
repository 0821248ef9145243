import { expect, type Locator, type Page } from '@playwright/test'

/** The codebook or the speakers as a person uses them. */
export class RegisterDialog {
  readonly page: Page
  readonly box: Locator
  readonly tree: Locator
  readonly said: Locator

  constructor(page: Page, name: 'Codebook' | 'Speakers') {
    this.page = page
    this.box = page.getByRole('dialog', { name })
    this.tree = this.box.getByRole('tree', { name: 'Tags' })
    this.said = this.box.getByRole('status', { name: 'What was done' })
  }

  /** Opens it with its keys. */
  async open(keys: 'Control+Shift+K' | 'Control+Shift+S'): Promise<void> {
    await this.page.keyboard.press(keys)
    await expect(this.box).toBeVisible()
  }

  /** The row of a tag: the name alone, or with its uses and shortcut behind it. */
  row(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}( \\d| shortcut|$)`) })
  }

  /** The tree as lines: two spaces for each level, then the name. */
  async lines(): Promise<string[]> {
    return this.tree.getByRole('treeitem').evaluateAll(rows =>
      rows.map(row => {
        const level = Number(row.getAttribute('aria-level')) - 1
        return `${'  '.repeat(level)}${row.querySelector('.pm-tag-name')?.textContent ?? ''}`
      }),
    )
  }

  async add(name: string, where: 'top' | 'under'): Promise<void> {
    const field = this.box.getByRole('textbox', { name: 'New tag' })
    await field.fill(name)
    await field.press(where === 'top' ? 'Enter' : 'Shift+Enter')
    await expect(this.row(name)).toBeVisible()
  }

  /** Presses a row's keys, with the focus on it. */
  async press(name: string, ...keys: readonly string[]): Promise<void> {
    await this.row(name).click()
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Drags a row to a share of another one's height with the pointer. */
  async drag(name: string, target: string, share: number): Promise<void> {
    const from = await this.row(name).boundingBox()
    const to = await this.row(target).boundingBox()
    if (from === null || to === null) throw new Error('a row is not to be seen')
    await this.page.mouse.move(from.x + 120, from.y + from.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(to.x + 120, to.y + to.height / 2, { steps: 4 })
    await this.page.mouse.move(to.x + 120, to.y + to.height * share)
    await this.page.mouse.up()
  }

  async close(): Promise<void> {
    await this.box.getByRole('button', { name: 'Done' }).click()
    await expect(this.box).toBeHidden()
  }
}
