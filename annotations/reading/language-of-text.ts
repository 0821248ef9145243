const scripts: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja', []],
  [/\p{Script=Hangul}/gu, 'ko', []],
  [/\p{Script=Han}/gu, 'zh', ['ja', 'ko', 'yue']],
  [/\p{Script=Arabic}/gu, 'ar', ['fa', 'ur', 'ps', 'ug', 'sd', 'ckb', 'ku', 'az', 'pa']],
  [/\p{Script=Hebrew}/gu, 'he', ['yi']],
  [/\p{Script=Cyrillic}/gu, 'ru', ['uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg']],
  [/\p{Script=Greek}/gu, 'el', []],
  [/\p{Script=Thai}/gu, 'th', []],
  [/\p{Script=Devanagari}/gu, 'hi', ['mr', 'ne', 'sa']],
  [/\p{Script=Latin}/gu, '', []],
]

/**
 * The language of a piece of text as a BCP 47 tag: the stated one of the whole text where its script fits, else the
 * commonest one of the script that most letters have. Japanese and Korean use Han letters beside their own, so a tenth
 * of those is enough. `undefined` where nothing is stated and the letters are Latin or none.
 */
export function languageOfText(text: string, stated?: string): string | undefined {
  const counts = scripts.map(([letters]) => text.match(letters)?.length ?? 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  let best = -1
  for (const [at, count] of counts.entries()) {
    if (at < 2 && count * 10 >= total && count > 0) return fits(stated, at) ? stated : scripts[at]?.[1]
    if (count > 0 && count > (counts[best] ?? 0)) best = at
  }
  return best < 0 || scripts[best]?.[1] === '' || fits(stated, best) ? stated : scripts[best]?.[1]
}

function fits(stated: string | undefined, at: number): boolean {
  const primary = stated?.split('-')[0]?.toLowerCase()
  const [, common, others = []] = scripts[at] ?? []
  return primary !== undefined && (primary === common || others.includes(primary))
}
