import type { BackupReason } from '#app/contract/backup-values'
import type { Backup } from '#app/ports/backups'

type Dated = Pick<Backup, 'id' | 'at' | 'n' | 'reason'>

const day = 24 * 60 * 60 * 1000

/** Which period an instant lies in (UTC; weeks begin on Monday), and of how many of the latest one backup stays. */
const periods: readonly { readonly keep: number; of(at: string): string }[] = [
  { keep: 24, of: at => at.slice(0, 13) },
  { keep: 14, of: at => at.slice(0, 10) },
  { keep: 8, of: at => String(Math.floor((Math.floor(Date.parse(at) / day) + 3) / 7)) },
  { keep: 24, of: at => at.slice(0, 7) },
]

/** So many of those that were made by hand, or before something that no undo takes back, stay whatever their age. */
const actsKept = 20
const ordinary: readonly BackupReason[] = ['daily', 'import']

/** The most backups that stay. */
export const mostBackups = periods.reduce((sum, { keep }) => sum + keep, actsKept + 1)

/** True for a backup that somebody may come back to: one made by hand, or before an act that no undo takes back. */
export function isBeforeAct(reason: BackupReason): boolean {
  return !ordinary.includes(reason)
}

/**
 * The backups that stay, newest first: the newest of each of the last 24 hours, 14 days, 8 weeks and 24 months that have
 * one, the last 20 made by hand or before an act, and the oldest of all. Periods without a backup do not count, so that
 * a workspace which rests loses none. What stays once stays when it is thinned again.
 */
export function thinBackups<B extends Dated>(backups: readonly B[]): B[] {
  const sorted = [...backups].sort(newestFirst)
  const kept = new Set(sorted.filter(({ reason }) => isBeforeAct(reason)).slice(0, actsKept))
  for (const { keep, of } of periods) {
    const seen = new Set<string>()
    for (const backup of sorted) {
      const period = of(backup.at)
      if (seen.has(period)) continue
      if (seen.size === keep) break
      seen.add(period)
      kept.add(backup)
    }
  }
  const oldest = sorted[sorted.length - 1]
  if (oldest !== undefined) kept.add(oldest)
  return sorted.filter(backup => kept.has(backup))
}

/** By their count, else by the instant in their id: a clock that was set back makes no backup an old one. */
export function newestFirst(a: Pick<Backup, 'id' | 'n'>, b: Pick<Backup, 'id' | 'n'>): number {
  return (b.n ?? 0) - (a.n ?? 0) || compare(b.id, a.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
