import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { excerptFromTexts } from '../column-text'
import { excerptColumns } from '../excerpt'
import { exampleExcerpt } from '../format-case'
import { cases } from './cases'
import { readCsv } from './read'
import { readRecords } from './records'
import { writeCsv } from './write'

const hard = ['=1+1', "'=1", "''", "'tis", '-5', '\t', 'a "b"', 'a,b', 'a\r\nb', '"', ' ', '\uFEFFx']

function notesIn(file: string): (string | undefined)[] {
  const read = readCsv(file)
  return read.ok ? read.value.map(({ texts }) => excerptFromTexts(texts)?.note) : []
}

describe('csv', () => {
  it('begins with a byte order mark and the names of the columns, and ends lines with CRLF', () => {
    const [header, end] = writeCsv([]).split('\r\n')
    expect(header).toBe(`\uFEFF${excerptColumns.map(({ name }) => name).join(',')}`)
    expect(end).toBe('')
  })

  it('is read by csv-parse as it is read here', () => {
    for (const { excerpts } of cases) {
      const file = writeCsv(excerpts, { raw: true })
      const peer: string[][] = parse(file, { bom: true })
      expect(readRecords(file.slice(1), ',').map(({ cells }) => cells)).toEqual(peer)
      const note = excerptColumns.findIndex(({ name }) => name === 'note')
      expect(peer.slice(1).map(cells => cells[note])).toEqual(excerpts.map(excerpt => excerpt.note))
    }
  })

  it('reads what csv-stringify wrote', () => {
    const rows = hard.map(cell => ['x', cell, 'y'])
    for (const quoted of [true, false]) {
      const text = stringify(rows, { record_delimiter: 'windows', quoted })
      expect(readRecords(text, ',').map(({ cells }) => cells)).toEqual(rows)
    }
  })

  it('written raw has no apostrophes, and is read as it was written', () => {
    const list = hard.map(note => exampleExcerpt({ note }))
    expect(writeCsv(list, { raw: true })).toContain(',=1+1,')
    expect(notesIn(writeCsv(list, { raw: true }))).toEqual(hard)
  })

  it('is read whatever the order of its columns, with columns of others, and with another separator', () => {
    const file = writeCsv([exampleExcerpt({ note: 'a,b' })]).slice(1)
    const rows: string[][] = parse(file)
    const turned = rows.map((cells, i) => [...cells].reverse().concat(i === 0 ? 'my remark' : 'check'))
    for (const delimiter of [',', ';', '\t']) expect(notesIn(stringify(turned, { delimiter }))).toEqual(['a,b'])
  })

  it('marks a row with too few or too many cells, or without an end, and goes on', () => {
    const [header = '', row = ''] = writeCsv([exampleExcerpt()]).split('\r\n')
    const read = readCsv([header, row, `${row},x`, 'only,two', row, `${row.slice(0, -64)}"open`].join('\r\n'))
    expect(read.ok && read.value.map(({ broken }) => broken)).toEqual([undefined, true, true, undefined, true])
  })

  it('tells on which line a row begins', () => {
    const read = readCsv(writeCsv(['a\nb\r\nc', 'x'].map(note => exampleExcerpt({ note }))))
    expect(read.ok && read.value.map(({ row, line }) => [row, line])).toEqual([
      [1, 2],
      [2, 5],
    ])
  })
})
