import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { indexOfLetter, nextIndex } from '../../components/menu-model'
import './EntryOptions.css'

export interface EntryOption {
  readonly id: string
  readonly name: string
  readonly note?: string
  readonly lead?: ReactNode
  readonly trail?: ReactNode
}

export interface EntryOptionsProps {
  readonly label: string
  readonly entries: readonly EntryOption[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  /** Enter or a double press: on with the chosen one. */
  readonly onTake: (id: string) => void
  readonly onRemove?: (id: string) => void
  /** Alt with an arrow: past its neighbour, 1 down and -1 up. */
  readonly onStep?: (id: string, by: 1 | -1) => void
}

/** A list of names of which one is chosen: arrows, Home, End and first letters go. Reports the choice. */
export function EntryOptions(props: EntryOptionsProps) {
  const { entries, chosen } = props
  const list = useRef<HTMLDivElement>(null)
  const at = entries.findIndex(({ id }) => id === chosen)
  useLayoutEffect(() => {
    const now = list.current
    const option = chosen === undefined ? null : now?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (now === null || option === null || option === undefined) return
    option.scrollIntoView({ block: 'nearest' })
    const { activeElement } = now.ownerDocument
    if (activeElement !== option && (now.contains(activeElement) || activeElement === now.ownerDocument.body)) {
      option.focus()
    }
  }, [chosen])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return
    const id = entries[at]?.id
    const { key } = event
    if (event.altKey) {
      if (id === undefined || (key !== 'ArrowDown' && key !== 'ArrowUp')) return
      props.onStep?.(id, key === 'ArrowDown' ? 1 : -1)
      return event.preventDefault()
    }
    const to = key === 'Home' || key === 'End' ? nextIndex(key, at, entries.length, 'column') : stepOf(key, at, entries)
    if (key === 'Enter' && id !== undefined) props.onTake(id)
    else if (key === 'Delete' && id !== undefined) props.onRemove?.(id)
    else {
      const next = entries[to ?? -1]
      if (next === undefined) return
      props.onChoose(next.id)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={list} className="pm-entries pm-scroll" role="listbox" aria-label={props.label} onKeyDown={onKeyDown}>
      {entries.map(entry => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
        <div
          key={entry.id}
          role="option"
          className="pm-entry"
          data-entry={entry.id}
          aria-selected={entry.id === chosen}
          tabIndex={entry.id === (at < 0 ? entries[0]?.id : chosen) ? 0 : -1}
          onClick={event => {
            event.currentTarget.focus()
            props.onChoose(entry.id)
          }}
          onDoubleClick={() => props.onTake(entry.id)}
          onFocus={() => at < 0 && props.onChoose(entry.id)}
        >
          {entry.lead}
          <span className="pm-entry-name pm-ell">{entry.name}</span>
          {entry.note !== undefined && <span className="pm-entry-note pm-ell">{entry.note}</span>}
          <span className="pm-grow" />
          {entry.trail}
        </div>
      ))}
      {entries.length === 0 && <p className="pm-entries-none">Nothing is called that.</p>}
    </div>
  )
}

/** One up or down, or on to the next name with that first letter. */
function stepOf(key: string, at: number, entries: readonly EntryOption[]): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, entries.length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  return indexOfLetter(
    key,
    entries.map(({ name }) => name),
    at,
  )
}
