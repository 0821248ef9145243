import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The annotator's file of the one document of a workspace. */
export async function annotationsFile({ workspace }: { readonly workspace: string }): Promise<string> {
  const [document = ''] = await readdir(join(workspace, 'documents'))
  const folder = join(workspace, 'documents', document, 'annotations')
  const [name = ''] = (await readdir(folder)).filter(file => file.endsWith('.json'))
  return join(folder, name)
}

/** Cuts a file of lines off in the middle of its third, as a disk that lost the rest would. */
export async function cutOff(file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 40)}`)
}

/** Leaves the workspace as a later version of the program would have written it. */
export async function makeNewer({ workspace }: { readonly workspace: string }): Promise<void> {
  const file = join(workspace, 'workspace.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"schemaVersion":1', '"schemaVersion":99'))
}
