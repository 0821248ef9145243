import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readFile } from '../read-file'
import { formPdf, lockedPdf, loopPdf } from '../testing/hostile/pdfs'
import { column, pagesPdf, wrap } from '../testing/make-pdf'
import { codeOfFile, outlineOfFile, revisionOfFile } from '../testing/read-outline'

const at = '2024-01-01T00:00:00.000Z'
const outline = (bytes: Uint8Array) => outlineOfFile('a.pdf', bytes)
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
const body = wrap(
  'The agency counted more salmon at its three weirs this spring than in any year since it began to count.',
  68,
)

describe('hostile files', () => {
  const text = column(body, 72, 760)

  test.each([
    ['a password', lockedPdf(), 'encrypted'],
    ['pictures of pages', pagesPdf([[], []]), 'no-text-layer'],
    ['more pages than are read', pagesPdf(Array.from({ length: 2001 }, () => [])), 'too-many-pages'],
    ['no PDF at all', Uint8Array.from('%PDF-1.7 text', letter => letter.charCodeAt(0)), 'unreadable'],
  ])('%s', async (_what, bytes, code) => {
    expect(await codeOfFile('a.pdf', bytes)).toBe(code)
  })

  test('scripts, forms and actions are not run, and not text', async () => {
    const evil = `/OpenAction << /S /JavaScript /JS (globalThis.harmed = 1) >> /AcroForm << /Fields [] /XFA (<xdp/>) >>
      /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (globalThis.harmed = 1) >>] >> >>`
    const form = `/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (typed) /Rect [72 500 200 520] /AA
      << /O << /S /JavaScript /JS (globalThis.harmed = 1) >> >> >>]`
    expect(await outline(pagesPdf([text], evil, form))).toEqual([`paragraph: ${body.join(' ')}`])
    expect(globalThis).not.toHaveProperty('harmed')
  })

  test('pages that hold each other, and a font and a form that hold themselves, end', async () => {
    expect(await codeOfFile('a.pdf', loopPdf())).toBe('unreadable')
    expect(await codeOfFile('a.pdf', formPdf())).toBe('no-text-layer')
  })

  test('a file called otherwise is read as what it is', async () => {
    expect((await revisionOfFile('a.txt', pagesPdf([text]))).text).toBe(body.join(' '))
  })

  test('a file cut anywhere, or with bytes that are wrong, is read or refused', async () => {
    const whole = fixture('harbour-shore-power-untagged.pdf')
    const codes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (cut, wrong) => {
          const bytes = whole.slice(0, cut)
          for (const [place, byte] of wrong) if (place < cut) bytes[place] = byte
          const code = await codeOfFile('a.pdf', bytes)
          codes.add(code)
          expect([
            'ok',
            'unreadable',
            'no-text-layer',
            'empty-file',
            'unsupported-format',
            'binary-file',
            'encrypted',
            'undecided-encoding',
          ]).toContain(code)
        },
      ),
      { numRuns: 60 },
    )
    expect(codes).toContain('unreadable')
  })
})

describe('a long file', () => {
  const pages = Array.from({ length: 60 }, () => column(body, 72, 760))

  it('says how far it is, and stops when it is told to', async () => {
    const shares: number[] = []
    const stop = new AbortController()
    const onProgress = (share: number) => {
      shares.push(share)
      if (share > 0.3) stop.abort()
    }
    const read = await readFile({ name: 'a.pdf', bytes: pagesPdf(pages) }, at, { signal: stop.signal, onProgress })
    expect(read).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(shares.length).toBeGreaterThan(5)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    expect(Math.max(...shares)).toBeLessThan(0.5)
  })
})
