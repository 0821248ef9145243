import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptFromTexts } from './column-text'
import { cases as csvCases } from './csv/cases'
import { type ColumnKind, type Excerpt, excerptColumns, type UnhashedExcerpt } from './excerpt'
import type { ReadExcerpts } from './excerpt-row'
import { exampleExcerpt } from './format-case'
import { cases as jsonlCases } from './jsonl/cases'
import { cases as mdCases } from './md/cases'
import { annotationFormats, excerptFormats, formatOfFile, inputFormats } from './registry'
import { rowSha256, withHash } from './row-sha256'

const caseTables = { csv: csvCases, jsonl: jsonlCases, md: mdCases }

/** Texts of what is hard: line ends, quotes, comment ends, backticks, formulas, apostrophes, emoji, right to left. */
const hardText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '"', "'", '=', '+', '-', '@', '\t', ',', ';', '; ', '\\', '/', '`'),
    fc.constantFrom(
      '-->',
      '<!--',
      '--',
      '>',
      '<',
      '😀',
      'שלום',
      '\u2028',
      '\u2029',
      '\u0085',
      '\uFEFF',
      '\0',
      '*',
      '#',
    ),
    fc.constantFrom('[…]', '{', '}', '&', '\v', '\u202E', '1.', '# ', '| '),
  ),
  maxLength: 12,
})
const count = fc.nat({ max: 100_000 })
const values: { readonly [Kind in ColumnKind]: fc.Arbitrary<unknown> } = {
  text: hardText,
  number: fc.option(count),
  list: fc.array(hardText, { maxLength: 4 }).filter(list => list.length !== 1 || list[0] !== ''),
  ranges: fc.array(fc.record({ start: count, end: count }), { maxLength: 3 }),
}
const excerpts: fc.Arbitrary<Excerpt> = fc
  .record(Object.fromEntries(excerptColumns.map(({ name, kind }) => [name, values[kind]])))
  .map(record => withHash(record as unknown as UnhashedExcerpt))

function readBack(read: ReadExcerpts): (Excerpt | undefined)[] {
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value.map(({ row }) => row)).toEqual(read.value.map((_row, i) => i + 1))
  for (const { texts, broken, altered } of read.value) {
    expect([broken, altered]).toEqual([undefined, undefined])
    expect(rowSha256(texts)).toBe(texts.get('row_sha256'))
  }
  return read.value.map(({ texts }) => excerptFromTexts(texts))
}

/** A format may group excerpts by document; their order within one stands. */
function byDocument(list: readonly (Excerpt | undefined)[]): (Excerpt | undefined)[] {
  const order = [...new Set(list.map(excerpt => excerpt?.document_id))]
  return [...list].sort((a, b) => order.indexOf(a?.document_id) - order.indexOf(b?.document_id))
}

describe.each(excerptFormats)('$name', ({ name, write, read }) => {
  it('reads back what it wrote, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(excerpts, { maxLength: 4 }), list => {
        const order = name === 'md' ? byDocument(list) : list
        expect(readBack(read(write(list)))).toEqual(order)
      }),
      { numRuns: 300 },
    )
  })

  it.each(caseTables[name])('$name', ({ excerpts: list, written }) => {
    const file = write(list)
    for (const piece of written) expect(file).toContain(piece)
    expect(readBack(read(file))).toEqual(name === 'md' ? byDocument(list) : list)
  })

  it('has nothing to read in an export of nothing, and refuses a file that is none', () => {
    expect(read(write([]))).toEqual({ ok: true, value: [] })
    expect(read('Name,Age\r\nBen,5\r\n')).toMatchObject({ ok: false, error: { code: 'not-excerpts' } })
  })

  it('reads files whose line ends or byte order mark an editor or Git changed', () => {
    const list = [exampleExcerpt({ note: 'one line' }), exampleExcerpt({ annotation_id: 'n2' })]
    const file = write(list).replace('\uFEFF', '')
    for (const other of [file.replaceAll('\r\n', '\n'), file.replace(/\r?\n/g, '\r\n'), `\uFEFF${file}`]) {
      expect(readBack(read(other))).toEqual(list)
    }
  })
})

describe('the registry', () => {
  it('lists every folder, and each has what writes, what reads and the cases', () => {
    const here = fileURLToPath(new URL('.', import.meta.url))
    const folders = readdirSync(here, { withFileTypes: true }).filter(entry => entry.isDirectory())
    const both = [...excerptFormats.map(({ name }) => name), ...annotationFormats]
    expect(folders.map(({ name }) => name).sort()).toEqual([...both, ...inputFormats].sort())
    for (const name of inputFormats) expect(readdirSync(`${here}/${name}`)).toContain('read.ts')
    for (const name of both) {
      expect(readdirSync(`${here}/${name}`)).toEqual(expect.arrayContaining(['cases.ts', 'read.ts', 'write.ts']))
    }
  })

  it('knows a file by its extension', () => {
    expect(formatOfFile('/a.b/Export 1.CSV')?.name).toBe('csv')
    expect(formatOfFile('x.md')?.name).toBe('md')
    expect(formatOfFile('x.csv.bak')).toBeUndefined()
    expect(formatOfFile('csv')).toBeUndefined()
  })
})
