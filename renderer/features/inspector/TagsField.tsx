import { Tag } from 'lucide-react'
import { useMemo } from 'react'
import { Chip } from '../../components/Chip'
import { ComboBox } from '../../components/ComboBox'
import { tagColour } from '../codebook/tag-colours'
import { type ShownTag, type TagChoice, tagLine, tagPathOf } from './inspector-values'
import { Section, ShownField } from './Section'
import './TagsField.css'

export interface TagsFieldProps {
  readonly tags: readonly ShownTag[]
  readonly options: readonly ShownTag[]
  readonly editable: boolean
  readonly onAdd: (tag: TagChoice) => void
  readonly onRemove: (tag: string) => void
}

/** The tags as chips with their paths, and a field that adds one or creates one by its path. */
export function TagsField({ tags, options, editable, onAdd, onRemove }: TagsFieldProps) {
  const free = useMemo(() => {
    const taken = new Set(tags.map(tag => tag.id))
    return options.filter(tag => !taken.has(tag.id)).map(tag => ({ id: tag.id, name: tagLine(tag.path) }))
  }, [tags, options])
  const chips = tags.map(tag => (
    <li key={tag.id}>
      <Chip path={tag.path} colour={tagColour(tag.colour)} onRemove={editable ? () => onRemove(tag.id) : undefined} />
    </li>
  ))
  const list = tags.length > 0 && (
    <ul className="pm-tags" aria-label="Tags set">
      {chips}
    </ul>
  )
  if (!editable) {
    return (
      <Section label="Tags">
        <ShownField label="Tags">{tags.length === 0 ? 'None' : list}</ShownField>
      </Section>
    )
  }
  return (
    <Section label="Tags" keys="T">
      {list}
      <ComboBox
        label="Tags"
        hideLabel
        options={free}
        placeholder="Add a tag, or create parent/child"
        icon={Tag}
        field="tags"
        createLabel="New tag"
        onChoose={choice => {
          if ('id' in choice) onAdd(choice)
          else if (tagPathOf(choice.create).length > 0) onAdd({ create: tagPathOf(choice.create) })
        }}
      />
    </Section>
  )
}
