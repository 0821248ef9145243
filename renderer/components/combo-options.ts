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

/** What Enter means for a typed text: the option of that name, a new one, or nothing for a blank. */
export function whatIsTyped(options: readonly ComboOption[], typed: string): Choice | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  const same = options.find(option => plain(option.name) === wanted)
  return same === undefined ? { create: typed.trim() } : { id: same.id }
}

/** A name as it is compared: without case, outer blanks and blanks around a `/`. */
function plain(name: string): string {
  return name
    .trim()
    .replace(/\s*\/\s*/gu, '/')
    .toLocaleLowerCase()
}
