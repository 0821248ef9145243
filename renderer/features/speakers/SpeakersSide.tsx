import type { Ref } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { MergePane } from '../registers/MergePane'
import { PairList } from '../registers/PairList'
import { RemovedList } from '../registers/RemovedList'
import { usesWords } from '../registers/uses-words'
import { shownSpeakerPairs, speakerTargets } from './near-speakers'
import { SpeakerDetails } from './SpeakerDetails'
import type { SpeakerList } from './speaker-list'
import type { SpeakerWishes } from './speaker-wishes'
import type { SpeakerChoice } from './use-speaker-choice'

export interface SpeakersSideProps {
  readonly list: SpeakerList
  readonly uses: RegisterUses['speakers'] | undefined
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly choice: SpeakerChoice
  readonly wishes: SpeakerWishes
  readonly ref: Ref<HTMLDivElement>
}

/** Beside the list: the selected speaker, a merge of it, near duplicates, or who was removed. */
export function SpeakersSide(props: SpeakersSideProps) {
  const full = props.choice.pane === 'merge'
  return (
    <div ref={props.ref} className={full ? 'pm-register-column' : 'pm-register-column pm-scroll'}>
      <Shown {...props} />
    </div>
  )
}

function Shown({ list, uses, editable, nameOf, choice, wishes }: SpeakersSideProps) {
  const { selected, pane } = choice
  const back = () => choice.setPane('details')
  if (pane === 'near') {
    return <PairList pairs={shownSpeakerPairs(list)} editable={editable} onMerge={wishes.onMerge} onBack={back} />
  }
  if (pane === 'removed') {
    return (
      <RemovedList
        removed={list.removed}
        uses={id => usesWords(uses?.[id])}
        editable={editable}
        onRestore={wishes.onRestore}
        onBack={back}
      />
    )
  }
  if (selected === undefined) return null
  if (pane === 'merge') {
    const merge = (into: string) => {
      wishes.onMerge(selected.id, into)
      choice.show(into)
    }
    return (
      <MergePane
        name={selected.name}
        uses={usesWords(uses?.[selected.id])}
        targets={speakerTargets(list, selected.id)}
        onMerge={merge}
        onCancel={back}
      />
    )
  }
  return (
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
  )
}
