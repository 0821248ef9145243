import { useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { BundlePreview, ChosenBundle } from '#app/contract/review-values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Select } from '../../components/Select'
import { Switch } from '../../components/Switch'
import { momentWords } from '../words/dates'
import { counted } from '../words/kind-words'
import './BundleDialogs.css'

export interface ReceiveDialogProps {
  readonly bundle: ChosenBundle
  readonly headlines: ReadonlyMap<DocumentId, string>
  readonly onReceive: (wish: { readonly member: boolean; readonly chosen: ReadonlyMap<DocumentId, DocumentId> }) => void
  readonly onClose: () => void
}

type BundledDocument = BundlePreview['documents'][number]

/** What a bundle would bring, before anything is written; says which texts fit and asks where several do. */
export function ReceiveDialog({ bundle, headlines, onReceive, onClose }: ReceiveDialogProps) {
  const { preview } = bundle
  const [member, setMember] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<DocumentId, DocumentId>>(new Map())
  const annotations = preview.documents.reduce((sum, one) => sum + one.annotations, 0)
  const fits = preview.documents.filter(({ id, fit }) => 'document' in fit || fit.by === 'texts' || chosen.has(id))
  return (
    <Dialog
      name="Receive a bundle"
      title={`Receive from ${preview.annotator.name}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow pm-second" role="status">
            {preview.news === 0
              ? 'All of it is here already.'
              : `${fits.length} of ${counted(preview.documents.length, 'document', 'documents')} can be taken in.`}
          </span>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            first
            disabled={preview.news === 0 && chosen.size === 0}
            onPress={() => onReceive({ member, chosen })}
          >
            Receive
          </Button>
        </>
      }
    >
      <div className="pm-bundle pm-scroll">
        <p>
          {counted(annotations, 'annotation', 'annotations')} in{' '}
          {counted(preview.documents.length, 'document', 'documents')}, bundled {momentWords(preview.made)}. It comes
          beside your work; of yours nothing is changed.
        </p>
        <ul className="pm-bundle-documents" aria-label="Documents of the bundle">
          {preview.documents.map(one => (
            <li key={one.id}>
              <span className="pm-strong">{one.headline}</span>
              <span className="pm-second pm-num">
                {counted(one.annotations, 'annotation', 'annotations')} · {fitWords(one, headlines)}
              </span>
              {one.fit.by === 'several' && (
                <Select
                  label={`Which document “${one.headline}” is`}
                  hideLabel
                  placeholder="Choose which one it is"
                  options={one.fit.documents.map(id => ({ id, name: headlines.get(id) ?? id }))}
                  value={chosen.get(one.id) ?? null}
                  onChange={id => setChosen(before => new Map(before).set(one.id, id))}
                />
              )}
            </li>
          ))}
        </ul>
        {!preview.isMember && (
          <>
            <Switch label={`${preview.annotator.name} works in this workspace too`} on={member} onChange={setMember} />
            <p className="pm-second">
              {member
                ? 'What they say of tags, speakers and documents counts like a member’s.'
                : 'As a guest: what they say of tags and speakers that you began counts as a proposal.'}
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}

function fitWords({ fit, sameText }: BundledDocument, headlines: ReadonlyMap<DocumentId, string>): string {
  if (fit.by === 'none')
    return 'not in this workspace: left out. Import the release, or ask for a bundle with the texts'
  if (fit.by === 'texts') return 'new here: comes with its text'
  if (fit.by === 'several') return 'fits several documents here'
  const here = headlines.get(fit.document)
  const words = fit.by === 'id' ? 'is here' : `is “${here ?? fit.document}” here`
  return sameText ? words : `${words}, in another text: its marks are carried over`
}
