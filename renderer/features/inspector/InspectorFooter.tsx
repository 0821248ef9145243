import { CircleCheck, Pencil, Trash2 } from 'lucide-react'
import { memo } from 'react'
import type { AuthorStatus } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { Select } from '../../components/Select'
import { statusWords } from '../words/kind-words'
import './InspectorFooter.css'
import type { InspectorWishes } from './inspector-values'

const options = [
  { id: 'draft', name: statusWords.draft, icon: <Icon of={Pencil} size={14} /> },
  { id: 'submitted', name: statusWords.submitted, icon: <Icon of={CircleCheck} size={14} /> },
] as const

export interface InspectorFooterProps {
  readonly id: AnnotationId
  readonly status: AuthorStatus
  readonly wishes: Pick<InspectorWishes, 'onStatus' | 'onDelete'>
}

/** The status, and the ways to submit and to delete the annotation. Drawn again only when one of its props is another. */
export const InspectorFooter = memo(function InspectorFooter({ id, status, wishes }: InspectorFooterProps) {
  return (
    <div className="pm-inspector-foot">
      <Select
        label="Status"
        hideLabel
        look="button"
        field="status"
        options={options}
        value={status}
        onChange={next => wishes.onStatus(id, next)}
      />
      <span className="pm-grow" />
      <IconButton label="Delete annotation" keys="Del" onPress={() => wishes.onDelete(id)}>
        <Icon of={Trash2} />
      </IconButton>
      {status === 'draft' && (
        <Button look="tint" size="sm" keys="Ctrl+Enter" onPress={() => wishes.onStatus(id, 'submitted')}>
          Submit
        </Button>
      )}
    </div>
  )
})
