import { clipboard } from 'electron'
import type { Clipboard } from '#app/ports/clipboard'

/** The clipboard of the system. */
export const systemClipboard: Clipboard = {
  async read() {
    const [html, text] = await Promise.all([contentOf('text/html'), contentOf('text/plain')])
    return { html, text }
  },
}

async function contentOf(type: string): Promise<string> {
  const items = await clipboard.read()
  const item = items.find(({ types }) => types.includes(type))
  const content: unknown = await item?.getType(type)
  return content instanceof Blob ? content.text() : ''
}
