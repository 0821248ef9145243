import { exampleExcerpt, type FormatCase } from '../format-case'

/** What spreadsheets and RFC 4180 make of a cell. */
export const cases: readonly FormatCase[] = [
  {
    name: 'sets an apostrophe before each beginning of a formula',
    excerpts: ['=1+1', '+49 40 1', '-5', '@SUM(A1)', '\tx', '\rx'].map(note => exampleExcerpt({ note })),
    written: [",'=1+1,", ",'+49 40 1,", ",'-5,", ",'@SUM(A1),", ',"\'\tx",', ',"\'\rx",'],
  },
  {
    name: 'sets an apostrophe before an apostrophe, so that it can be told from its own',
    excerpts: ["'=1", "''", "'tis"].map(note => exampleExcerpt({ note })),
    written: [",''=1,", ",''',", ",''tis,"],
  },
  {
    name: 'doubles quotes, and quotes commas, line breaks and what else may count as a separator',
    excerpts: ['a "b"', 'a,b', 'a\r\nb\nc\rd', 'a;b', 'a\tb', ' a'].map(note => exampleExcerpt({ note })),
    written: ['"a ""b"""', '"a,b"', '"a\r\nb\nc\rd"', '"a;b"', '"a\tb"', '" a"'],
  },
  {
    name: 'writes lists with semicolons and ranges with hyphens',
    excerpts: [
      exampleExcerpt({
        segments: [
          { start: 1, end: 5 },
          { start: 9, end: 12 },
        ],
        tags: ['Cost\\/Benefit/Net', 'a;b'],
        claim_value: ['10', '', '2.50'],
      }),
    ],
    written: ['"1-5;9-12"', '"Cost\\/Benefit/Net; a\\;b"', '"10; ; 2.50"'],
  },
]
