/**
 * Makes the fixtures of the file formats with other programs: LibreOffice Writer (`soffice` in the PATH; those here are of 7.4)
 * makes docx, odt, rtf, html and pdf (with and without a structure tree) of the release
 * `app/intake/fixtures/rich-release.fodt`, written by hand, and of a sample release; Chromium (`chromium`, 156) and WeasyPrint
 * (`weasyprint`, 70.0) print releases in two columns with running heads to pdf. Run it when a source changes:
 * node scripts/make-fixtures.mjs; with `pdf` behind it only the PDFs are made.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = join(import.meta.dirname, '../app/intake/fixtures')
const samples = join(import.meta.dirname, '../samples/releases')
const sources = [
  { file: join(here, 'rich-release.fodt'), options: [] },
  { file: join(samples, 'harbour-shore-power.txt'), options: ['--infilter=Text (encoded):UTF8,LF,,,'] },
]
const targets = ['docx:MS Word 2007 XML', 'odt:writer8', 'rtf:Rich Text Format', 'html:HTML (StarWriter)']
const onlyPdf = process.argv[2] === 'pdf'

const work = mkdtempSync(join(tmpdir(), 'pressmark-fixtures-'))
try {
  for (const { file, options } of sources) {
    const copy = join(work, file.slice(file.lastIndexOf('/') + 1))
    copyFileSync(file, copy)
    const convert = (/** @type {string} */ target) => {
      const settings = [`-env:UserInstallation=file://${work}/user`, '--headless', ...options]
      execFileSync('soffice', [...settings, '--convert-to', target, '--outdir', here, copy], { stdio: 'inherit' })
    }
    if (!onlyPdf) targets.forEach(convert)
    const pdf = copy.replace(/^.*\//, '').replace(/\.\w+$/, '')
    convert(pdfTarget(false))
    renameSync(join(here, `${pdf}.pdf`), join(here, `${pdf}-untagged.pdf`))
    convert(pdfTarget(true))
  }
  printColumns()
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** @param {boolean} tagged */
function pdfTarget(tagged) {
  return `pdf:writer_pdf_Export:${JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: String(tagged) } })}`
}

/** Releases on small pages, so that there are several: two columns, words parted, a running head, numbers of pages. */
function printColumns() {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const headless = ['--headless', '--disable-gpu', `--user-data-dir=${work}/chromium`, ...root]
  for (const { name, program } of [
    { name: 'harbour-shore-power', program: 'chromium' },
    { name: 'vaccine-cold-chain', program: 'weasyprint' },
  ]) {
    const page = join(work, `${name}.html`)
    const pdf = join(here, `${name}-columns.pdf`)
    writeFileSync(page, pageOf(readFileSync(join(samples, `${name}.txt`), 'utf8')))
    const options = program === 'chromium' ? [...headless, `--print-to-pdf=${pdf}`, page] : [page, pdf]
    execFileSync(program, options, { stdio: 'inherit' })
  }
}

/** @param {string} release */
function pageOf(release) {
  const [headline = '', ...paragraphs] = release.trim().split(/\n\s*\n/)
  const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const style = `
    @page { size: 96mm 80mm; margin: 16mm 10mm; @top-left { content: "Office for Samples" } @top-right { content: "News" }
      @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
    body { font: 8pt/1.3 "Liberation Serif"; margin: 0 }
    h1 { font-size: 13pt; line-height: 1.15; margin: 0 0 6pt }
    main { columns: 2; column-gap: 12pt; text-align: justify; hyphens: auto }
    p { margin: 0; text-indent: 8pt }`
  const body = paragraphs.map(text => `<p>${escaped(text)}</p>`).join('\n')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample</title><style>${style}</style>
    <h1>${escaped(headline)}</h1><main>${body}</main></html>`
}
