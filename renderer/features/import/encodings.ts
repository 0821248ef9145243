import type { Problem } from '#annotations/model/result'

/** Names of encodings as people know them; the ids are what the reader takes. */
const names: readonly (readonly [id: string, name: string])[] = [
  ['utf-8', 'Unicode (UTF-8)'],
  ['windows-1252', 'Western European'],
  ['windows-1250', 'Central European'],
  ['windows-1251', 'Cyrillic'],
  ['koi8-r', 'Cyrillic (KOI8-R)'],
  ['windows-1253', 'Greek'],
  ['windows-1254', 'Turkish'],
  ['windows-1255', 'Hebrew'],
  ['windows-1256', 'Arabic'],
  ['windows-1257', 'Baltic'],
  ['macintosh', 'Western European (Mac)'],
  ['cp437', 'Western European (DOS)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['euc-jp', 'Japanese (EUC)'],
  ['gb18030', 'Chinese, simplified'],
  ['big5', 'Chinese, traditional'],
  ['euc-kr', 'Korean'],
  ['utf-16le', 'Unicode (UTF-16)'],
]

/** Encodings to choose from for a file whose letters could not be made out: what was thought of first, then the usual ones. */
export function encodingChoices(facts: Problem['facts']): { readonly id: string; readonly name: string }[] {
  const thought = String(facts?.candidates ?? '')
    .split(', ')
    .map(id => id.toLowerCase())
    .filter(id => id !== '')
  const known = new Map(names)
  const first = thought.map(id => ({ id, name: known.get(id) ?? id }))
  const rest = names.filter(([id]) => !thought.includes(id)).map(([id, name]) => ({ id, name }))
  return [...first, ...rest]
}
