/** Control words that stand for a character. */
export const characterWords: { readonly [word: string]: string | undefined } = Object.assign(Object.create(null), {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  page: '\f',
  column: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
})

/** Control symbols that stand for a character. */
export const characterSymbols: { readonly [sign: string]: string | undefined } = Object.assign(Object.create(null), {
  '~': '\u00a0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
})

/** Destinations that are no text and are read for what they say. */
export const tableDestinations = new Set(['fonttbl', 'stylesheet', 'listtable', 'listoverridetable'])

/** Destinations that are left out although they have no `\*`: pictures, generated markers, entries of indexes, fallbacks. */
export const silentDestinations = new Set(
  (
    'colortbl info pict objdata listtext pntext nonesttables xe tc rxe sp nonshppict shprslt ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'template private filetbl revtbl bkmkstart bkmkend atnid atnauthor annotation nextfile comment'
  ).split(' '),
)

/** Destinations with `\*` whose text is text all the same. */
export const transparentDestinations = new Set(['shpinst', 'do', 'ud'])

export const headerDestinations = new Set(['header', 'headerl', 'headerr', 'headerf'])
export const footerDestinations = new Set(['footer', 'footerl', 'footerr', 'footerf'])
