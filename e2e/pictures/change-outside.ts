import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from '../pages/given-workspace'

const note = 'Which organisations are counted here?'

/** Changes an annotation's note by hand in its file, and lays a second copy beside it as a synchronising program does. */
export async function changeOutside({ workspace }: Pick<Desk, 'workspace'>): Promise<void> {
  const folder = join(workspace, 'documents')
  const files = (await readdir(folder, { recursive: true })).filter(name => /annotations.[^/\\]+\.json$/.test(name))
  for (const name of files) {
    const file = join(folder, name)
    const written = await readFile(file, 'utf8')
    if (!written.includes(note)) continue
    await writeFile(file.replace('.json', ' (conflicted copy 2026-05-01).json'), written)
    await writeFile(file, written.replace(note, 'Which organisations are these?'))
    return
  }
  throw new Error(`no annotation says: ${note}`)
}
