import { useCallback, useState } from 'react'
import type { Role } from '#annotations/model/revision'
import { RoleMenu } from '../read/RoleMenu'
import { firstWords } from '../words/first-words'
import { roleWords } from '../words/kind-words'
import type { ShownBlock } from './document-values'
import './StructurePreview.css'

export interface StructurePreviewProps {
  readonly blocks: readonly ShownBlock[]
  readonly editable: boolean
  readonly onRole: (block: number, role: Role) => void
}

/** A block as the text names it: by its number, and what has none by its first words. */
function blockWords(number: number | null, text: string): string {
  return number === null ? `“${firstWords(text)}”` : `paragraph ${number}`
}

/** Blocks shown at first; a long text has hundreds, and what its structure decides stands at its ends. */
const shownAtOnce = 60

/** The text of a release with the role of each block beside it, which can be changed there. */
export function StructurePreview({ blocks, editable, onRole }: StructurePreviewProps) {
  const [open, setOpen] = useState<{ readonly n: number; readonly button: HTMLElement } | undefined>(undefined)
  const [all, setAll] = useState(false)
  const shown = all ? blocks : blocks.slice(0, shownAtOnce)
  const close = useCallback(() => {
    open?.button.focus()
    setOpen(undefined)
  }, [open])
  return (
    <aside className="pm-structure" aria-label="Structure">
      <ol>
        {shown.map(({ n, number, role, text }) => (
          <li key={n} className={`pm-structure-block pm-structure-${role}`}>
            {editable ? (
              <button
                type="button"
                className="pm-structure-role"
                aria-haspopup="menu"
                aria-expanded={open?.n === n}
                aria-label={`${roleWords[role]}, role of ${blockWords(number, text)}`}
                onClick={event => setOpen({ n, button: event.currentTarget })}
              >
                {roleWords[role]}
              </button>
            ) : (
              <span className="pm-structure-role">{roleWords[role]}</span>
            )}
            <p>{text.length > 600 ? `${text.slice(0, 600)} …` : text}</p>
          </li>
        ))}
      </ol>
      {shown.length < blocks.length && (
        <button type="button" className="pm-structure-more" onClick={() => setAll(true)}>
          Show the other {blocks.length - shown.length} paragraphs
        </button>
      )}
      {open !== undefined && (
        <RoleMenu
          role={blocks[open.n]?.role}
          near={open.button.getBoundingClientRect()}
          owner={open.button}
          onClose={close}
          onChoose={role => {
            close()
            onRole(open.n, role)
          }}
        />
      )}
    </aside>
  )
}
