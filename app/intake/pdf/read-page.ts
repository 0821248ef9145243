import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { safeHref } from '#app/contract/safe-href'
import { letters } from './letters'
import type { PdfPage, Piece, TreeNode } from './pdf-page'
import { type LinkArea, splitAtLinks } from './split-at-links'

type Transform = readonly [number, number, number, number, number, number]

interface TextItem {
  readonly str: string
  readonly transform: Transform
  readonly width: number
  readonly fontName: string
  readonly hasEOL: boolean
}

interface ContentItem {
  readonly type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent'
  readonly id?: string
  readonly tag?: string | null
}

type Item = TextItem | ContentItem

/** What a font looks like by its name. */
interface FontLook {
  readonly strong: boolean
  readonly em: boolean
}

/** Reads the text of a page with links and structure; `fonts` is kept from page to page. `n` counts from 0. */
export async function readPage(page: PDFPageProxy, n: number, fonts: Map<string, FontLook>): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const items = await readItems(page)
  await lookAtFonts(page, items, fonts)
  const links = await readLinks(page, transform as unknown as Transform)
  const pieces = piecesOf(items, transform as unknown as Transform, fonts)
  const linked = links.length === 0 ? pieces : pieces.flatMap(piece => splitAtLinks(piece, links))
  const tree = await page.getStructTree()
  page.cleanup()
  return { n, width, height, pieces: linked.map((piece, i) => ({ ...piece, n: i })), tree: nodeOf(tree) }
}

/** `getTextContent` of pdf.js needs an iterable stream, which Chromium 108 does not have. */
async function readItems(page: PDFPageProxy): Promise<Item[]> {
  const stream: ReadableStream<{ items: Item[] }> = page.streamTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  })
  const reader = stream.getReader()
  const items: Item[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return items
    for (const item of value.items) items.push(item)
  }
}

/** `AnnotationMode.DISABLE` of pdf.js. */
const withoutAnnotations = 0

/**
 * Learns the names of fonts that have not been seen: pdf.js tells them only with all that a page draws, which is asked for
 * no more than once for a font.
 */
async function lookAtFonts(page: PDFPageProxy, items: readonly Item[], fonts: Map<string, FontLook>): Promise<void> {
  const unknown = new Set<string>()
  for (const item of items)
    if ('str' in item && item.str.trim() !== '' && !fonts.has(item.fontName)) unknown.add(item.fontName)
  if (unknown.size === 0) return
  await page.getOperatorList({ annotationMode: withoutAnnotations })
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    const written = font !== null && typeof font === 'object' && 'name' in font ? String(font.name) : ''
    const look = written.replace(/^[A-Z]{6}\+/, '')
    fonts.set(name, {
      strong: /bold|black|heavy|(?:^|[-_,.])(?:semi|demi)(?![a-z])/i.test(look) && !/(?:semi|demi)light/i.test(look),
      em: /ital|obli|kursiv/i.test(look),
    })
  }
}

async function readLinks(page: PDFPageProxy, transform: Transform): Promise<LinkArea[]> {
  const annotations: readonly { subtype?: unknown; url?: unknown; rect?: unknown }[] = await page.getAnnotations()
  return annotations.flatMap(({ subtype, url, rect }) => {
    const href = subtype === 'Link' && typeof url === 'string' ? safeHref(url) : null
    if (href === null || !Array.isArray(rect)) return []
    const [a, b] = [
      place(transform, Number(rect[0]), Number(rect[1])),
      place(transform, Number(rect[2]), Number(rect[3])),
    ]
    return [
      {
        href,
        left: Math.min(a.x, b.x),
        right: Math.max(a.x, b.x),
        top: Math.min(a.y, b.y),
        bottom: Math.max(a.y, b.y),
      },
    ]
  })
}

function piecesOf(items: readonly Item[], view: Transform, fonts: ReadonlyMap<string, FontLook>): Piece[] {
  const pieces: Piece[] = []
  const outer: { content: string | null; artifact: boolean }[] = []
  let content: string | null = null
  let artifact = false
  let spaced = false
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') ({ content, artifact } = outer.pop() ?? { content: null, artifact: false })
      else {
        outer.push({ content, artifact })
        content = item.id ?? content
        artifact ||= item.tag === 'Artifact'
      }
      continue
    }
    const text = letters(item.str)
    if (text.trim() !== '') {
      pieces.push({
        ...placed(item, view, text),
        ...(fonts.get(item.fontName) ?? plain),
        spaced,
        content,
        artifact,
        n: pieces.length,
      })
      spaced = false
    }
    if (/\s$/.test(text)) spaced = true
    if (item.hasEOL) spaced = false
  }
  return pieces
}

const plain: FontLook = { strong: false, em: false }

function placed({ transform, width }: TextItem, view: Transform, written: string) {
  const [a, b, c, d, e, f] = transform
  const { x, y } = place(view, e, f)
  // The direction of writing on the page as it is shown.
  const [alongX, alongY] = [view[0] * a + view[2] * b, view[1] * a + view[3] * b]
  const turned = Math.abs(alongY) > Math.abs(alongX) * 0.2 || alongX < 0
  const leading = /^\s/.test(written)
  return {
    text: written.trim(),
    x,
    right: turned ? x : x + width,
    y,
    size: Math.hypot(c, d) || Math.hypot(a, b) || 1,
    turned,
    ...(leading ? { spaced: true } : {}),
  }
}

function place([a, b, c, d, e, f]: Transform, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** Deepest element of a structure tree that is followed; pdf.js itself cuts trees at 40. */
const maxDepth = 100

function nodeOf(node: unknown, depth = 0): TreeNode | null {
  if (node === null || typeof node !== 'object' || depth > maxDepth) return null
  if ('type' in node) return node.type === 'content' && 'id' in node ? String(node.id) : null
  const children = 'children' in node && Array.isArray(node.children) ? node.children : []
  return {
    role: 'role' in node ? String(node.role) : '',
    children: children.flatMap(child => nodeOf(child, depth + 1) ?? []),
  }
}
