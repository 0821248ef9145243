import type { AppInfo } from '#app/contract/values'
import { OtherSelves } from './features/annotators/OtherSelves'
import { SettingsDialog } from './features/settings/SettingsDialog'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { withKeys } from './state/key-bindings'
import { otherSelvesOf } from './state/namesakes'

export interface SettingsProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly info: AppInfo
  /** Opened to change keys. */
  readonly atKeys: boolean
  readonly onClose: () => void
}

/** The settings as they are; what is changed takes effect at once. */
export function Settings({ model, state, info, atKeys, onClose }: SettingsProps) {
  const { preferences } = info
  return (
    <SettingsDialog
      annotator={info.annotator?.name ?? ''}
      theme={info.theme}
      preferences={preferences}
      mac={info.platform === 'darwin'}
      atKeys={atKeys}
      others={
        <OtherSelves
          others={otherSelvesOf(state)}
          onSame={model.annotators.saySame}
          onPart={model.annotators.sayApart}
          onGoOn={id => void model.goOnAs(id)}
        />
      }
      onName={name => void model.setAnnotator(name)}
      onTheme={theme => void model.setTheme(theme)}
      onPreferences={model.preferences.set}
      onKeys={(command, keys) => model.preferences.set({ bindings: withKeys(preferences.bindings, command, keys) })}
      onUsualKeys={() => model.preferences.set({ bindings: {} })}
      onClose={onClose}
    />
  )
}
