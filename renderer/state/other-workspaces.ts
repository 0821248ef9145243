import type { AppInfo } from '#app/contract/values'
import type { AppState } from './app-state'

/** The recent workspaces but the open one, newest first. */
export function otherWorkspaces(info: AppInfo | undefined, open: AppState['workspace']): AppInfo['recent'] {
  return (info?.recent ?? []).filter(({ path }) => path !== open?.path)
}
