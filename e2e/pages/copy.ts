import type { ElectronApplication } from '@playwright/test'

/** Puts something on the clipboard, as another program does when a person copies there. */
export async function copyElsewhere(app: ElectronApplication, content: { html?: string; text: string }): Promise<void> {
  await app.evaluate(async (electron, { html, text }) => {
    const { clipboard } = electron
    const Item = (electron as unknown as { ClipboardItem?: new (forms: object) => Electron.ClipboardItem })
      .ClipboardItem
    if (Item === undefined) {
      const old = clipboard as unknown as { write(forms: { html?: string; text: string }): void }
      return old.write(html === undefined ? { text } : { html, text })
    }
    return clipboard.write([new Item({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) })])
  }, content)
}
