import { emptyScope } from '#annotations/changes/journal'
import { SpeakersDialog } from './features/speakers/SpeakersDialog'
import { speakerList } from './features/speakers/speaker-list'
import { type RegisterDialogWiring, useRegisterView, useRegisterWishes } from './use-register'

/** The speakers' dialog as the state has it; its wishes become edits. */
export function Speakers(wiring: RegisterDialogWiring) {
  const { registers } = wiring.model
  const { view, uses } = useRegisterView(wiring)
  const wishes = useRegisterWishes(wiring, 'speakers', 'speaker')
  return (
    <SpeakersDialog
      {...view}
      list={speakerList(wiring.state.queue.current.scopes.get('speakers') ?? emptyScope)}
      uses={uses?.speakers}
      wishes={{
        ...wishes,
        onAdd: registers.addSpeaker,
        onWhat: registers.setWhat,
        onNote: registers.setNote,
        onAlias: registers.setAlias,
      }}
    />
  )
}
