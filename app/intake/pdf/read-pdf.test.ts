import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readFile } from '../read-file'
import { column, makePdf, pagesPdf, type Shown, wrap } from '../testing/make-pdf'
import { codeOfFile, linesOfMarks, outlineOfFile, revisionOfFile } from '../testing/read-outline'

const at = '2024-01-01T00:00:00.000Z'
const outline = (bytes: Uint8Array) => outlineOfFile('a.pdf', bytes)
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))

const body = wrap(
  'The agency counted more salmon at its three weirs this spring than in any year since it began to count them, it said ' +
    'in a statement on Monday. The count is not yet a final one.',
  68,
)
const next = wrap(
  'The council will hear about the count in June and decide in July how many licences it gives for the next season.',
  68,
)

describe('paragraphs', () => {
  test('lines are joined, and a gap parts paragraphs', async () => {
    const page = [...column(body, 72, 760), ...column(next, 72, 700)]
    expect(await outline(pagesPdf([page]))).toEqual([`paragraph: ${body.join(' ')}`, `paragraph: ${next.join(' ')}`])
  })

  test('without a gap a line that had room for the next word ends its paragraph', async () => {
    expect(await outline(pagesPdf([column([...body, ...next], 72, 760)]))).toEqual([
      `paragraph: ${body.join(' ')}`,
      `paragraph: ${next.join(' ')}`,
    ])
  })

  test('a line that begins further in begins a paragraph', async () => {
    const full = [...body.slice(0, 2), 'The count is not yet the final one that is to be made, it said now.']
    const [first = '', ...others] = wrap(`> ${next.join(' ')}`, 68)
    const page = [...column(full, 72, 742), { text: first.slice(2), x: 85.2, y: 700 }, ...column(others, 72, 686)]
    expect(await outline(pagesPdf([page]))).toEqual([`paragraph: ${full.join(' ')}`, `paragraph: ${next.join(' ')}`])
  })

  test('one that the end of a page parts is one', async () => {
    const pages = [column(body.slice(0, 2), 72, 100), column([...body.slice(2), ...next], 72, 760)]
    expect(await outline(pagesPdf(pages))).toEqual([`paragraph: ${body.join(' ')}`, `paragraph: ${next.join(' ')}`])
  })

  test('larger letters are a heading, the largest of the first level', async () => {
    const page = [
      { text: 'Agency Counts More Salmon', x: 72, y: 790, size: 18 },
      ...column(body, 72, 760),
      { text: 'What the count covers', x: 72, y: 710, size: 13 },
      ...column(next, 72, 690),
    ]
    expect((await outline(pagesPdf([page]))).map(line => line.split(' ')[0])).toEqual([
      'heading1:',
      'paragraph:',
      'heading2:',
      'paragraph:',
    ])
  })
})

describe('words that the end of a line parts', () => {
  const read = async (lines: readonly string[]) => (await outline(pagesPdf([column(lines, 72, 760)]))).join('\n')

  test.each([
    [
      'a hyphen that the word has elsewhere stays',
      ['a plan for the long-term care of it, one for the long-', 'term use'],
      'long-term use',
    ],
    [
      'one that it has not goes',
      ['an international body said that it is a truly inter-', 'national one'],
      'inter' + 'national one',
    ],
    [
      'before a number and a capital it stays',
      ['that the members of the council of the whole Anglo-', 'Saxon world'],
      'Anglo-Saxon world',
    ],
    [
      'a part of a word with a hyphen may be parted',
      ['that the council of the whole city asks for treatment-res-', 'istant fish, resistant ones'],
      'treatment-' + 'resistant fish',
    ],
    [
      'two that share an end stay apart',
      ['that the members of the council of the city plan short-', 'and long-term use'],
      'short- and long-term',
    ],
    [
      'a dash has no space where it has none elsewhere',
      ['one thing\x97the other\x97and the words of the council\x97', 'all of them'],
      'council\u2014all of',
    ],
  ])('%s', async (_, lines, words) => {
    expect(await read(lines)).toContain(words)
  })
})

describe('columns', () => {
  const left = wrap(body.join(' '), 30)
  const right = wrap(next.join(' '), 30)
  const both = [`paragraph: ${left.join(' ')}`, `paragraph: ${right.join(' ')}`]

  test('are read one after the other below what stands above both', async () => {
    const head: Shown = { text: 'Agency Counts More Salmon at Its Three Weirs', x: 72, y: 790, size: 18 }
    const page = [head, ...column(left, 72, 760), ...column(right, 320, 760)]
    expect(await outline(pagesPdf([page]))).toEqual([`heading1: ${head.text}`, ...both])
  })

  test('also when the file draws them line by line', async () => {
    const page = left.flatMap((text, i) => [
      { text, x: 72, y: 760 - i * 14 },
      { text: right[i] ?? '', x: 320, y: 760 - i * 14 },
    ])
    expect(await outline(pagesPdf([page]))).toEqual(both)
  })

  test('cells that stand below each other are a table, whose cells may have two lines', async () => {
    const rows = [
      ['Weir', '2024', '2025'],
      ['Upper', '2,310', '2,950'],
      ['Lower', '1,100', '1,204'],
    ]
    const page = rows.flatMap((cells, i) => cells.map((text, j) => ({ text, x: 72 + j * 150, y: 700 - i * 16 })))
    const last = { text: 'estimated', x: 372, y: 656 }
    expect(await outline(pagesPdf([[...column(body, 72, 780), ...page, last]]))).toEqual([
      `paragraph: ${body.join(' ')}`,
      'row 0: Weir\t2024\t2025',
      'row 0: Upper\t2,310\t2,950',
      'row 0: Lower\t1,100\t1,204 estimated',
    ])
  })
})

