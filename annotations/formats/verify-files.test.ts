import { describe, expect, it } from 'vitest'
import { readCsv } from './csv/read'
import { writeCsv } from './csv/write'
import { readJsonl } from './jsonl/read'
import { writeJsonl } from './jsonl/write'
import { readMd } from './md/read'
import { writeMd } from './md/write'
import { withHash } from './row-sha256'
import { good, lookup, second } from './sample-export'
import { verifyExcerpts } from './verify-excerpts'

describe('verifying a file in which somebody wrote', () => {
  it('tells the names of columns that prove nothing', () => {
    const csv = readCsv(
      writeCsv([good, second])
        .split('\r\n')
        .map((line, i) => (line === '' ? '' : `${line},${i === 0 ? 'checked_by' : 'Ada'}`))
        .join('\r\n'),
    )
    const jsonl = readJsonl(writeJsonl([good, second]).replace('{', '{"checked_by":"Ada",'))
    for (const rows of [csv, jsonl]) {
      const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
      expect(found).toMatchObject({
        passed: 2,
        failed: [],
        information: [{ row: 1, annotation: 'q1', code: 'other-columns', names: ['checked_by'] }],
      })
    }
  })

  it('cannot read a row that says something twice', () => {
    const csv = readCsv(
      writeCsv([good, second])
        .split('\r\n')
        .map((line, i) => (line === '' ? '' : `${line},${i === 0 ? 'exact_text' : 'We are sad.'}`))
        .join('\r\n'),
    )
    const jsonl = readJsonl(writeJsonl([good, second]).replace('{', '{"exact_text":"We are sad.",'))
    for (const rows of [csv, jsonl]) {
      const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
      expect(found?.failed[0]).toMatchObject({ row: 1, code: 'bad-row' })
    }
  })

  it.each([
    [
      'the heading of the document',
      (file: string) => file.replace(/^## .*$/m, '## Another release'),
      ['row-altered', 'row-altered'],
    ],
    [
      'a heading written in between',
      (file: string) => file.replace(/(?<= -->\n\n)### /, '## Another release\n\n### '),
      ['row-altered'],
    ],
    ['the heading taken out', (file: string) => file.replace(/^## .*\n\n/m, ''), ['row-altered', 'row-altered']],
    [
      'the facts of the document',
      (file: string) => file.replace('sample.txt', 'other.txt'),
      ['row-altered', 'row-altered'],
    ],
    [
      'an excerpt without its fields',
      (file: string) => file.replace(/^<!-- pressmark-excerpt .*\n/m, ''),
      ['no-fields'],
    ],
    [
      'an excerpt written in',
      (file: string) => file.replace('# Excerpts\n', '# Excerpts\n\n> “We lied.”\n'),
      ['no-fields'],
    ],
    [
      'more words under an excerpt',
      (file: string) => file.replace(/\n\n(?=<!-- pressmark-excerpt )/, '\n\n> “We lied.”\n\n'),
      ['no-fields'],
    ],
    ['an excerpt at the end', (file: string) => `${file}\n### Quote, paragraph 2\n\n> “We lied.”\n`, ['no-fields']],
  ])('fails a Markdown file with %s changed', (_name, change, codes) => {
    const file = writeMd(
      [good, second].map(one => withHash({ ...one, headline: 'A release', source_file: 'sample.txt' })),
    )
    const intact = readMd(file)
    expect(intact.ok && verifyExcerpts(intact.value, lookup()).failed).toEqual([])
    const rows = readMd(change(file))
    const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
    expect(found?.failed.map(({ code }) => code)).toEqual(codes)
  })
})
