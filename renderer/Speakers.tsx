import { useMemo, useState } from 'react'
import { emptyScope } from '#annotations/changes/journal'
import type { RegisterDialogWiring } from './Codebook'
import { SpeakersDialog } from './features/speakers/SpeakersDialog'
import { speakerList } from './features/speakers/speaker-list'
import type { SpeakerWishes } from './features/speakers/speaker-wishes'
import { problemWords } from './features/words/problem-words'
import type { AppModel } from './state/app-model'
import { annotatorName } from './state/selectors'
import { useRegisterUses } from './state/use-register-uses'

/** The speakers' dialog as the state has it; its wishes become edits. */
export function Speakers({ model, state, onClose }: RegisterDialogWiring) {
  const wishes = useMemo(() => speakerWishes(model, onClose), [model, onClose])
  const uses = useRegisterUses(model.machine, state)
  const [before] = useState(state.announcement)
  return (
    <SpeakersDialog
      list={speakerList(state.queue.current.scopes.get('speakers') ?? emptyScope)}
      uses={uses?.speakers}
      editable={state.workspace?.readOnly === undefined}
      said={state.announcement === before ? undefined : state.announcement}
      problem={state.notice?.problem === undefined ? undefined : problemWords(state.notice.problem)}
      nameOf={annotator => annotatorName(state.queue.current, annotator)}
      wishes={wishes}
      onClose={onClose}
    />
  )
}

function speakerWishes({ registers, excerpts }: AppModel, onClose: () => void): SpeakerWishes {
  return {
    onAdd: registers.addSpeaker,
    onRename: (speaker, name) => registers.rename('speakers', speaker, name),
    onWhat: registers.setWhat,
    onNote: registers.setNote,
    onAlias: registers.setAlias,
    onMerge: (speaker, into) => registers.merge('speakers', speaker, into),
    onPart: ({ edit }) => registers.part('speakers', edit),
    onRemove: speaker => registers.remove('speakers', speaker),
    onRestore: speaker => registers.restore('speakers', speaker),
    onSettle: (speaker, field, take) => registers.settle('speakers', speaker, field, take),
    onShowUses: speaker => {
      onClose()
      excerpts.showOnly('speaker', speaker)
    },
    onUndo: () => registers.take('undo', 'speakers'),
    onRedo: () => registers.take('redo', 'speakers'),
  }
}
