import type { AppInfo } from '#app/contract/values'
import { SettingsDialog } from './features/settings/SettingsDialog'
import type { AppModel } from './state/app-model'
import { withKeys } from './state/key-bindings'

export interface SettingsProps {
  readonly model: AppModel
  readonly info: AppInfo
  /** Opened to change keys. */
  readonly atKeys: boolean
  readonly onClose: () => void
}

/** The settings as they are; what is changed takes effect at once. */
export function Settings({ model, info, atKeys, onClose }: SettingsProps) {
  const { preferences } = info
  return (
    <SettingsDialog
      annotator={info.annotator?.name ?? ''}
      theme={info.theme}
      preferences={preferences}
      mac={info.platform === 'darwin'}
      atKeys={atKeys}
      onName={name => void model.setAnnotator(name)}
      onTheme={theme => void model.setTheme(theme)}
      onPreferences={model.preferences.set}
      onKeys={(command, keys) => model.preferences.set({ bindings: withKeys(preferences.bindings, command, keys) })}
      onUsualKeys={() => model.preferences.set({ bindings: {} })}
      onClose={onClose}
    />
  )
}
