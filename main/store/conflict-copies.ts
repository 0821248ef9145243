import { join } from 'node:path'
import { documentScope, type Journal, type ScopeKey } from '#annotations/changes/journal'
import type { AnnotatorId, DocumentId, WorkspaceId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import { mayBeCopyOf, originalOf } from '#annotations/workspace/conflict-copy'
import type { ConflictCopy, StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem, FolderItem } from './file-system'
import { readWhole } from './place-file'
import { readPlacedJournal } from './read-journal-bytes'
import { readRevisionBytes } from './revision-files'
import { codeOf, storeProblem } from './store-problem'
import { type RelativePath, revisionsFolder, scopeFolder, stemOf } from './workspace-paths'

/** What a folder of journals or texts has beside its own files. */
export interface FoundCopies {
  /** Names without their ending: these files are no journals and no texts of their own. */
  readonly stems: ReadonlySet<string>
  /** Of colleagues' journals what their copies say, which is read and not written: a file has one writer. */
  readonly theirs: readonly Journal[]
}

/** The second copies that synchronising programs made of files of a workspace, by folder as they were last looked for. */
export class ConflictCopies {
  readonly #fs: FileSystem
  readonly #root: string
  readonly #workspace: WorkspaceId
  readonly #isOwn: (annotator: AnnotatorId) => boolean
  readonly #known = new Map<string, { readonly looks: string; readonly copies: readonly ConflictCopy[] }>()

  constructor(fs: FileSystem, root: string, workspace: WorkspaceId, isOwn: (annotator: AnnotatorId) => boolean) {
    this.#fs = fs
    this.#root = root
    this.#workspace = workspace
    this.#isOwn = isOwn
  }

  all(): readonly ConflictCopy[] {
    return [...this.#known.values()].flatMap(({ copies }) => copies)
  }

  /** True for a file that was found to be a copy, by its name without the ending. */
  has(folder: RelativePath, stem: string): boolean {
    const file = [...folder, `${stem}.json`].join('/')
    return this.#known.get(folder.join('/'))?.copies.some(copy => copy.file === file) === true
  }

  /** Looks among the journals of a scope, of which `items` are the files. */
  async inScope(scope: ScopeKey, items: readonly FolderItem[]): Promise<FoundCopies> {
    const theirs: Journal[] = []
    const stems = await this.#look(scopeFolder(scope) ?? [], items, async (stem, file, beside) => {
      const read = await this.#read(file, bytes => readPlacedJournal(bytes, file))
      const placed = read.ok && read.value.workspace === this.#workspace && read.value.scope === scope
      const annotator =
        read.ok && !placed ? undefined : originalOf(stem, read.ok ? read.value.annotator : undefined, beside)
      if (annotator === undefined) return undefined
      const is = this.#isOwn(annotator) ? 'mine' : 'theirs'
      if (is === 'theirs' && read.ok && read.value.sound) theirs.push(read.value.journal)
      return { file, scope, of: annotator, is, ...flawOf(read) }
    })
    return { stems, theirs }
  }

  /** Looks among the texts of a document. */
  async inTexts(document: DocumentId, items: readonly FolderItem[]): Promise<ReadonlySet<string>> {
    return this.#look(revisionsFolder(document) ?? [], items, async (stem, file, beside) => {
      const [name = ''] = mayBeCopyOf(stem, beside)
      const read = await this.#read(file, bytes => readRevisionBytes(bytes, name))
      const of = originalOf(stem, read.ok ? read.value.revision.id : undefined, beside)
      return of === undefined ? undefined : { file, scope: documentScope(document), of, is: 'text', ...flawOf(read) }
    })
  }

  /** False where a folder has the same copies as when it was last looked at. */
  async isChanged(folder: RelativePath, items: readonly FolderItem[]): Promise<boolean> {
    return (
      (await this.#looksOf(folder, [...candidates(items).keys()])) !== (this.#known.get(folder.join('/'))?.looks ?? '')
    )
  }

  async #look(
    folder: RelativePath,
    items: readonly FolderItem[],
    toCopy: (stem: string, file: string, beside: ReadonlySet<string>) => Promise<ConflictCopy | undefined>,
  ): Promise<ReadonlySet<string>> {
    const stems = new Set<string>()
    const copies: ConflictCopy[] = []
    const found = candidates(items)
    const looks = await this.#looksOf(folder, [...found.keys()])
    for (const [stem, beside] of found) {
      const copy = await toCopy(stem, [...folder, `${stem}.json`].join('/'), beside)
      if (copy === undefined) continue
      stems.add(stem)
      copies.push(copy)
    }
    this.#known.set(folder.join('/'), { looks, copies })
    return stems
  }

  /** How the candidates look from outside, as one text. */
  async #looksOf(folder: RelativePath, stems: readonly string[]): Promise<string> {
    const looks = stems.map(async stem => {
      try {
        const { size, modified } = await this.#fs.stat(join(this.#root, ...folder, `${stem}.json`))
        return `${stem}/${size}/${modified}`
      } catch (error) {
        storeProblem(error, stem)
        return `${stem}/`
      }
    })
    return (await Promise.all(looks)).join('\n')
  }

  async #read<T>(file: string, read: (bytes: Uint8Array) => Result<T, StoreProblem>): Promise<Result<T, StoreProblem>> {
    try {
      return read((await readWhole(this.#fs, join(this.#root, file), file)).bytes)
    } catch (error) {
      return storeProblem(error, file)
    }
  }
}

/** Files whose names may be those of copies, with the names beside them. One that has a generation before is none. */
function candidates(items: readonly FolderItem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(items.map(({ name }) => name))
  const beside = new Set(items.flatMap(({ name }) => stemOf(name.replace(/\.prev$/, '')) ?? []))
  const found = items
    .flatMap(({ name }) => stemOf(name) ?? [])
    .filter(stem => {
      return !names.has(`${stem}.json.prev`) && mayBeCopyOf(stem, beside).length > 0
    })
  return new Map(found.map(stem => [stem, beside]))
}

function flawOf(read: Result<unknown, StoreProblem>): { readonly code?: string } {
  return read.ok ? {} : { code: codeOf(read.error) }
}
