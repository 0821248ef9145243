import type { Entry, EntryKey } from '#annotations/changes/entry'

/** What one journal's entries have that another's have not, as the same object. An entry that changed is in both lists. */
export interface ChangedEntries {
  readonly gone: readonly Entry[]
  readonly come: readonly Entry[]
}

type Entries = ReadonlyMap<EntryKey, Entry>

/**
 * How entries differ from those before. Made for versions of one journal, which have most entries in the same order:
 * those are compared side by side, and only the others are looked up.
 */
export function changedEntries(before: Entries, after: Entries): ChangedEntries {
  const gone: Entry[] = []
  const come: Entry[] = []
  if (before === after) return { gone, come }
  const earlier = before.entries()
  const next = (): readonly [EntryKey, Entry] | undefined => earlier.next().value
  let beside = next()
  for (const [key, entry] of after) {
    while (beside !== undefined && beside[0] !== key && !after.has(beside[0])) {
      gone.push(beside[1])
      beside = next()
    }
    const aligned = beside?.[0] === key
    const was = aligned ? beside?.[1] : before.get(key)
    if (aligned) beside = next()
    if (was === entry) continue
    if (was !== undefined) gone.push(was)
    come.push(entry)
  }
  for (; beside !== undefined; beside = next()) if (!after.has(beside[0])) gone.push(beside[1])
  return { gone, come }
}
