import { expect, test } from 'vitest'
import written from '../../../docs/user-guide.md?raw'
import { type Run, readGuide } from './read-guide'

const words = (runs: readonly Run[]): string =>
  runs.map(({ is, text }) => (is === 'plain' ? text : `${is}:${text}`)).join('|')

test('sections, paragraphs, tables, pictures and code are read', () => {
  const guide = readGuide(
    '# Guide\n\nFirst **bold**, `code`\nand [a link](there.md).\n\n## One\n\n### Part of one\n\n![What it shows](images/a.png)\n\n| key | does |\n| --- | --- |\n| `[` | moves |\n\n```sh\none\n\ntwo\n```\n',
  )
  expect(guide.map(({ title, blocks }) => [title, blocks.map(({ is }) => is)])).toEqual([
    ['', ['paragraph']],
    ['One', ['heading', 'picture', 'table', 'code']],
  ])
  const [first] = guide[0]?.blocks ?? []
  expect(first?.is === 'paragraph' && words(first.runs)).toBe('First |strong:bold|, |code:code| and a link.')
  const [heading, picture, table, code] = guide[1]?.blocks ?? []
  expect(heading).toEqual({ is: 'heading', words: 'Part of one' })
  expect(picture).toEqual({ is: 'picture', name: 'a.png', words: 'What it shows' })
  expect(table?.is === 'table' && table.rows.map(row => row.map(words))).toEqual([['code:[', 'moves']])
  expect(code).toEqual({ is: 'code', text: 'one\n\ntwo' })
})

test('nothing of the real guide comes through as it is written', () => {
  const guide = readGuide(written)
  expect(guide.length).toBeGreaterThan(5)
  for (const block of guide.flatMap(({ blocks }) => blocks)) {
    const runs = block.is === 'paragraph' ? block.runs : block.is === 'table' ? [block.head, ...block.rows].flat(2) : []
    for (const { is, text } of runs) if (is === 'plain') expect(text).not.toMatch(/\*|`|\p{L}'|\]\(|^#|^\||^[-*] |^>/u)
  }
})

test('words are stressed, and an apostrophe looks as elsewhere in the window, but for code', () => {
  const [section] = readGuide("A *colleague's* words, `don't`.")
  const [block] = section?.blocks ?? []
  expect(block?.is === 'paragraph' && words(block.runs)).toBe("A |em:colleague’s| words, |code:don't|.")
})
