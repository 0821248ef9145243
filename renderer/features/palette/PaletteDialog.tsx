import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Icon } from '../../components/Icon'
import { counted } from '../words/kind-words'
import { PaletteFooter } from './PaletteFooter'
import { PaletteGroupList } from './PaletteGroupList'
import './PaletteDialog.css'
import type { PaletteEntry, PaletteResult } from './palette-search'

export interface PaletteDialogProps {
  /** What is typed already when it opens. */
  readonly typed: string
  /** What fits a typed text; the same text gives the same result while the dialog is open. */
  readonly search: (typed: string) => PaletteResult
  readonly onChoose: (entry: PaletteEntry) => void
  readonly onClose: () => void
}

/** Goes to a document or place and runs commands by typing: arrows choose, Enter runs. Reports the choice. */
export function PaletteDialog({ typed, search, onChoose, onClose }: PaletteDialogProps) {
  const id = useId()
  const [text, setText] = useState(typed)
  const [moved, setMoved] = useState<number | undefined>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const result = useMemo(() => search(text), [search, text])
  const at = moved ?? result.first
  const hits = useMemo(() => result.groups.flatMap(({ hits: own }) => own), [result])
  const active = hits[at]
  useLayoutEffect(() => {
    const option = list.current?.querySelector(`[data-at="${at}"]`)
    if (at <= 0) list.current?.scrollTo({ top: 0 })
    else option?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (entry: PaletteEntry): void => {
    if (entry.disabled !== true) onChoose(entry)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const to = stepTo(event.key, at, hits.length)
    if (to !== undefined) setMoved(to)
    else if (event.key === 'Enter' && active !== undefined) choose(active.entry)
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay isOpen isDismissable className="pm-scrim pm-scrim-top" onOpenChange={open => !open && onClose()}>
      <Modal className="pm-dialog pm-palette">
        <Dialog className="pm-dialog-body" aria-label="Command palette">
          <div className="pm-palette-field">
            <Icon of={Search} size={18} />
            <input
              type="text"
              role="combobox"
              aria-label="Go to or run"
              aria-expanded={hits.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active === undefined ? undefined : `${id}-${at}`}
              placeholder="Go to a document, run a command"
              autoFocus
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={event => {
                setText(event.target.value)
                setMoved(undefined)
              }}
              onKeyDown={onKeyDown}
            />
            <span className="pm-palette-count pm-num" role="status">
              {counted(result.total, 'result', 'results')}
            </span>
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            className="pm-palette-list pm-scroll"
            role="listbox"
            tabIndex={-1}
            aria-label="Results"
          >
            <PaletteGroupList id={id} result={result} active={at} onChoose={choose} onPoint={setMoved} />
          </div>
          {hits.length === 0 && <p className="pm-palette-empty">Nothing is called that. Try fewer letters.</p>}
          <PaletteFooter />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The place that a key leads to among `count`, wrapping round for arrows. Home and End are the field's. */
function stepTo(key: string, from: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (from + 1) % count
  if (key === 'ArrowUp') return (Math.max(from, 0) - 1 + count) % count
  if (key === 'PageDown') return Math.min(count - 1, from + 8)
  if (key === 'PageUp') return Math.max(0, from - 8)
  return undefined
}
