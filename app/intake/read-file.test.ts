import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { blockSeparator, splitCanonicalText, textHash } from '#annotations/model/canonical-text'
import { paragraphNumbers } from '#annotations/model/revision'
import { createDirectIntake } from './direct-intake'
import { readNow } from './read-file'

const at = '2024-01-01T00:00:00.000Z'
const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (name: string, content: string | Uint8Array) =>
  readNow({ name, bytes: typeof content === 'string' ? utf8(content) : content }, at)
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(`\ufeff${text}`.split(''), c => c.charCodeAt(0)).buffer)

function revisionOf(name: string, content: string | Uint8Array) {
  const result = read(name, content)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return { ...result.value.revision, warnings: result.value.warnings.map(({ code }) => code) }
}

function blocksOf(name: string, content: string | Uint8Array): string[] {
  const { text, blocks } = revisionOf(name, content)
  return blocks.map(({ start, end }) => text.slice(start, end))
}

function codeOf(name: string, content: string | Uint8Array): string {
  const result = read(name, content)
  return result.ok ? 'ok' : result.error.code
}

describe('the given release', () => {
  const bytes = new Uint8Array(readFileSync(new URL('./fixtures/seed-release.txt', import.meta.url)))
  const release = revisionOf('seed-release.txt', bytes)

  it('has the text that its hash proves', () => {
    expect(release.text).toHaveLength(2113)
    expect(release.id).toBe('860cf770fb3aa2894c8493c433cdc3d1124b09a2b31c3829c489e5b592a58017')
    expect(release.text).toMatch(
      /^Syrian Democratic Forces Announce Drive to Reclaim Last ISIS Territory\n\nThe coalition/,
    )
  })

  it('has nine blocks, seven of them numbered', () => {
    expect(release.blocks.map(({ role }) => role)).toEqual([
      ...['headline', 'lead', 'body', 'body', 'body', 'section-heading', 'body', 'body', 'boilerplate'],
    ])
    expect(paragraphNumbers(release.blocks)).toEqual([null, 1, 2, 3, 4, null, 5, 6, 7])
    const heading = release.blocks[5]
    expect(heading).toMatchObject({ type: 'heading', level: 2 })
    expect(release.text.slice(heading?.start, heading?.end)).toBe('Key Milestone')
  })

  it('has its date from the line before the headline, which is not text', () => {
    expect(release.found).toContainEqual({ name: 'published', value: { date: '2018-05-01' }, how: 'header' })
    expect(release.found).toContainEqual({
      name: 'headline',
      value: 'Syrian Democratic Forces Announce Drive to Reclaim Last ISIS Territory',
      at: [0, 70],
      how: 'text',
    })
  })

  it('keeps what names its source', () => {
    expect(release).toMatchObject({ parent: null, origin: 'import', at, marks: [], warnings: [] })
    expect(release.source).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      name: 'seed-release.txt',
      mediaType: 'text/plain',
      bytes: bytes.length,
    })
    expect(revisionOf('some/folder\\seed.txt', bytes).source?.name).toBe('seed.txt')
  })
})

test('any text, as .txt or .md, gives a revision that its laws hold for, or a problem; and never throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\n\n',
      ' ',
      '  ',
      '\t',
      '# ',
      '- ',
      '1. ',
      '> ',
      '| a | b |\n|---|---|\n',
      '**',
      '_',
      '`',
      '###',
    ),
    fc.constantFrom(
      '[a](http://b.example)',
      '![x](y)',
      '&#x301;',
      '&shy;',
      '&#13;',
      '&#x2029;',
      '<b>',
      '\\',
      '```\n',
      '~',
      '^',
    ),
    fc.constantFrom('e', 'word', '\u0301', '\u00ad', '\u00a0', '\u2028', '\ud800', '\u1100', '\u1161', '===\n', '  \n'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const source = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(source, fc.constantFrom('a.txt', 'a.md'), (content, name) => {
      const result = read(name, utf16(content))
      if (!result.ok) {
        expect(result.error.code).toBe('no-text')
        return
      }
      const { text, id, blocks, marks, found } = result.value.revision
      expect(textHash(text)).toBe(id)
      expect(splitCanonicalText(text)).toEqual(blocks.map(({ start, end }) => ({ start, end })))
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join(blockSeparator)).toBe(text)
      for (const { start, end } of [
        ...marks,
        ...found.flatMap(f => (f.at ? [{ start: f.at[0], end: f.at[1] }] : [])),
      ]) {
        expect(start).toBeLessThan(end)
        expect(text.slice(start, end)).not.toBe('')
      }
      for (const { table, start, end } of blocks) {
        for (const [from, to] of table?.cells ?? []) {
          expect(start <= from && from <= to && to <= end).toBe(true)
          expect(text.slice(from, to)).not.toMatch(/[\t\n]/)
        }
      }
    }),
    { numRuns: 3000 },
  )
})

