import { ArrowLeft } from 'lucide-react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import './BackToExcerpts.css'

/** Over the text that was opened from the table: the way back to the row. */
export function BackToExcerpts({ onBack }: { readonly onBack: () => void }) {
  return (
    <div className="pm-back">
      <Button look="quiet" size="sm" icon={<Icon of={ArrowLeft} size={14} />} keys="Ctrl+J" onPress={onBack}>
        Back to excerpts
      </Button>
    </div>
  )
}
