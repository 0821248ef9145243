import './Avatar.css'
import { classNames } from './class-names'
import { initialsOf } from './initials'

/** A person's initials; a dashed ring for a colleague. Decoration: the name stands beside it. */
export function Avatar({ name, colleague = false }: { readonly name: string; readonly colleague?: boolean }) {
  return (
    <span className={classNames('pm-avatar', colleague && 'pm-colleague')} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}
