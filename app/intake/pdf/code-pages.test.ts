import { readFile as bytesOf } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readFile } from '../read-file'
import { namedPdf } from '../testing/named-pdf'

const at = '2024-01-01T00:00:00.000Z'
const tables = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url)
const codePages = (name: string) => bytesOf(new URL(`${name}.bcmap`, tables))

const files: readonly [string, string, string, string, string][] = [
  ['Japanese, Shift JIS', '新聞発表：日本語の文', 'shift_jis', '90ms-RKSJ-H', 'Japan1'],
  ['Chinese, simplified', '新闻稿：中文文本', 'gbk', 'GBK-EUC-H', 'GB1'],
  ['Chinese, traditional', '新聞稿：中文文本', 'big5', 'ETen-B5-H', 'CNS1'],
  ['Korean', '보도자료 한국어', 'cp949', 'KSCms-UHC-H', 'Korea1'],
]

describe('a PDF that only names the code page of its text', () => {
  test.each(files)('%s', async (_, text, encoding, table, ordering) => {
    const bytes = namedPdf(new Uint8Array(iconv.encode(text, encoding)), table, ordering)
    const read = await readFile({ name: 'a.pdf', bytes }, at, { codePages })
    expect(read.ok && read.value.revision.text).toBe(text)
  })

  test('ends in a problem or another text where the table is not there or is damaged, and asks for none by a path', async () => {
    const bytes = namedPdf(new Uint8Array(iconv.encode('新聞', 'shift_jis')), '90ms-RKSJ-H', 'Japan1')
    const damaged = async () => Uint8Array.of(0, 255, 255, 255, 255)
    for (const options of [{}, { codePages: damaged }, { codePages: () => Promise.reject(new Error('not there')) }])
      expect(['ok', 'no-text-layer', 'no-text', 'unreadable']).toContain(await codeOf(bytes, options))
    const asked: string[] = []
    const listening = (name: string) => {
      asked.push(name)
      return codePages(name)
    }
    await codeOf(namedPdf(Uint8Array.of(65), '..#2F..#2Fsecret', 'Japan1'), { codePages: listening })
    expect(asked.filter(name => !/^[\w-]+$/.test(name))).toEqual([])
  })
})

async function codeOf(bytes: Uint8Array, options: Parameters<typeof readFile>[2]): Promise<string> {
  const read = await readFile({ name: 'a.pdf', bytes }, at, options)
  return read.ok ? 'ok' : read.error.code
}
