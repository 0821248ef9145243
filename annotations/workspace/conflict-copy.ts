import { isId } from '../model/ids'

/** What synchronising programs put between a file's name and its ending, where the whole can hardly be an id. */
const suffix = [
  ' \\(.+\\)', // Dropbox: " (Ada's conflicted copy 2026-05-01)", also in other languages; Nextcloud; Google Drive: " (1)"
  ' \\d{1,3}', // iCloud
  '\\.sync-conflict-\\d{8}(?:-\\d{6}(?:-[A-Z0-9]{7})?)?', // Syncthing
  '_conflict-\\d{8}-\\d{6}', // ownCloud
].join('|')

const copied = new RegExp(`^([A-Za-z0-9][A-Za-z0-9._-]*?)(?:${suffix})+$`)
const copiedSpare = new RegExp(`^([A-Za-z0-9][A-Za-z0-9._-]*?)\\.json(?:${suffix})+\\.prev$`)

/** The name, without its ending, of which `stem` is a second copy by the look of it; `undefined` for what may be an id. */
export function copiedName(stem: string): string | undefined {
  const name = copied.exec(stem)?.[1]
  return isId(name) ? name : undefined
}

/** The same for a copy of a generation before; `name` and what it gives are whole. */
export function copiedSpareName(name: string): string | undefined {
  const stem = copiedSpare.exec(name)?.[1]
  return isId(stem) ? `${stem}.json.prev` : undefined
}

/**
 * The names of which a file may be a second copy, judged by its name and those beside it, the likeliest first. OneDrive
 * appends `-MACHINE`, which may be an id too: that counts only beside the file which it is a copy of.
 */
export function mayBeCopyOf(stem: string, beside: ReadonlySet<string>): readonly string[] {
  const name = copiedName(stem)
  if (name !== undefined) return [name]
  const ends = [...stem.matchAll(/-/g)].map(({ index }) => stem.slice(0, index))
  return ends.filter(end => isId(end) && beside.has(end)).reverse()
}

/**
 * Of which file `stem` is a second copy: of the one that its content names (`says`: an annotator, a text's hash), if
 * its name may be that of a copy. Where the content cannot be read, the name alone counts, beside that file.
 */
export function originalOf(stem: string, says: string | undefined, beside: ReadonlySet<string>): string | undefined {
  const names = mayBeCopyOf(stem, beside)
  if (says !== undefined) return says === stem ? undefined : names.find(name => name === says)
  return names.find(name => name === copiedName(stem) && beside.has(name))
}
