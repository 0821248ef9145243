import { type Entry, entryKey } from '#annotations/changes/entry'
import type { Journal } from '#annotations/changes/journal'

/** Entries by id, with the texts that each was given, one after the other. */
export interface Texts {
  readonly [id: string]: readonly string[]
}

/** A journal of a register: tags and the names they were given. */
export function tags(annotator: string, names: Texts): Journal {
  return journalOf(annotator, 'tag', 'name', names)
}

/** A journal of a document: annotations and the notes they were given. */
export function notes(annotator: string, texts: Texts): Journal {
  return journalOf(annotator, 'annotation', 'note', texts)
}

/** What `tags` or `notes` made a journal of. */
export function textsIn(journal: Journal | undefined): Texts {
  return Object.fromEntries(
    [...(journal?.entries.values() ?? [])].map(({ id, changes }) => [
      id,
      changes.map(({ set }) => String(set.get('name') ?? set.get('note'))),
    ]),
  )
}

/** The edit `<id>-<n>` gave the n-th text and has the rev n. */
function journalOf(annotator: string, type: string, field: string, texts: Texts): Journal {
  const entries = Object.entries(texts).map(([id, given]): Entry => {
    const changes = given.map((text, i) => ({
      edit: `${id}-${i + 1}`,
      rev: i + 1,
      at: '2024-03-05T09:00:00.000Z',
      set: new Map([[field, text]]),
    }))
    return { type, id, changes }
  })
  const rev = Math.max(0, ...Object.values(texts).map(given => given.length))
  return { annotator, rev, entries: new Map(entries.map(entry => [entryKey(type, entry.id), entry])) }
}
