import { useState } from 'react'
import type { EntryUses } from '#app/contract/register-uses'
import { Button } from '../../components/Button'
import { Select } from '../../components/Select'
import { TextArea } from '../../components/TextArea'
import { CommittedField } from '../registers/CommittedField'
import { EntryDetails } from '../registers/EntryDetails'
import { ColourField } from './ColourField'
import type { Codebook, TagNode } from './codebook-tree'
import type { CodebookWishes } from './codebook-wishes'
import { pathWords, tagsNear, tagsNearTyped } from './near-tags'
import { TagDot } from './TagDot'

export interface TagDetailsProps {
  readonly codebook: Codebook
  readonly tag: TagNode
  readonly uses: EntryUses | undefined
  /** How often the tags under it are used. */
  readonly below: number
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly wishes: CodebookWishes
  readonly onShow: (tag: string) => void
  readonly onMergeInto: () => void
  readonly onSplit: () => void
  readonly onRemove: () => void
}

/** Everything about the selected tag. Key it by the tag. */
export function TagDetails(props: TagDetailsProps) {
  const { codebook, tag, editable } = props
  const [typed, setTyped] = useState(tag.name)
  const near = typed === tag.name ? tagsNear(codebook, tag.id) : tagsNearTyped(codebook, typed, tag.id)
  return (
    <EntryDetails
      {...props}
      entry={tag}
      title={tag.path.join(' / ')}
      near={near}
      renaming={typed !== tag.name}
      removal="Remove tag"
      acts={
        <Button size="sm" onPress={props.onSplit}>
          Split…
        </Button>
      }
    >
      {editable ? <Fields {...props} onTyping={setTyped} /> : <Shown tag={tag} />}
      {tag.splitInto.length > 0 && (
        <p className="pm-second">
          {`Split into ${tag.splitInto.map(id => `“${pathWords(codebook, id)}”`).join(', ')}. `}
          Highlights keep this tag until they are tagged anew.
        </p>
      )}
    </EntryDetails>
  )
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

function Fields({ codebook, tag, wishes, onTyping }: TagDetailsProps & { readonly onTyping: (text: string) => void }) {
  const holders = new Map([...codebook.tags.values()].reverse().map(one => [one.shortcut, one]))
  const options = digits.map(digit => {
    const holder = holders.get(digit)
    return { id: digit, name: holder === undefined || holder === tag ? digit : `${digit}, now “${holder.name}”` }
  })
  return (
    <>
      <CommittedField
        label="Name"
        value={tag.name}
        onTyping={onTyping}
        onText={name => wishes.onRename(tag.id, name)}
      />
      <ColourField colour={tag.colour} onColour={colour => wishes.onColour(tag.id, colour)} />
      <Select
        label="Shortcut"
        options={[{ id: 'none', name: 'None' }, ...options]}
        value={tag.shortcut ?? 'none'}
        onChange={digit => wishes.onShortcut(tag.id, digit === 'none' ? null : digit)}
      />
      <TextArea
        label="Definition"
        rows={3}
        value={tag.definition}
        placeholder="When to use this tag, and when not"
        onText={text => wishes.onDefinition(tag.id, text)}
      />
    </>
  )
}

function Shown({ tag }: { readonly tag: TagNode }) {
  return (
    <>
      <p className="pm-register-row">
        <TagDot colour={tag.colour} />
        {tag.shortcut === undefined ? 'No shortcut' : `Shortcut ${tag.shortcut}`}
      </p>
      <p className="pm-second">{tag.definition === '' ? 'No definition' : tag.definition}</p>
    </>
  )
}
