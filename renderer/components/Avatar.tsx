import './Avatar.css'
import { classNames } from './class-names'

/** A person's initials; a dashed ring for a colleague. Decoration: the name stands beside it. */
export function Avatar({ name, colleague = false }: { readonly name: string; readonly colleague?: boolean }) {
  return (
    <span className={classNames('pm-avatar', colleague && 'pm-colleague')} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
