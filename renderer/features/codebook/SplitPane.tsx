import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { TextField } from '../../components/TextField'

export interface SplitPaneProps {
  readonly name: string
  readonly uses: string
  readonly onSplit: (names: readonly string[]) => void
  readonly onCancel: () => void
}

/** Names the tags that one is split into, and says what that does. */
export function SplitPane({ name, uses, onSplit, onCancel }: SplitPaneProps) {
  const [names, setNames] = useState<readonly string[]>(['', ''])
  const given = names.map(text => text.trim()).filter(text => text !== '')
  const twice = new Set(given.map(text => text.toLocaleLowerCase())).size < given.length
  const ready = given.length >= 2 && !twice
  return (
    <section
      className="pm-register-fields"
      aria-label={`Split ${name}`}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <div className="pm-register-head">
        <h3 className="pm-register-title">{`Split “${name}” into`}</h3>
        <p className="pm-register-meta">
          {`${uses}. The new tags stand beside it; each highlight keeps “${name}” until its author tags it anew.`}
        </p>
      </div>
      {names.map((text, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place
          key={at}
          label={`Part ${at + 1}`}
          value={text}
          first={at === 0}
          error={twice && at === names.length - 1 ? 'Two parts have the same name.' : undefined}
          onChange={changed => setNames(names.map((one, n) => (n === at ? changed : one)))}
          onEnter={() => ready && onSplit(given)}
        />
      ))}
      <div>
        <Button look="quiet" size="sm" icon={<Icon of={Plus} size={14} />} onPress={() => setNames([...names, ''])}>
          Another part
        </Button>
      </div>
      <div className="pm-register-acts">
        <Button look="primary" disabled={!ready} onPress={() => onSplit(given)}>
          Split
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </section>
  )
}