describe('bad input', () => {
  test.each([
    ['no byte', 'a.txt', '', 'empty-file'],
    ['a thousand marks on a letter and one more', 'a.txt', `a${'\u0301\u0327'.repeat(501)}`, 'stacked-marks'],
    ['only white space', 'a.txt', ' \n\t\u00a0\r\n\u3000', 'no-text'],
    ['only a byte order mark', 'a.txt', '\ufeff', 'no-text'],
    ['Markdown without words', 'a.md', '![](picture.png)\n\n___\n', 'no-text'],
    ['another format', 'a.xls', '\xd0\xcf', 'unsupported-format'],
    ['deep quotes', 'a.md', `${'> '.repeat(200)}x`, 'unreadable'],
    ['more blocks than a release has', 'a.txt', 'a\n\n'.repeat(200_001), 'too-much-text'],
    ['more markup than a release has', 'a.md', '['.repeat(1_000_001), 'too-much-text'],
  ])('%s', (_, name, content, code) => {
    expect(codeOf(name, content)).toBe(code)
  })

  test.each([
    ['a PNG without extension', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'binary-file'],
    ['bytes by chance', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 255), 'binary-file'],
    ['zero bytes', new Uint8Array(1000), 'binary-file'],
    ['one byte of no encoding', Uint8Array.of(0xff), 'undecided-encoding'],
    ['60 MB', new Uint8Array(60 * 1024 * 1024), 'too-large'],
    ['21 MB of letters', new Uint8Array(21 * 1024 * 1024).fill(0x61), 'too-much-text'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf('release', bytes)).toBe(code)
  })

  it('says when it was stopped', async () => {
    const intake = createDirectIntake()
    const file = { name: 'a.txt', bytes: utf8('Text.') }
    expect(await intake.read(file, at, { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect((await intake.read(file, at)).ok).toBe(true)
  })

  it('drops zero bytes and other controls of a text, and says so', () => {
    expect(revisionOf('a.txt', 'A headline\n\nThe company\0 said\x07 so.')).toMatchObject({
      text: 'A headline\n\nThe company said so.',
      warnings: ['controls-removed'],
    })
  })

  it('replaces lone surrogates of a UTF-16 file, and says so', () => {
    expect(revisionOf('a.txt', utf16('A \ud800 b \u{1f600} \udc00.'))).toMatchObject({
      text: 'A \ufffd b \u{1f600} \ufffd.',
      warnings: ['lone-surrogates-replaced'],
    })
  })

  it('knows every line end, and a byte order mark inside the text', () => {
    const lines = 'a b c\r\na b c\ra b c\u0085a b c\u2028a \ufeffb c\u2029next\fand\r\n\r\nlast'
    expect(blocksOf('a.txt', `\ufeff${lines}`)).toEqual(['a b c a b c a b c a b c a b c', 'next', 'and', 'last'])
  })

  it('reads 19 MB of prose, or of one line', () => {
    const sentence = 'The company said it would invest 25 million in the region, according to the mayor. '
    expect(blocksOf('a.txt', `${sentence.repeat(5)}\n\n`.repeat(45_000))).toHaveLength(45_000)
    expect(blocksOf('a.txt', sentence.repeat(230_000))).toHaveLength(1)
    expect(blocksOf('a.md', `${sentence.repeat(5)}\n\n`.repeat(45_000))).toHaveLength(45_000)
  }, 60_000)
})
