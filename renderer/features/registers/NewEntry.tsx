import { type Ref, useState } from 'react'
import { Button } from '../../components/Button'
import type { ShownNear } from './NearList'
import './NewEntry.css'

export interface NewEntryProps {
  /** `New tag`. */
  readonly label: string
  /** The ways to add, the first of them by Enter, the second by Shift and Enter. */
  readonly ways: readonly { readonly name: string; readonly onAdd: (name: string) => void }[]
  readonly near: (typed: string) => readonly ShownNear[]
  readonly ref?: Ref<HTMLInputElement>
  /** One with nearly that name is meant. */
  readonly onShow: (id: string) => void
}

/** A field that adds an entry and stays for the next one; what is called nearly so is pointed out while typing. */
export function NewEntry({ label, ways, near, ref, onShow }: NewEntryProps) {
  const [text, setText] = useState('')
  const name = text.trim()
  const found = name === '' ? [] : near(name).slice(0, 3)
  const add = (way: NewEntryProps['ways'][number] | undefined): void => {
    if (name === '' || way === undefined) return
    setText('')
    way.onAdd(name)
  }
  return (
    <div className="pm-register-bottom">
      <div className="pm-field">
        <input
          ref={ref}
          className="pm-field-input"
          aria-label={label}
          placeholder={label}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing || event.key !== 'Enter') return
            event.preventDefault()
            add(event.shiftKey ? (ways[1] ?? ways[0]) : ways[0])
          }}
        />
      </div>
      {name !== '' && (
        <div className="pm-new-ways">
          {ways.map((way, at) => (
            <Button
              key={way.name}
              size="sm"
              look={at === 0 ? 'tint' : 'plain'}
              keys={at === 0 ? 'Enter' : 'Shift+Enter'}
              onPress={() => add(way)}
            >
              {way.name}
            </Button>
          ))}
        </div>
      )}
      <div role="status" aria-label="Nearly the same">
        {found.length > 0 && (
          <p className="pm-new-near">
            There is already{' '}
            {found.map((other, at) => (
              <span key={other.id}>
                {at > 0 && ', '}
                <button type="button" className="pm-register-link" title={other.why} onClick={() => onShow(other.id)}>
                  {other.name}
                </button>
              </span>
            ))}
          </p>
        )}
      </div>
    </div>
  )
}
