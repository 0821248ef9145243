import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok } from '#annotations/model/result'
import { DurableFile, type UniteBytes } from '../durable-file'
import { type BeforeOperation, faultyFileSystem } from './faulty-file-system'
import { type OnFinished, temporaryFolder } from './temporary-folder'

export const bytes = (content: string) => Buffer.from(content)
export const text = async (path: string) => readFile(path, 'utf8')

/** A text of letters is a set of letters: to unite is to keep all of either. */
export function uniting(mine: string): UniteBytes {
  let letters = mine
  return found => {
    letters = [...new Set([...letters, ...found.toString()])].sort().join('')
    return ok({ bytes: bytes(letters) })
  }
}

export const neverAsked: UniteBytes = found => {
  throw new Error(`asked to unite ${found.toString()}`)
}

/** The durable file `a.json` in an empty folder, with something that happens before what it does to the disk. */
export async function place(
  onFinished: OnFinished,
  before: BeforeOperation = () => undefined,
  maxWrite = Number.POSITIVE_INFINITY,
) {
  const folder = await temporaryFolder(onFinished)
  const path = join(folder, 'a.json')
  const file = new DurableFile(faultyFileSystem(before, maxWrite), path, 'a.json')
  return { folder, path, file, names: async () => (await readdir(folder)).sort() }
}
