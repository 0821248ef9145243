import { isDeepStrictEqual } from 'node:util'
import { ok } from '#annotations/model/result'
import type { FoundFile, WorkspaceFiles } from '#app/ports/workspace-files'
import { checkWorkspace } from '#app/services/check-workspace'
import { sha256 } from '../../place-file'
import { identity, opened, press, revision } from '../../testing/workspaces'
import { openWorkspace } from '../../workspace-folder'
import { identityFile } from '../../workspace-paths'
import type { Damage } from './damage'
import { type DamagedWorkspace, putDamaged, root, textFile } from './damaged-workspace'
import type { FaultFs } from './fault-fs'

/**
 * Reads a text whose file is damaged. `same`: as it was; `told`: not at all, and that is said; `told by doctor`: the
 * text as it was with other facts, which the store takes for an edit from outside. Else what went wrong.
 */
export async function openDamagedText(workspace: DamagedWorkspace, { bytes }: Damage): Promise<string> {
  const fs = await putDamaged(workspace, bytes, textFile)
  const loaded = await (await opened(root, { fs, annotators: ['ann'] })).loadRevisions('doc')
  if (!loaded.ok) return `not loaded: ${loaded.error.code}`
  const [text] = loaded.value.revisions
  if (!Buffer.from(bytes).equals(await fs.readFile(`${root}/${textFile}`))) return 'not kept'
  if (text === undefined)
    return loaded.value.damaged.some(one => one.file === textFile) ? 'told' : 'gone without a word'
  if (text.text !== press) return 'another text'
  return isDeepStrictEqual(text, revision(press)) ? 'same' : doctorsWord(fs, textFile)
}

/** Opens a workspace whose `workspace.json` is damaged, with the same words. */
export async function openDamagedIdentity(workspace: DamagedWorkspace, { bytes }: Damage): Promise<string> {
  const fs = await putDamaged(workspace, bytes, identityFile)
  const store = await openWorkspace(root, { fs, annotators: ['ann'] })
  if (!Buffer.from(bytes).equals(await fs.readFile(`${root}/${identityFile}`))) return 'not kept'
  if (!store.ok)
    return ['damaged', 'not-a-workspace', 'newer-version'].includes(store.error.code) ? 'told' : store.error.code
  if (store.value.readOnly === 'newer-version') return 'told'
  if (store.value.identity.id !== identity.id) return 'another workspace'
  return isDeepStrictEqual(store.value.identity, identity) ? 'same' : doctorsWord(fs, identityFile)
}

async function doctorsWord(fs: FaultFs, file: string): Promise<string> {
  const checked = await checkWorkspace(filesOf(fs))
  const isTold = checked.ok && checked.value.problems.some(one => one.file === file)
  return isTold ? 'told by doctor' : 'changed without a word'
}

function filesOf(fs: FaultFs): WorkspaceFiles {
  return {
    list: async () => ok(await listed(fs, '')),
    read: async path => ok(await fs.readFile(`${root}/${path}`)),
    sha256: async path => ok(sha256(await fs.readFile(`${root}/${path}`))),
  }
}

async function listed(fs: FaultFs, folder: string): Promise<FoundFile[]> {
  const items = await fs.readdir(`${root}/${folder}`)
  const found = items.map(async ({ name, kind }): Promise<FoundFile[]> => {
    const path = folder === '' ? name : `${folder}/${name}`
    return kind === 'folder' ? listed(fs, path) : [{ path, kind: 'file' }]
  })
  return (await Promise.all(found)).flat()
}
