import { useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { SegmentedControl } from '../../components/SegmentedControl'
import { Switch } from '../../components/Switch'
import './BundleDialogs.css'

export interface BundleDialogProps {
  /** Whose work it is. */
  readonly name: string
  /** The open document, which can be bundled alone. */
  readonly open: { readonly id: DocumentId; readonly headline: string } | undefined
  readonly onMake: (wish: { readonly document?: DocumentId | undefined; readonly texts: boolean }) => void
  readonly onClose: () => void
}

/** Asks what of one's own work goes into a bundle. */
export function BundleDialog({ name, open, onMake, onClose }: BundleDialogProps) {
  const [which, setWhich] = useState<'all' | 'open'>('all')
  const [texts, setTexts] = useState(false)
  return (
    <Dialog
      name="Bundle for a colleague"
      title="Bundle your work for a colleague"
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            first
            onPress={() => onMake({ document: which === 'open' ? open?.id : undefined, texts })}
          >
            Save bundle…
          </Button>
        </>
      }
    >
      <div className="pm-bundle">
        <p>
          One file with what you, {name}, have marked, tagged and said about colleagues’ marks. Your colleague takes it
          in with File &gt; Receive; it stands beside their work and changes nothing of it.
        </p>
        {open !== undefined && (
          <SegmentedControl
            label="Which documents"
            options={[
              { id: 'all', name: 'All documents' },
              { id: 'open', name: 'This one alone' },
            ]}
            value={which}
            onChange={setWhich}
          />
        )}
        {which === 'open' && <p className="pm-second">{open?.headline}</p>}
        <Switch label="With the texts" on={texts} onChange={setTexts} />
        <p className="pm-second">
          {texts
            ? 'Who does not have these releases gets them with the bundle.'
            : 'Your colleague needs the same releases: they are known by the hash of their text.'}
        </p>
      </div>
    </Dialog>
  )
}
