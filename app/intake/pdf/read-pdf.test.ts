import { describe, expect, test } from 'vitest'
import { readFile } from '../read-file'
import { column, pagesPdf, type Shown, wrap } from '../testing/make-pdf'
import { linesOfMarks, outlineOfFile, revisionOfFile } from '../testing/read-outline'

const at = '2024-01-01T00:00:00.000Z'
const outline = (bytes: Uint8Array) => outlineOfFile('a.pdf', bytes)

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

  test('a text that ends with a line in the second column is read so, whatever stands at the right of the page', async () => {
    const long = wrap(`${body.join(' ')} Now the mayor of the city saw the salmon`, 30)
    const head = [
      { text: 'Agency', x: 72, y: 810 },
      { text: 'News release', x: 420, y: 810 },
    ]
    const page = [...head, ...column(long, 72, 760), ...column(['of the river, too.'], 320, 760)]
    expect((await outline(pagesPdf([page]))).at(-1)).toBe(
      `paragraph: ${body.join(' ')} Now the mayor of the city saw the salmon of the river, too.`,
    )
    expect(await outline(pagesPdf([[...head, ...column(left, 72, 760)]]))).toEqual([
      'paragraph: Agency News release',
      `paragraph: ${left.join(' ')}`,
    ])
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

test('reading leaves the functions of the runtime as they were', async () => {
  const own = [Array.prototype.push, JSON.parse, JSON.stringify]
  await outline(pagesPdf([column(['Words.'], 72, 760)]))
  expect([Array.prototype.push, JSON.parse, JSON.stringify]).toEqual(own)
  expect(own.map(of => Function.prototype.toString.call(of))).toEqual(
    own.map(({ name }) => `function ${name}() { [native code] }`),
  )
})
