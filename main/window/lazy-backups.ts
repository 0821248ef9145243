import type { BackupHandlerPorts, BackupHandlers } from './backup-handlers'

/** Backups, whose code is loaded when something is first asked of it: no start waits for it. */
export function lazyBackups(ports: BackupHandlerPorts): BackupHandlers {
  let loading: Promise<BackupHandlers> | undefined
  const load = (): Promise<BackupHandlers> => {
    loading ??= import('./backup-handlers').then(({ createBackupHandlers }) => createBackupHandlers(ports))
    return loading
  }
  return {
    before: async reason => (await load()).before(reason),
    daily: async () => (await load()).daily(),
    handlers: {
      'documents.purgeable': async request => (await load()).handlers['documents.purgeable'](request),
      'documents.purge': async request => (await load()).handlers['documents.purge'](request),
      'backups.list': async request => (await load()).handlers['backups.list'](request),
      'backups.create': async request => (await load()).handlers['backups.create'](request),
      'backups.preview': async request => (await load()).handlers['backups.preview'](request),
      'backups.restore-copy': async request => (await load()).handlers['backups.restore-copy'](request),
      'backups.restore': async request => (await load()).handlers['backups.restore'](request),
    },
  }
}
