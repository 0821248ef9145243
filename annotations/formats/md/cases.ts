import { exampleExcerpt, type FormatCase } from '../format-case'

/** What Markdown and HTML comments make of a text. */
export const cases: readonly FormatCase[] = [
  {
    name: 'cannot be made to end a comment early',
    excerpts: [exampleExcerpt({ note: 'a --> b --!> c <!-- d --- e' })],
    written: ['"note":"a \\u002d\\u002d\\u003e b \\u002d\\u002d!\\u003e c \\u003c!\\u002d\\u002d d '],
  },
  {
    name: 'shows the characters of a text, not what they mean in Markdown',
    excerpts: [exampleExcerpt({ exact_text: '# *We* `won` [a](b) <b> &amp; \\', note: '1. not a list' })],
    written: ['> \\# \\*We\\* \\`won\\` \\[a\\](b) \\<b\\> \\&amp; \\\\\n', 'Note: 1\\. not a list\n'],
  },
  {
    name: 'keeps lines and paragraphs of a quotation apart',
    excerpts: [exampleExcerpt({ exact_text: '- one\n\u20282. two\n\nthree' })],
    written: ['> \\- one\n>\n> 2\\. two\n>\n> three\n'],
  },
  {
    name: 'groups excerpts by document',
    excerpts: [
      exampleExcerpt({ annotation_id: 'n1' }),
      exampleExcerpt({ annotation_id: 'n2', document_id: 'd2', headline: 'Second *release*' }),
      exampleExcerpt({ annotation_id: 'n3' }),
    ],
    written: ['## Harbour of Vessen opens\n\nPort of Vessen · 2024-03-01 Europe/Berlin', '## Second \\*release\\*\n'],
  },
]