describe('lists', () => {
  test('bullets and numbers that are set apart are items, without their marks', async () => {
    const marks = ['\x95', '\x95', '1.', '2.']
    const texts = ['the weirs of the upper river', 'fish longer than a hand', 'by camera', 'by hand']
    const page = marks.flatMap((mark, i) => [
      { text: mark, x: i < 2 ? 90 : 108, y: 700 - i * 14 },
      { text: texts[i] ?? '', x: i < 2 ? 108 : 126, y: 700 - i * 14 },
    ])
    expect(await outline(pagesPdf([[...column(body, 72, 780), ...page]]))).toEqual([
      `paragraph: ${body.join(' ')}`,
      'item 0/0: the weirs of the upper river',
      'item 0/0: fish longer than a hand',
      'item 0/1 ordered: by camera',
      'item 0/1 ordered: by hand',
    ])
  })

  test('what a writer typed before a line is text', async () => {
    const page = column([...body, '- more -', 'ends'], 72, 780)
    expect((await outline(pagesPdf([page]))).slice(1)).toEqual(['paragraph: - more -', 'paragraph: ends'])
  })
})

describe('what stands at the edge of every page', () => {
  const pages = [body, next, body].map((lines, i) => [
    { text: 'Sample River Agency', x: 72, y: 810, size: 9 },
    ...column(lines, 72, 760),
    { text: `Page ${i + 1} of 3`, x: 280, y: 30, size: 9 },
  ])

  test('is left out and said', async () => {
    const read = await readFile({ name: 'a.pdf', bytes: pagesPdf(pages) }, at)
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.revision.text).toBe([body, next, body].map(lines => lines.join(' ')).join('\n\n'))
    expect(read.value.warnings).toEqual([
      { code: 'running-heads-left-out', facts: { count: 1, texts: 'Sample River Agency' } },
    ])
  })

  test('a page alone keeps what stands at its edge, but for its number', async () => {
    const page = pages.slice(0, 1).map(shown => shown.map(one => ({ ...one, text: one.text.replace('of 3', 'of 1') })))
    expect(await outline(pagesPdf(page))).toEqual(['paragraph: Sample River Agency', `paragraph: ${body.join(' ')}`])
  })

  test('a number that does not count the pages is text', async () => {
    const page = [...column(body, 72, 760), { text: '12,480', x: 280, y: 30 }]
    expect(await outline(pagesPdf([page]))).toContain('paragraph: 12,480')
  })
})

describe('marks', () => {
  test('bold words and links are marks; a link of another kind is none', async () => {
    const links = ['http://example.org/count', 'javascript:alert(1)', 'file:///etc/passwd'].map(
      (uri, i) =>
        `<< /Type /Annot /Subtype /Link /Rect [70 ${756 - i * 14} 112 ${769 - i * 14}] /A << /S /URI /URI (${uri}) >> >>`,
    )
    const page = [
      ...column(['salmon said', 'weirs today', 'count here'], 72, 760),
      { text: 'strong words', x: 72, y: 600, font: 'F2' as const },
    ]
    const bytes = pagesPdf([page], '', `/Annots [${links.join(' ')}]`)
    expect(linesOfMarks(await revisionOfFile('a.pdf', bytes))).toEqual([
      'link salmon -> http://example.org/count',
      'strong strong words',
    ])
  })

  test('a small number that stands higher is raised, and with its note below the text it is gone', async () => {
    const line: Shown[] = [
      { text: 'They counted salmon', x: 72, y: 760 },
      { text: '1', x: 197.4, y: 765, size: 6 },
    ]
    expect(linesOfMarks(await revisionOfFile('a.pdf', pagesPdf([line])))).toEqual(['sup 1'])
    const note = { text: '1 At three weirs.', x: 72, y: 60, size: 8 }
    const end = { text: 'Sample River Agency', x: 72, y: 40, size: 8 }
    expect(await outline(pagesPdf([[...line, ...column(body, 72, 740), note, end]]))).toEqual([
      'paragraph: They counted salmon',
      `paragraph: ${body.join(' ')}`,
      'paragraph: At three weirs.',
      'paragraph: Sample River Agency',
    ])
  })
})

describe('hostile files', () => {
  const text = column(body, 72, 760)

  test.each([
    ['a password', pagesPdf([text]), 'encrypted'],
    ['pictures of pages', pagesPdf([[], []]), 'no-text-layer'],
    ['more pages than are read', pagesPdf(Array.from({ length: 2001 }, () => [])), 'too-many-pages'],
    ['no PDF at all', Uint8Array.from('%PDF-1.7 text', letter => letter.charCodeAt(0)), 'unreadable'],
  ])('%s', async (name, bytes, code) => {
    expect(await codeOfFile('a.pdf', name === 'a password' ? locked() : bytes)).toBe(code)
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
    const loop = makePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>',
      '<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R 3 0 R] >>',
    ])
    expect(await codeOfFile('a.pdf', loop)).toBe('unreadable')
    const form = makePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
      { dictionary: '', stream: '/X Do' },
      {
        dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
        stream: '/X Do',
      },
    ])
    expect(await codeOfFile('a.pdf', form)).toBe('no-text-layer')
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

/** A PDF with a password that nobody knows: the standard handler with keys that fit none. */
function locked(): Uint8Array {
  const key = '0'.repeat(64)
  const handler = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
  return makePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>'], handler)
}
