import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { emptyScope, type Journal, type Scope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import { ok } from '#annotations/model/result'
import { doEdit, editId, owners, type Step } from '#annotations/testing/histories'
import { allScopes, newMachine, uniteStates } from '#annotations/testing/machines'
import { writeJournal } from '#annotations/workspace/journal-file'
import { createDirectIntake } from '#app/intake/direct-intake'
import { checkWorkspace } from '#app/services/check-workspace'
import { sha256 } from '../../store/place-file'
import { readJournalBytes } from '../../store/read-journal-bytes'
import { temporaryFolder } from '../../store/testing/temporary-folder'
import { opened } from '../../store/testing/workspaces'
import { createWorkspace } from '../../store/workspace-folder'
import { scopeFolder, stemOf } from '../../store/workspace-paths'
import { runCli } from '../run'
import { folderFiles } from '../workspace-files'
import { repositoryIn } from './repository'

// Imported by tests only.

type CleanUp = () => Promise<void>

/** What random histories came to. */
export interface Tried {
  histories: number
  edits: number
  /** Of two annotators' branches, and of one annotator's two machines. */
  apart: number
  own: number
  /** Merges that Git left to the person. */
  conflicts: number
  /** Changes that had to be there after a merge. */
  changes: number
}

export const noneTried = (): Tried => ({ histories: 0, edits: 0, apart: 0, own: 0, conflicts: 0, changes: 0 })

/** A line for people; what was lost would have failed the test. */
export function toldTried(how: string, { histories, edits, apart, own, conflicts, changes }: Tried): string {
  const merges = `${apart} merges of two annotators' branches, ${own} of one annotator's machines`
  return `Git ${how}: ${histories} histories, ${edits} edits, ${merges}, ${conflicts} conflicts; 0 of ${changes} changes lost`
}

/** How a history is merged. `driver`: the program that `git-setup` makes the driver; absent: none. `style`: how Git shows conflicts. */
export interface Merging {
  readonly driver?: string
  readonly style: string
}

/** Ann and Bo, who has two machines, each with a checkout and a branch: they merge each other's. */
class Team {
  readonly folder: string
  private readonly states: WorkspaceState[] = owners.map(owner => newMachine(owner).state)
  private readonly tried: Tried

  constructor(folder: string, tried: Tried) {
    this.folder = folder
    this.tried = tried
  }

  /** All begin with the same workspace. */
  async begin({ driver, style }: Merging): Promise<void> {
    const first = this.path(0)
    await createWorkspace(first, { id: 'w', name: 'Press', created: '2024-03-05T09:00:00.000Z' })
    const { git, commitAll } = repositoryIn(first)
    await git('init', '--quiet', '--initial-branch', 'm0')
    await git('config', 'merge.conflictStyle', style)
    if (driver !== undefined) await setUp(first, driver)
    for (const scope of allScopes) await this.write(0, scope, ['ann', 'bo'])
    await commitAll()
    for (const machine of [1, 2]) await git('worktree', 'add', '--quiet', '-b', `m${machine}`, this.path(machine))
  }

  path(machine: number): string {
    return join(this.folder, `m${machine}`)
  }

  async edit(machine: number, wish: Extract<Step, { machine: number }>, id: string): Promise<void> {
    const annotator = owners[machine] ?? 'ann'
    const { applied, after } = doEdit({ annotator, state: this.state(machine) }, wish, id)
    if (!applied.ok) return
    this.tried.edits += 1
    this.states[machine] = after
    for (const scope of applied.value.touched) await this.write(machine, scope, [annotator])
  }

  /** Merges another branch, as somebody who takes what Git makes of it; what can be read then is what both had. */
  async merge(to: number, from: number, isClean: boolean): Promise<void> {
    if (from === to) return
    await repositoryIn(this.path(from)).commitAll()
    const mine = repositoryIn(this.path(to))
    await mine.commitAll()
    const merged = await mine.tried('merge', '--quiet', '--no-edit', `m${from}`)
    if (isClean) expect(merged).toBe(true)
    if (!merged) await mine.commitAll()
    this.tried[owners[to] === owners[from] ? 'own' : 'apart'] += 1
    if (!merged) this.tried.conflicts += 1
    const united = uniteStates(this.state(to), this.state(from))
    this.states[to] = { ...united, scopes: await this.read(to) }
    expect(spell(this.state(to))).toEqual(spell(united))
    this.tried.changes += changesIn(united)
  }

  /** What Ann's and Bo's programs make of a folder with their next write. */
  async writeBoth(machine: number): Promise<void> {
    for (const annotator of ['ann', 'bo']) {
      const store = await opened(this.path(machine), { annotators: [annotator] })
      for (const scope of allScopes) {
        const loaded = await store.loadScope(scope)
        if (!loaded.ok) throw new Error(loaded.error.code)
        expect(loaded.value.damaged).toEqual([])
        const journal = loaded.value.journals.get(annotator)
        if (journal !== undefined) expect(await store.commit([{ scope, journal }])).toMatchObject({ ok: true })
      }
      expect(store.reports()).toEqual([])
      await store.close()
    }
  }

  private state(machine: number): WorkspaceState {
    const state = this.states[machine]
    if (state === undefined) throw new Error(`no machine ${machine}`)
    return state
  }

  private async write(machine: number, scope: ScopeKey, annotators: readonly string[]): Promise<void> {
    for (const annotator of annotators) {
      const journal = this.state(machine).scopes.get(scope)?.journals.get(annotator)
      const path = join(this.path(machine), ...(scopeFolder(scope) ?? []), `${annotator}.json`)
      await mkdir(dirname(path), { recursive: true })
      if (journal !== undefined) await writeFile(path, writeJournal(journal, { workspace: 'w', scope }, sha256))
    }
  }

  private async read(machine: number): Promise<Map<ScopeKey, Scope>> {
    const scopes = new Map<ScopeKey, Scope>()
    for (const scope of allScopes) {
      const folder = scopeFolder(scope) ?? []
      const journals = new Map<string, Journal>()
      for (const name of await readdir(join(this.path(machine), ...folder))) {
        const annotator = stemOf(name) ?? ''
        const place = { workspace: 'w', scope, annotator, file: [...folder, name].join('/') }
        const bytes = await readFile(join(this.path(machine), place.file))
        const read = readJournalBytes(bytes, place)
        if (!read.ok) throw new Error(`${JSON.stringify(read.error)}\n${bytes}`)
        journals.set(annotator, read.value.journal)
      }
      scopes.set(scope, { journals })
    }
    return scopes
  }
}

/** `pressmark git-setup`, with the program as it is shipped. */
async function setUp(path: string, driver: string): Promise<void> {
  const said: string[] = []
  const io = {
    out: () => undefined,
    err: (text: string) => void said.push(text),
    errIsTerminal: false,
    version: '0',
    input: () => ok(new Uint8Array()),
  }
  const machine = { program: [process.execPath, driver], intake: createDirectIntake(), env: process.env }
  const status = await runCli(['git-setup', path], { ...io, ...machine, cwd: path, userFolder: path })
  if (status !== 0) throw new Error(said.join(''))
}

function spell({ scopes }: WorkspaceState): string[] {
  return allScopes.flatMap(scope => {
    const { journals } = scopes.get(scope) ?? emptyScope
    return [...journals]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, journal]) => writeJournal(journal, { workspace: 'w', scope }, sha256))
  })
}

