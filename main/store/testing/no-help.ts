import type { FileReport } from '#app/ports/workspace-store'
import type { FileSystem } from '../file-system'
import type { JournalHelp } from '../journal-adapter'
import { makeAside } from '../quarantine'

/** Help of nobody: no backup, no texts; files are set aside below `root`. What is reported is added to `reports`. */
export function noHelp(fs: FileSystem, root: string, reports: FileReport[] = []): JournalHelp {
  return {
    spares: { backup: async () => undefined, texts: async () => [] },
    mayWrite: () => true,
    aside: bytes => makeAside(fs, root, 'codebook/ann.json', bytes),
    beforeMigration: async () => undefined,
    report: report => void reports.push(report),
  }
}
