import { exampleExcerpt, type FormatCase } from '../format-case'

/** What a line of JSON must keep. */
export const cases: readonly FormatCase[] = [
  {
    name: 'keeps numbers, lists and ranges as such',
    excerpts: [exampleExcerpt({ paragraph_no: null, sentence_no: 3, tags: ['a; b', 'c'], claim_value: ['0.10'] })],
    written: [
      '"paragraph_no":null,"sentence_no":3',
      '"segments":[{"start":10,"end":20}]',
      '"tags":["a; b","c"]',
      '"claim_value":["0.10"]',
    ],
  },
  {
    name: 'escapes all that may count as a line end',
    excerpts: [exampleExcerpt({ note: 'a\nb\r\u2028c\u2029d\u0085e' })],
    written: ['"note":"a\\nb\\r\\u2028c\\u2029d\\u0085e"'],
  },
  {
    name: 'leaves formulas alone',
    excerpts: [exampleExcerpt({ note: "=1+1'" })],
    written: [`"note":"=1+1'"`],
  },
]
