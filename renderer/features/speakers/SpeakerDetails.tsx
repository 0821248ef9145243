import { useState } from 'react'
import type { SpeakerUses } from '#app/contract/register-uses'
import { Button } from '../../components/Button'
import { SegmentedControl } from '../../components/SegmentedControl'
import { TextArea } from '../../components/TextArea'
import { ClashList } from '../registers/ClashList'
import { CommittedField } from '../registers/CommittedField'
import { MergedList } from '../registers/MergedList'
import { NearList } from '../registers/NearList'
import { UsesLine } from '../registers/UsesLine'
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
    <div className="pm-register-fields">
      <div className="pm-register-head">
        <h3 className="pm-register-title">{name}</h3>
        <UsesLine uses={uses} onShow={() => wishes.onShowUses(id)} />
      </div>
      <ClashList
        clashes={speaker.clashes}
        editable={editable}
        nameOf={props.nameOf}
        onSettle={(field, take) => wishes.onSettle(id, field, take)}
      />
      <NearList
        near={near}
        editable={editable && typed === name}
        onShow={props.onShow}
        onMerge={other => wishes.onMerge(other, id)}
      />
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
      <MergedList merged={speaker.merged} editable={editable} onPart={wishes.onPart} />
      {editable && (
        <div className="pm-register-acts">
          <Button size="sm" onPress={props.onMergeInto}>
            Merge into…
          </Button>
          <span className="pm-grow" />
          <Button size="sm" danger onPress={props.onRemove}>
            Remove speaker
          </Button>
        </div>
      )}
    </div>
  )
}
