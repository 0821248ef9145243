/** What became of the last change, as the status bar says it. */
export type SaveState =
  | { readonly state: 'saved' /** As shown: `14:02`; absent before the first change. */; readonly at?: string }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly words: string }
  | { readonly state: 'read-only'; readonly words: string }

/** The save state in words. */
export function saveWords(save: SaveState): string {
  if (save.state === 'saving') return 'Saving'
  if (save.state === 'saved') return save.at === undefined ? 'Saved' : `Saved ${save.at}`
  return save.words
}
