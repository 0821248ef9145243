import { NamesakeDialog } from './features/annotators/NamesakeDialog'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { namesakesOf } from './state/namesakes'

/** The question whether somebody of the same name in the workspace is the person at the desk, while it is open. */
export function Namesakes({ model, state }: { readonly model: AppModel; readonly state: WindowState }) {
  const { workspace } = state
  if (workspace === undefined) return null
  return (
    <NamesakeDialog
      workspace={workspace.name}
      namesakes={namesakesOf(state)}
      onGoOn={id => void model.goOnAs(id)}
      onApart={() => void model.goOnAs(null)}
    />
  )
}
