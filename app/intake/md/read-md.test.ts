import { describe, expect, it, test } from 'vitest'
import { placeBlocks } from '#annotations/text/place-blocks'
import { readMd } from './read-md'

function place(markdown: string) {
  const read = readMd(markdown)
  if (!read.ok) throw new Error(read.error.code)
  return placeBlocks(read.value)
}

/** One line per block: type, details, text. */
function outline(markdown: string): string[] {
  const { text, blocks } = place(markdown)
  return blocks.map(({ type, level, list, table, start, end }) => {
    const item = list === undefined ? '' : ` ${list.n}/${list.depth}${list.ordered ? ' ordered' : ''}`
    const row = table === undefined ? '' : ` ${table.n}${table.header ? ' header' : ''}`
    return `${type}${level ?? ''}${item}${row}: ${text.slice(start, end)}`
  })
}

function marks(markdown: string): string[] {
  const placed = place(markdown)
  return placed.marks.map(
    ({ type, start, end, href }) => `${type} ${placed.text.slice(start, end)}${href ? ` -> ${href}` : ''}`,
  )
}

describe('Markdown blocks', () => {
  it('reads headings, paragraphs and line breaks', () => {
    expect(outline('# Title\n\nTitle 2\n===\n\n### Part ###\n\none\ntwo  \nthree\\\nfour\n')).toEqual([
      ...['heading1: Title', 'heading1: Title 2', 'heading3: Part', 'paragraph: one two\nthree\nfour'],
    ])
  })

  it('reads lists with depth and order; only the first paragraph of an item is the item', () => {
    expect(outline('- a\n\n  more\n- b\n  1. c\n  2. d\n- e\n\ntext\n\n1) f\n')).toEqual([
      ...['item 0/0: a', 'paragraph: more', 'item 0/0: b', 'item 1/1 ordered: c', 'item 1/1 ordered: d'],
      ...['item 0/0: e', 'paragraph: text', 'item 2/0 ordered: f'],
    ])
  })

  it('reads tables, one block a row, with the place of each cell', () => {
    const markdown = '| Year | **Sales** |\n|---|---|\n| 2017 | 1&#9;2 |\n|  | 3 |\n| 4 | |\n\n| x |\n|---|\n'
    expect(outline(markdown)).toEqual([
      ...['row 0 header: Year\tSales', 'row 0: 2017\t1 2', 'row 0: 3', 'row 0: 4', 'row 1 header: x'],
    ])
    const { text, blocks } = place(markdown)
    const cells = blocks.map(({ table }) => table?.cells.map(([from, to]) => text.slice(from, to)))
    expect(cells).toEqual([['Year', 'Sales'], ['2017', '1 2'], ['', '3'], ['4', ''], ['x']])
    expect(marks(markdown)).toEqual(['strong Sales'])
  })

  test.each(['###', '# # #', '---', '-', '***', '* * *', '- - -', '*', '#'])('%j alone in a line is text', line => {
    expect(outline(`The end.\n\n${line}\n\nContact`)).toEqual([
      'paragraph: The end.',
      `paragraph: ${line}`,
      'paragraph: Contact',
    ])
    expect(outline(`The end.\n${line}\nContact`)).toEqual([
      'paragraph: The end.',
      `paragraph: ${line}`,
      'paragraph: Contact',
    ])
    expect(outline(`- item\n\n${line}\n`)).toEqual(['item 0/0: item', `paragraph: ${line}`])
    expect(outline(`\`\`\`\na\n${line}\n\`\`\``)).toEqual([`paragraph: a\n${line}`])
  })

  it('keeps HTML, indented lines, struck words and addresses as the text they are', () => {
    expect(outline('<b onclick="x()">bold</b> ~~old~~ http://a.example\n\n    indented\n\n<script>x</script>')).toEqual(
      [
        'paragraph: <b onclick="x()">bold</b> ~~old~~ http://a.example',
        ...['paragraph: indented', 'paragraph: <script>x</script>'],
      ],
    )
  })

  it('reads quotes and code without their markup, parted by blank lines', () => {
    expect(outline('> quoted\n> more\n\n```js\na  b\n\nc\n```\n\nuse `x  y`')).toEqual([
      ...['paragraph: quoted more', 'paragraph: a b', 'paragraph: c', 'paragraph: use x y'],
    ])
  })

  it('makes a caption of a picture with words, and nothing of one without', () => {
    expect(outline('![The *new* bridge](b.png "t")\n\n![](c.png)\n\nSee ![it](d.png) here')).toEqual([
      ...['caption: The new bridge', 'paragraph: See it here'],
    ])
  })

  it('does not lose text that is nested deeply', () => {
    expect(readMd(`${'> '.repeat(120)}lost?`)).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    expect(outline(`${'> '.repeat(60)}kept`)).toEqual(['paragraph: kept'])
  })
})

describe('Markdown marks', () => {
  test.each([
    ['nested', 'a **b *c* d** e', ['strong b c d', 'em c']],
    ['after what the rules for text change', '  x&nbsp;  e\u0301&shy; *y  z* ', ['em y z']],
    ['an accent that joins the letter before a mark', 'cafe**\u0301** **x**', ['strong \u00e9', 'strong x']],
    ['in a later block', 'one\n\n*two*\n\n**three**', ['em two', 'strong three']],
    ['over a picture', '[![words](x.png)](https://a.example/)', ['link words -> https://a.example/']],
    ['sub and sup', 'CO~2~ and x^2^, not a ~5 or ~6, 10^5*3^2', ['sub 2', 'sup 2']],
    ['empty ones are none', '[](https://a.example) ** **', []],
  ])('%s', (_, markdown, expected) => {
    expect(marks(markdown)).toEqual(expected)
  })

  it('keeps the characters of what only looks like sub or sup', () => {
    expect(place('10^5*3^2 ~10~20 a~/b~ ^x^').text).toBe('10^5*3^2 ~10~20 a~/b~ ^x^')
  })

  test.each([
    ['https://a.example/b?c=d&e#f', 'https://a.example/b?c=d&e#f'],
    ['HTTP://A.example', 'http://a.example/'],
    ['mailto:press@a.example', 'mailto:press@a.example'],
  ])('a link to %s is kept', (address, href) => {
    expect(marks(`[words](${address})`)).toEqual([`link words -> ${href}`])
    expect(marks(`<${address}>`)[0]).toContain(`-> ${href}`)
  })

  test.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java&#115;cript:alert(1)', 'javascript&colon;alert(1)'],
    ...['data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '//a.example', '/b', 'b.html', '#c', 'https://', ''],
    `https://a.example/${'x'.repeat(3000)}`,
  ])('a link to %s is only words', address => {
    const { text, marks } = place(`see [words](<${address}>) here`)
    expect(text).toBe('see words here')
    expect(marks).toEqual([])
  })
})
