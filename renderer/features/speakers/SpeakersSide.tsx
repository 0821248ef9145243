import type { Ref } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { RegisterSide } from '../registers/RegisterSide'
import type { EntryChoice } from '../registers/use-entry-choice'
import { shownSpeakerPairs, speakerTargets } from './near-speakers'
import { SpeakerDetails } from './SpeakerDetails'
import type { SpeakerList, SpeakerRow } from './speaker-list'
import type { SpeakerWishes } from './speaker-wishes'

export interface SpeakersSideProps {
  readonly list: SpeakerList
  readonly uses: RegisterUses['speakers'] | undefined
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly choice: EntryChoice<SpeakerRow>
  readonly wishes: SpeakerWishes
  readonly ref: Ref<HTMLDivElement>
}

/** Beside the list: the selected speaker, and what stands beside every list of entries. */
export function SpeakersSide(props: SpeakersSideProps) {
  const { list, uses, editable, nameOf, choice, wishes } = props
  const { selected } = choice
  return (
    <RegisterSide
      {...props}
      selected={selected}
      removed={list.removed}
      pairs={() => shownSpeakerPairs(list)}
      targets={speaker => speakerTargets(list, speaker)}
    >
      {selected !== undefined && (
        <SpeakerDetails
          key={selected.id}
          list={list}
          speaker={selected}
          uses={uses?.[selected.id]}
          editable={editable}
          nameOf={nameOf}
          wishes={wishes}
          onShow={choice.show}
          onMergeInto={() => choice.setPane('merge')}
          onRemove={() => {
            const next = choice.neighbourOf(selected.id)
            wishes.onRemove(selected.id)
            choice.show(next)
          }}
        />
      )}
    </RegisterSide>
  )
}
