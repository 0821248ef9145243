import { type IntakeWarning, maxTextUnits } from '#app/ports/intake'
import { BlockWriter } from '../block-writer'
import type { ReadBlocks } from '../read-blocks'
import type { ReadingOptions } from '../reading-options'
import { refuse } from '../refusal'
import { reportTo } from '../report'
import { titleFinding } from '../title-finding'
import { layOut } from './lay-out'
import { loadPdfJs } from './load-pdfjs'
import { openPdf } from './open-pdf'
import type { PdfPage } from './pdf-page'
import { readPage } from './read-page'
import { takeBreath } from './take-breath'

/**
 * Reads the text of a PDF: paragraphs from lines and columns in reading order, or as its structure tree has them; words that
 * lines part, put together; running heads and page numbers left out (warning `running-heads-left-out`); notes after the text.
 * Scripts, forms, drawings and pictures are not read. Only inside of `guardLater`: `encrypted`, `too-many-pages`,
 * `no-text-layer` when no page has text (scanned), `cancelled`; a page without text among others is a warning.
 */
export async function readPdf(bytes: Uint8Array, options: ReadingOptions = {}): Promise<ReadBlocks> {
  const pdf = await openPdf(await loadPdfJs(), bytes, options.codePages)
  const report = reportTo(options)
  try {
    const fonts = new Map()
    const pages: PdfPage[] = []
    let units = 0
    for (let n = 0; n < pdf.numPages; n++) {
      if (options.signal?.aborted === true) refuse('cancelled')
      const page = await readPage(await pdf.getPage(n + 1), n, fonts)
      pages.push(page)
      for (const { text } of page.pieces) units += text.length
      if (units > maxTextUnits) refuse('too-much-text', { units, limit: maxTextUnits })
      report(((n + 1) / pdf.numPages) * 0.95)
      await takeBreath()
    }
    const empty = pages.filter(({ pieces }) => pieces.length === 0)
    if (empty.length === pages.length) refuse('no-text-layer', { pages: pages.length })
    const writer = new BlockWriter()
    const heads = layOut(pages, writer)
    return { blocks: writer.blocks, found: [], spare: await readTitle(pdf), warnings: warningsOf(heads, empty) }
  } finally {
    await pdf.destroy()
  }
}

function warningsOf(heads: readonly string[], empty: readonly PdfPage[]): IntakeWarning[] {
  const warnings: IntakeWarning[] = []
  const words = heads.filter(head => /\p{L}{3}/u.test(head))
  if (words.length > 0) {
    warnings.push({
      code: 'running-heads-left-out',
      facts: { count: words.length, texts: words.slice(0, 20).join('\n').slice(0, 2000) },
    })
  }
  if (empty.length > 0) {
    const pages = empty.slice(0, 100).map(({ n }) => n + 1)
    warnings.push({ code: 'pages-without-text', facts: { count: empty.length, pages: pages.join(', ') } })
  }
  return warnings
}

async function readTitle(pdf: Awaited<ReturnType<typeof openPdf>>): Promise<ReadBlocks['spare'] & object> {
  const { info } = await pdf.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
  // Programs put the name of the file there.
  return /^microsoft word|\.(?:docx?|odt|rtf|indd|pdf|html?)$|^untitled|^https?:/i.test(title.trim())
    ? []
    : titleFinding(title)
}
