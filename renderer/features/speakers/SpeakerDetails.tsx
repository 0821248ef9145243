import { useState } from 'react'
import type { SpeakerUses } from '#app/contract/register-uses'
import { SegmentedControl } from '../../components/SegmentedControl'
import { TextArea } from '../../components/TextArea'
import { CommittedField } from '../registers/CommittedField'
import { EntryDetails } from '../registers/EntryDetails'
import { AliasesField } from './AliasesField'
import { HeldRoles } from './HeldRoles'
import { speakersNear, speakersNearTyped } from './near-speakers'
import type { SpeakerList, SpeakerRow } from './speaker-list'
import type { SpeakerWishes } from './speaker-wishes'

export interface SpeakerDetailsProps {
  readonly list: SpeakerList
  readonly speaker: SpeakerRow
  readonly uses: SpeakerUses | undefined
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly wishes: SpeakerWishes
  readonly onShow: (speaker: string) => void
  readonly onMergeInto: () => void
  readonly onRemove: () => void
}

export const speakerKinds = [
  { id: 'person', name: 'Person' },
  { id: 'organisation', name: 'Organisation' },
] as const

/** Everything about the selected speaker. Key it by the speaker. */
export function SpeakerDetails(props: SpeakerDetailsProps) {
  const { list, speaker, uses, editable, wishes } = props
  const { id, name } = speaker
  const [typed, setTyped] = useState(name)
  const near = typed === name ? speakersNear(list, id) : speakersNearTyped(list, typed, id)
  return (
    <EntryDetails {...props} entry={speaker} near={near} renaming={typed !== name} removal="Remove speaker">
      {editable && (
        <CommittedField label="Name" value={name} onTyping={setTyped} onText={text => wishes.onRename(id, text)} />
      )}
      <div className="pm-field-group">
        <span className="pm-label" aria-hidden>
          Kind
        </span>
        <SegmentedControl
          label="Kind"
          options={speakerKinds}
          value={speaker.what}
          disabled={!editable}
          onChange={what => wishes.onWhat(id, what)}
        />
      </div>
      <AliasesField
        aliases={speaker.aliases}
        editable={editable}
        onAlias={(alias, on) => wishes.onAlias(id, alias, on)}
      />
      <HeldRoles roles={uses?.roles ?? []} />
      {editable ? (
        <TextArea label="Note" rows={2} value={speaker.note} onText={text => wishes.onNote(id, text)} />
      ) : (
        speaker.note !== '' && <p className="pm-second">{speaker.note}</p>
      )}
    </EntryDetails>
  )
}
