import { FileDown } from 'lucide-react'
import { Icon } from '../../components/Icon'
import './DropVeil.css'

/** Says, while files are dragged over the window, that they can be dropped. It takes no events. */
export function DropVeil() {
  return (
    <div className="pm-drop-veil" aria-hidden>
      <p>
        <Icon of={FileDown} size={20} />
        Drop to import
      </p>
    </div>
  )
}
