import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { refuse } from '../refusal'
import { type CodePages, codePageFactory } from './code-pages'
import type { PdfJs } from './load-pdfjs'

/** Most pages of one PDF. */
export const maxPages = 2000

type PdfDocument = Awaited<PDFDocumentLoadingTask['promise']>

/**
 * Opens a PDF for its text: no code of the file is run, nothing is fetched, no picture is decoded, no font is given to the
 * system; a code page that the file only names comes from `codePages`, without which its text is missing. The caller ends it with `destroy`. Only inside of `guard`: `encrypted` when it needs a password,
 * `too-many-pages` over 2,000.
 */
export async function openPdf(pdfjs: PdfJs, bytes: Uint8Array, codePages?: CodePages): Promise<PdfDocument> {
  const task = pdfjs.getDocument({
    data: bytes.slice(), // pdf.js takes the bytes for itself
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    cMapUrl: 'tables/', // it wants one beside what gives them
    BinaryDataFactory: codePageFactory(codePages),
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    disableAutoFetch: true,
    disableStream: true,
  })
  try {
    const document = await task.promise
    const pages = document.numPages
    if (pages > maxPages) refuse('too-many-pages', { pages, limit: maxPages })
    return document
  } catch (thrown) {
    await task.destroy()
    if (thrown instanceof Error && thrown.name === 'PasswordException') refuse('encrypted')
    throw thrown
  }
}
