import { Tag } from 'lucide-react'
import { ComboBox } from '../../components/ComboBox'
import type { Choice } from '../../components/combo-options'
import { Dialog } from '../../components/Dialog'
import { countOfExcerpts } from './excerpt-words'
import './TagDialog.css'

export interface TagDialogProps {
  readonly count: number
  readonly tags: readonly { readonly id: string; readonly path: readonly string[] }[]
  readonly onChoose: (choice: Choice) => void
  readonly onClose: () => void
}

/** Asks for the tag that many excerpts get. Reports a tag, or the path of a new one. */
export function TagDialog({ count, tags, onChoose, onClose }: TagDialogProps) {
  return (
    <Dialog name="Tag excerpts" title={`Tag ${countOfExcerpts(count)}`} size="small" onClose={onClose}>
      <div className="pm-tag-dialog">
        <ComboBox
          label="Tag"
          options={tags.map(({ id, path }) => ({ id, name: path.join(' / ') }))}
          placeholder="Find a tag or type a new one"
          icon={Tag}
          createLabel="New tag"
          onChoose={onChoose}
        />
        <p className="pm-muted">
          Type / to put a new tag below another. All of them are tagged in one step, which Ctrl Z takes back.
        </p>
      </div>
    </Dialog>
  )
}
