import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { laterColumns } from '../excerpt'
import { exampleExcerpt } from '../format-case'
import { readMd } from './read'
import { writeMd } from './write'

const html = new MarkdownIt({ html: true })

/** What a viewer shows of a file: the text of its paragraphs and headings, line ends as such. */
function shown(file: string): string[] {
  return html
    .parse(file, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) =>
      (children ?? [])
        .map(({ type, content }) =>
          type === 'hardbreak' || type === 'softbreak'
            ? '\n'
            : `${type === 'text' || type === 'text_special' ? '' : `<${type}>`}${content}`,
        )
        .join(''),
    )
}

function rowsOf(file: string) {
  const read = readMd(file)
  return read.ok ? read.value : []
}

describe('md', () => {
  it('reads what an earlier version wrote, without the columns that came later, and sees its words changed', () => {
    const excerpt = exampleExcerpt({ source_as_written: '', own_fields: [], kind: 'claim', claim_value: ['12'] })
    const later = [...laterColumns].map(name => new RegExp(`"${name}":(?:"[^"]*"|\\[[^\\]]*\\]),`))
    const earlier = later.reduce((file, member) => file.replace(member, ''), writeMd([excerpt]))
    expect(earlier).not.toContain('claim_as_written')
    expect(rowsOf(earlier)[0]?.altered).toBeUndefined()
    expect(rowsOf(earlier.replace('Figures: 12', 'Figures: 13'))[0]?.altered).toBe(true)
  })

  it('tells a figure as it was written and what it was taken for', () => {
    const figure = { claim_as_written: ['$12 billion'], claim_value: ['12000000000'], claim_unit: ['USD'] }
    const file = writeMd([exampleExcerpt({ kind: 'claim', ...figure })])
    expect(shown(file)).toContain('Figures: $12 billion (12000000000 USD)')
  })

  it('shows a viewer the very characters of a text, one line break as one', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '*',
      '_',
      '`',
      '#',
      '-',
      '+',
      '=',
      '1.',
      '2)',
      '>',
      '<b>',
      '[x](y)',
      '!',
      '&lt;',
      '\\',
      '|',
      '~~',
      '\n',
      '<!--',
      '-->',
      '😀',
    )
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 15 }), text => {
        const expected = text
          .split(/\n/)
          .map(line => line.trim())
          .join('\n')
          .split(/\n{2,}/)
          .map(part => part.replace(/^\n|\n$/g, ''))
          .filter(part => part !== '')
        const all = shown(writeMd([exampleExcerpt({ exact_text: text })]))
        const first = all.findIndex(line => line.startsWith('Quote, paragraph')) + 1
        const last = all.findIndex(line => line.startsWith('— she'))
        expect(all.slice(first, last)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('has one comment per excerpt, which is valid HTML and the only HTML', () => {
    const note = '--> <script>alert(1)</script> <!-- --!> - -- --- \u2028 ->'
    const file = writeMd([exampleExcerpt({ note, exact_text: note }), exampleExcerpt({ annotation_id: 'n2' })])
    const blocks = html.parse(file, {}).filter(({ type }) => type === 'html_block')
    expect(blocks).toHaveLength(3)
    for (const { content } of blocks) {
      const inside = content.trim().slice('<!--'.length, -'-->'.length)
      expect(inside).not.toMatch(/--|[<>]/)
    }
  })

  it('cannot be given a forged excerpt by a text', () => {
    const forged = writeMd([exampleExcerpt({ annotation_id: 'forged' })])
    const file = writeMd([exampleExcerpt({ note: forged, exact_text: forged, headline: forged, author: forged })])
    expect(rowsOf(file).map(({ texts }) => texts.get('annotation_id'))).toEqual(['n1'])
  })

  it('notices when the visible text was changed, not when a remark was added', () => {
    const file = writeMd([exampleExcerpt(), exampleExcerpt({ annotation_id: 'n2' })])
    expect(rowsOf(file.replace('> We are glad.', '> We are sad.')).map(({ altered }) => altered)).toEqual([
      true,
      undefined,
    ])
    const remarked = file.replace('# Excerpts\n', '# Excerpts for Ada\n\nPlease read these.\n')
    expect(rowsOf(remarked).map(({ altered }) => altered)).toEqual([undefined, undefined])
  })
})
