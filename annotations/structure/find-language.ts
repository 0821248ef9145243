/** Words that a text of the language cannot do without and that few of the others share. */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the and of to is that for with was are by will has from said its',
  de: 'der die und das den ist von mit für auf nicht ein eine dem zu im',
  fr: 'le la de les et des est une du pour dans que qui sur au aux avec cette',
  es: 'el la de en los y las del una por con para que se ha al su como más',
  it: 'il la gli e di che della per una con sono del nel alla è dei le',
  nl: 'de het een van en dat voor niet zijn met op aan wordt door naar bij',
  pt: 'o a de os e da do uma não para com em que dos são pela ao foi',
  sv: 'och att det som en är av för på med ett den inte till har vi',
}
const sets = Object.entries(commonWords).map(([language, words]) => [language, new Set(words.split(' '))] as const)

/**
 * The language of a text in Latin letters as a BCP 47 tag, or undefined where it has too few words that tell: at least
 * five and a tenth of all in the first 20,000 code units, and 15 in 100 more than for any other language.
 */
export function findLanguage(text: string): string | undefined {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const counts = sets
    .map(([language, set]) => ({ language, count: words.filter(word => set.has(word)).length }))
    .sort((a, b) => b.count - a.count)
  const [best, second] = counts
  if (best === undefined || best.count < 5 || best.count < words.length / 10) return undefined
  return best.count >= 1.15 * (second?.count ?? 0) ? best.language : undefined
}
