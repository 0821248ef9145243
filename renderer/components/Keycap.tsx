import { CornerDownLeft } from 'lucide-react'
import { Icon } from './Icon'
import './Keycap.css'

/** One key as a keycap. */
export function Keycap({ name }: { readonly name: string }) {
  return <kbd className="pm-keycap">{name === 'Enter' ? <Icon of={CornerDownLeft} size={12} /> : name}</kbd>
}

/** Keys pressed together, as keycaps: `Ctrl+O`. Hidden from readers: the control tells them its shortcut itself. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="pm-key-hint" aria-hidden>
      {keysOf(keys).map(name => (
        <Keycap key={name} name={name} />
      ))}
    </span>
  )
}

/** The keys of a shortcut as written, `Ctrl++` being Ctrl and plus. */
function keysOf(shortcut: string): string[] {
  return shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+')
}
