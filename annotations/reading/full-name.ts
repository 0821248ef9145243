/** Words that stand before a family name and are no given name. */
const noGiven =
  /^(?:The|A|An|And|But|As|If|In|On|At|By|For|From|With|To|Of|Or|When|While|Where|After|Before|Since|Because|Said|Says|Also|Then|Both|Like|Unlike|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Minister|Secretary|Senator|Representative|Congressman|Congresswoman|Governor|Mayor|Ambassador|Chairman|Chairwoman|Chair|Director|Administrator|Commissioner|General|Judge|Justice|Professor|Officer|Speaker|Administration|Family)$/u
const given = /(?<![\p{L}’'.-])(\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\.)?(?: \p{Lu}\p{Ll}[\p{L}’'-]*)?) $/u

/**
 * The name of a person in full, `Ro Khanna` of `Khanna`, where the text gives one and only one: a given name, maybe an
 * initial, before that family name. A name of several words, and one that has none, is itself.
 */
export function fullNameIn(text: string, name: string): string {
  if (!/^\p{Lu}[\p{L}’'-]+$/u.test(name)) return name
  const found = new Set<string>()
  const family = new RegExp(`(?<![\\p{L}’'-])${name}(?![\\p{L}-])`, 'gu')
  for (const { index } of text.matchAll(family)) {
    const before = given.exec(text.slice(Math.max(0, index - 60), index))?.[1]?.split(' ') ?? []
    const words = before.slice(before.map(word => noGiven.test(word)).lastIndexOf(true) + 1)
    if (words.length > 0) found.add([...words, name].join(' '))
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : name
}
