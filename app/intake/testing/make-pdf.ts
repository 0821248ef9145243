/** An object of a PDF: its number is its place in the list, from 1. A stream has its bytes as `stream`. */
export type PdfObject = string | { readonly dictionary: string; readonly stream: string }

/** The bytes of a PDF of these objects, the first of them its catalog. Text is written as Latin-1; `trailer` adds to its trailer. */
export function makePdf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const parts = ['%PDF-1.7\n']
  const places: number[] = []
  let at = parts[0]?.length ?? 0
  objects.forEach((object, i) => {
    const body =
      typeof object === 'string'
        ? object
        : `<< /Length ${object.stream.length} ${object.dictionary} >>\nstream\n${object.stream}\nendstream`
    const text = `${i + 1} 0 obj\n${body}\nendobj\n`
    places.push(at)
    parts.push(text)
    at += text.length
  })
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`,
    `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
  )
  return Uint8Array.from(parts.join(''), letter => letter.charCodeAt(0))
}

/** Text on a page: where its line begins from the lower left corner, in points, and its size. */
export interface Shown {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly font?: 'F1' | 'F2'
}

/** The bytes of a PDF with these pages in Courier (`F2` bold), whose letters are 0.6 of their size wide; `more` adds to the catalog, `extra` to each page. */
export function pagesPdf(pages: readonly (readonly Shown[])[], more = '', extra = ''): Uint8Array {
  const first = 5
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`)
  return makePdf([
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((shown, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 1 + 2 * i} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> ${extra} >>`,
      { dictionary: '', stream: shown.map(drawn).join('\n') },
    ]),
  ])
}

function drawn({ text, x, y, size = 11, font = 'F1' }: Shown): string {
  const written = text.replace(/[\\()]/g, sign => `\\${sign}`)
  return `BT /${font} ${size} Tf ${x} ${y} Td (${written}) Tj ET`
}

/** A text broken into lines of at most so many letters, as a program breaks them. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Lines below each other, `pitch` apart, from a place. */
export function column(texts: readonly string[], x: number, y: number, size = 11, pitch = 14): Shown[] {
  return texts.map((text, i) => ({ text, x, y: y - i * pitch, size }))
}
