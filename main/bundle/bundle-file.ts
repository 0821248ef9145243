import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { guard } from '#app/intake/refusal'
import { openZip, type ZipLimits } from '#app/intake/zip/read-zip'
import { writeZip } from '#app/intake/zip/write-zip'
import { machineFiles } from '../files'

/** Of one file of a bundle, and of the archive itself, in bytes. */
const maxFile = 50 * 1024 * 1024
const maxArchive = 200 * 1024 * 1024
const limits: ZipLimits = { entries: 20_000, inflated: 500 * 1024 * 1024 }

/**
 * The files of a bundle by their names in it, which are never paths on a disk. `not-a-bundle` for what is no sound
 * archive, holds more than 20,000 files or 500 MB, or a file over 50 MB or not in UTF-8.
 */
export async function readBundleFile(path: string): Promise<Result<ReadonlyMap<string, string>, Problem>> {
  const file = await machineFiles.read(path, maxArchive)
  if (!file.ok) return file
  const read = guard(() => {
    const zip = openZip(file.value.bytes, limits)
    const texts = new Map<string, string>()
    for (const name of zip.names) {
      const bytes = zip.read(name)
      if (bytes !== null && !name.endsWith('/')) texts.set(name, decode(bytes))
    }
    return ok(texts)
  })
  return read.ok ? read : problem('not-a-bundle', { path })
}

/** Writes a bundle; one that is there is replaced. */
export function writeBundleFile(path: string, files: ReadonlyMap<string, string>): Promise<Result<void, Problem>> {
  return machineFiles.write(path, writeZip(files))
}

/** Text that cannot be read stands for itself: whoever reads the bundle finds it altered. */
function decode(bytes: Uint8Array): string {
  return bytes.length > maxFile ? '' : new TextDecoder('utf-8').decode(bytes)
}
