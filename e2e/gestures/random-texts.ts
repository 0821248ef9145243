import type { Chance } from './chance'

const latin = [
  'The',
  'port',
  'announced',
  'on',
  'Monday',
  'that',
  '“it',
  'opens”',
  'early,',
  'she',
  'said.',
  'About',
  '12%',
]
const arabic = ['أعلنت', 'الشركة', 'يوم', 'الاثنين', 'أن', '«الميناء', 'مفتوح»', 'قالت', '١٢٪.']
const hebrew = ['הנמל', 'נפתח', '„מוקדם”,', 'אמרה', 'הדוברת', 'ביום', 'שני.']
const japanese = ['港は月曜日に開港します。', '「早く」と彼女は述べた。', '約12%', '発表によると、']
const emoji = ['🎉', '👩‍👩‍👧‍👦', '🇯🇵', '👍🏽', 'wins', '😀😀', '.']
const combining = ['é̂', 'Z̶a̷l̸g̵o̴', 'ñandú', 'g̈rün', 'किमी', 'ก็ดี', 'said.']
const numbers = ['€1.2bn,', '12,000', '3.5', 'per', 'cent', 'in', '2026.', 'up', 'from']
const vocabularies = [latin, latin, arabic, hebrew, japanese, emoji, combining, numbers]

/** A press release of some kind: short or long, of one script or of all, with headings, lists, addresses and quotes. */
export function randomText(chance: Chance, n: number): string {
  const paragraphs = chance.of([1, 2, 5, 9, 14, 60])
  const mixed = chance.once(3)
  const own = chance.of(vocabularies)
  const words = (count: number) =>
    Array.from({ length: count }, () => chance.of(mixed ? chance.of(vocabularies) : own)).join(' ')
  const body = Array.from({ length: paragraphs }, () => {
    const text = words(chance.of([1, 6, 20, 45, 120]))
    return chance.weighted([
      { weight: 12, text },
      { weight: 1, text: text.toUpperCase() },
      { weight: 1, text: `- ${text}\n- ${words(4)}` },
      { weight: 1, text: `Contact: ${words(2)}\npress@example.org\n+1 555 0100` },
      { weight: 1, text: `a\tb\t${words(2)}` },
    ]).text
  })
  return [`Release ${n} ${words(4)}`, ...body, ...(chance.once(2) ? ['###'] : [])].join('\n\n')
}
