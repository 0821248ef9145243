import { expect, type Locator, type Page } from '@playwright/test'

/** The window in the user's words. */
export class PressmarkWindow {
  readonly page: Page
  readonly library: Locator
  readonly documents: Locator
  readonly text: Locator
  /** The text while it is edited. */
  readonly writing: Locator
  readonly inspector: Locator
  readonly annotations: Locator
  readonly saveState: Locator
  readonly toolbar: Locator

  constructor(page: Page) {
    this.page = page
    this.library = page.getByRole('navigation', { name: 'Library' })
    this.documents = page.getByRole('listbox', { name: 'Documents' })
    this.text = page.getByRole('textbox', { name: 'Document text' })
    this.writing = page.getByRole('textbox', { name: 'Edit text' })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.annotations = page.getByRole('list', { name: 'Annotations' })
    this.saveState = page.getByRole('status', { name: 'Save state' })
    this.toolbar = page.getByRole('toolbar', { name: 'Selection' })
  }

  document(headline: string): Locator {
    return this.documents.getByRole('option', { name: headline })
  }

  field(name: string): Locator {
    return this.inspector.getByLabel(name, { exact: true })
  }

  /** Selects the first such words of the text that stand after others, as a person would with the pointer. */
  async select(wanted: string, after: string = ''): Promise<void> {
    await selectWords(this.text, wanted, after)
  }

  /** Selects words and marks them by key; the focus is in the text again. */
  async mark(key: 'q' | 'c' | 'n', words: string, after?: string): Promise<void> {
    await this.select(words, after)
    await expect(this.toolbar).toBeVisible()
    await this.page.keyboard.press(key)
    if (key !== 'n') return
    await expect(this.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
    await this.page.keyboard.press('Escape')
    await expect(this.text).toBeFocused()
  }

  /** Makes words a part of the active annotation: `a` a further segment, `w` its source, `u` its cue. */
  async addPart(key: 'a' | 'w' | 'u', words: string, after?: string): Promise<void> {
    await this.select(words, after)
    await expect(this.toolbar.getByRole('button', { name: 'Source' })).toBeVisible()
    await this.page.keyboard.press(key)
  }

  /** Types into a list field of the inspector and takes what is offered for it. */
  async choose(field: 'Speakers' | 'Tags' | 'Claimant', words: string): Promise<void> {
    const box = this.inspector.getByRole('combobox', { name: field })
    await box.fill(words)
    await box.press('Enter')
    await expect(box).toHaveValue('')
  }

  async write(field: string, words: string): Promise<void> {
    await this.inspector.getByRole('textbox', { name: field, exact: true }).fill(words)
  }

  async type(name: 'Direct' | 'Indirect' | 'Mixed'): Promise<void> {
    await this.inspector.getByRole('radiogroup', { name: 'Type' }).getByText(name, { exact: true }).click()
  }

  /** Takes an option of a closed list of the inspector. */
  async pick(field: string, option: string): Promise<void> {
    await this.inspector.getByRole('button', { name: field }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** Runs a command from the main menu. */
  async command(menu: string, name: string): Promise<void> {
    await this.page.getByRole('menubar', { name: 'Main menu' }).getByRole('menuitem', { name: menu }).click()
    await this.page
      .getByRole('menuitem', { name })
      .or(this.page.getByRole('menuitemcheckbox', { name }))
      .or(this.page.getByRole('menuitemradio', { name }))
      .click()
  }

  /** Waits until all documents of the workspace are read. */
  async read(): Promise<void> {
    await expect(this.library).toBeVisible()
    await expect(this.library.getByText('Reading the documents')).toHaveCount(0, { timeout: 120_000 })
  }

  async saved(): Promise<void> {
    await expect(this.saveState).toContainText('Saved')
  }
}

/** Selects the first such words in a text box that stand after others, as a person would with the pointer. */
export async function selectWords(text: Locator, wanted: string, after: string = ''): Promise<void> {
  await text.evaluate(
    async (root, words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const nodes: { node: Text; start: number }[] = []
      let text = ''
      for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
        nodes.push({ node, start: text.length })
        text += node.data
      }
      const begin = text.indexOf(words.wanted, Math.max(0, text.indexOf(words.after)) + words.after.length)
      const end = begin + words.wanted.length
      if (begin < 0) throw new Error(`not in the text: ${words.wanted}`)
      const place = (offset: number, atEnd: boolean): [Text, number] => {
        for (let i = nodes.length - 1; i >= 0; i -= 1) {
          const item = nodes[i]
          if (item !== undefined && (atEnd ? item.start < offset : item.start <= offset))
            return [item.node, offset - item.start]
        }
        throw new Error('empty text')
      }
      const [startNode, startOffset] = place(begin, false)
      const [endNode, endOffset] = place(end, true)
      ;(root as HTMLElement).focus()
      // An editor that has just got the focus puts its former selection back: done once ours has stayed for a few frames.
      const selection = getSelection()
      const stays = async (): Promise<boolean> => {
        selection?.setBaseAndExtent(startNode, startOffset, endNode, endOffset)
        const wanted = selection?.toString()
        for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)
        return selection?.toString() === wanted
      }
      for (let tries = 0; !(await stays()); tries += 1) if (tries > 10) throw new Error('the selection does not stay')
      startNode.parentElement?.scrollIntoView({ block: 'center' })
    },
    { wanted, after },
  )
}
