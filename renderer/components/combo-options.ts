export interface ComboOption {
  readonly id: string
  readonly name: string
}

/** One that is there already, or a name for a new one. */
export type Choice = { readonly id: string } | { readonly create: string }

/** The id of the line that offers to create what is typed. */
export const creating = '+create'

/** The options whose names contain what is typed, and the offer to create it when none is called exactly that. */
export function offered(options: readonly ComboOption[], typed: string): readonly ComboOption[] {
  const wanted = plain(typed)
  if (wanted === '') return options
  const found = options.filter(option => plain(option.name).includes(wanted))
  return found.some(option => plain(option.name) === wanted) ? found : [...found, { id: creating, name: typed.trim() }]
}

/**
 * What Enter means for a typed text: the option of that name; the first in whose name a word goes on from what is typed,
 * as nobody stops in the middle of a word to name another thing; else a new one, or nothing for a blank. Whole words,
 * though another name begins with them, are a new one.
 */
export function whatIsTyped(options: readonly ComboOption[], typed: string): Choice | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  const taken =
    options.find(option => plain(option.name) === wanted) ?? options.find(option => goesOn(plain(option.name), wanted))
  return taken === undefined ? { create: typed.trim() } : { id: taken.id }
}

/** Whether what is typed stands in the name from the beginning of a word on, and ends within one. */
function goesOn(name: string, begun: string): boolean {
  for (let at = name.indexOf(begun); at >= 0; at = name.indexOf(begun, at + 1)) {
    const isWordBefore = at > 0 && wordCharacter.test(name.charAt(at - 1))
    if (!isWordBefore && wordCharacter.test(name.charAt(at + begun.length))) return true
  }
  return false
}

const wordCharacter = /[\p{L}\p{N}]/u

/** A name as it is compared: without case, outer blanks and blanks around a `/`. */
function plain(name: string): string {
  return name
    .trim()
    .replace(/\s*\/\s*/gu, '/')
    .toLocaleLowerCase()
}
