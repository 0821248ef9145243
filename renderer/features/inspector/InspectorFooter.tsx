import { CircleCheck, Pencil, Trash2 } from 'lucide-react'
import type { AuthorStatus } from '#annotations/model/annotation'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { Select } from '../../components/Select'
import { statusWords } from '../words/kind-words'
import './InspectorFooter.css'

const options = [
  { id: 'draft', name: statusWords.draft, icon: <Icon of={Pencil} size={14} /> },
  { id: 'submitted', name: statusWords.submitted, icon: <Icon of={CircleCheck} size={14} /> },
] as const

export interface InspectorFooterProps {
  readonly status: AuthorStatus
  readonly onStatus: (status: AuthorStatus) => void
  readonly onDelete: () => void
}

/** The status, and the ways to submit and to delete the annotation. */
export function InspectorFooter({ status, onStatus, onDelete }: InspectorFooterProps) {
  return (
    <div className="pm-inspector-foot">
      <Select
        label="Status"
        hideLabel
        look="button"
        field="status"
        options={options}
        value={status}
        onChange={onStatus}
      />
      <span className="pm-grow" />
      <IconButton label="Delete annotation" keys="Del" onPress={onDelete}>
        <Icon of={Trash2} />
      </IconButton>
      {status === 'draft' && (
        <Button look="tint" size="sm" keys="Ctrl+Enter" onPress={() => onStatus('submitted')}>
          Submit
        </Button>
      )}
    </div>
  )
}
