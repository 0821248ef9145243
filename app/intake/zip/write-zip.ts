import { type Zippable, zipSync } from 'fflate'

/** The same moment in every archive, so that the same files give the same bytes. */
const moment = new Date(1980, 0, 1)

/** A zip archive of texts by name, `/` between folders, in UTF-8 and deflated; the same texts give the same bytes. */
export function writeZip(files: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder()
  const entries: Zippable = {}
  for (const [name, text] of files) entries[name] = [encoder.encode(text), { mtime: moment }]
  return zipSync(entries)
}