function changesIn({ scopes }: WorkspaceState): number {
  const journals = allScopes.flatMap(scope => [...(scopes.get(scope)?.journals.values() ?? [])])
  return journals.flatMap(({ entries }) => [...entries.values()]).reduce((sum, { changes }) => sum + changes.length, 0)
}

const unsound = ['merge-conflict', 'edited-outside', 'not-json', 'truncated', 'misplaced', 'wrong-shape']

/** Plays a history with a real Git; after each merge everything that both sides had is read. */
export async function mergeWithGit(wanted: readonly Step[], merging: Merging, tried: Tried): Promise<void> {
  const isClean = merging.driver !== undefined
  const cleanUps: CleanUp[] = []
  const team = new Team(await temporaryFolder(cleanUp => void cleanUps.push(cleanUp)), tried)
  try {
    await team.begin(merging)
    for (const [index, step] of wanted.entries()) {
      if ('from' in step) await team.merge(step.to, step.from, isClean)
      else await team.edit(step.machine, step, editId(100 + index))
    }
    await team.merge(2, 1, isClean)
    await team.merge(0, 2, isClean)
    await team.writeBoth(0)
    tried.histories += 1
    const checked = await checkWorkspace(folderFiles(team.path(0)))
    expect(checked.ok && checked.value.problems.filter(({ code }) => unsound.includes(code))).toEqual([])
  } finally {
    for (const cleanUp of cleanUps) await cleanUp()
  }
}
