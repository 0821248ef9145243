import { basename, dirname, join } from 'node:path'
import type { FileSystem } from '../../file-system'
import { removeIfThere } from '../../place-file'

/**
 * What lowdb's own `JSONFile` does to a disk, as a small model over our port, since it takes no other file system: its
 * writer has one temporary name, `.<name>.tmp`, writes the whole text into it and renames it over the file. It syncs
 * neither file nor folder. Not modelled: that writes which overlap are coalesced, and that the rename is tried ten
 * times. A temporary file that is left over is removed here and truncated there, which is the same to what it holds.
 */
export async function writeAsLowdb(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`)
  await removeIfThere(fs, temporary)
  const file = await fs.create(temporary)
  try {
    for (let written = 0; written < bytes.length; ) written += await file.write(bytes, written)
  } finally {
    await file.close()
  }
  await fs.rename(temporary, path)
}
