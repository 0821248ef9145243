/** Ligatures, radicals that fonts give for whole characters, Arabic forms by their place in the word. */
const shapes = /[\u2E80-\u2FDF\uFB00-\uFB4F\uFB50-\uFDFB\uFE70-\uFEFC]/g
/** Spaces of a width of their own; NUL and private letters of symbol fonts that stand for a bullet. */
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
const symbolBullets = /[\uF0B7\uF0A7\uF0A8\uF0D8\uF0FC\uF06C\uF06E\uF076]/g

/** The text of a PDF in the letters that a writer types: `ﬁ` as `fi`, a Kangxi radical as its character; NUL is dropped. */
export function letters(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(shapes, shape => shape.normalize('NFKC'))
    .replace(spaces, ' ')
    .replace(symbolBullets, '•')
}
