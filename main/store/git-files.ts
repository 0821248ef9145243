import { join } from 'node:path'
import { registerNames } from '#annotations/changes/journal'
import { ok, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from './file-system'
import { statIfThere } from './place-file'
import { storeProblem } from './store-problem'
import { documentsFolder, identityFile, quarantineFolder } from './workspace-paths'
import { writeOnce } from './written-once'

/** The name under which Git knows how to merge the files of a workspace. */
export const mergeDriver = 'pressmark'

const merged = [
  identityFile,
  ...['annotators', ...registerNames].map(folder => `${folder}/*.json`),
  `${documentsFolder}/*/annotations/*.json`,
  `${documentsFolder}/*/revisions/*.json`,
]

const attributes = [
  '# Git keeps the bytes of these files as Pressmark wrote them. "pressmark git-setup" tells it how to unite two of them.',
  '*.json -text',
  ...merged.map(pattern => `/${pattern} merge=${mergeDriver}`),
  `/${documentsFolder}/*/sources/* binary`,
  '',
].join('\n')

const ignored = [
  '# What each machine keeps for itself: generations before, files that are being written, files that were set aside.',
  '*.json.prev',
  '.pressmark-*.tmp',
  `/${quarantineFolder}/`,
  '',
].join('\n')

const files = [
  ['.gitattributes', attributes],
  ['.gitignore', ignored],
] as const

/**
 * Writes the files that tell Git how to treat a workspace's folder, each unless one of its name is there; resolves with
 * the names of those that were written.
 */
export async function writeGitFiles(fs: FileSystem, root: string): Promise<Result<readonly string[], StoreProblem>> {
  const written: string[] = []
  try {
    for (const [name, text] of files) {
      if ((await statIfThere(fs, join(root, name))) !== undefined) continue
      const placed = await writeOnce(fs, join(root, name), name, Buffer.from(text, 'utf8'), () => true)
      if (!placed.ok) return placed
      written.push(name)
    }
    return ok(written)
  } catch (error) {
    return storeProblem(error, '.gitattributes')
  }
}
