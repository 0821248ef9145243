import { emptyScope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import type { RegisterUses } from '#app/contract/register-uses'
import { codebookTree, type TagNode } from '../../features/codebook/codebook-tree'
import { speakerList } from '../../features/speakers/speaker-list'
import { createHistoryActions } from '../actions/history-actions'
import { createRegisterActions } from '../actions/register-actions'
import { type AppState, initialState } from '../app-state'
import type { Machine } from '../machine'
import { startQueue } from '../pending-edits'
import { createRegisterHistory } from '../register-history'
import { createSaving } from '../saving'
import { createStore } from '../store'

/** The window's state, queue and register actions over a machine that has every edit on disk at once. */
export function registerDesk(state: WorkspaceState, uses: RegisterUses = { tags: {}, speakers: {}, claimTypes: {} }) {
  const info = { version: '0', platform: 'linux', theme: 'light', recent: [], files: [] } as const
  const store = createStore<AppState>({
    ...initialState,
    info: { ...info, annotator: { id: 'ann', name: 'Ann' } } as unknown as AppState['info'],
    workspace: { id: 'w', name: 'Study', path: '/study' },
    queue: startQueue(state),
  })
  let made = 0
  const nextId = () => {
    made += 1
    return `x${String(made).padStart(6, '0')}`
  }
  const saved = Promise.resolve({ ok: true, value: { revs: {}, journals: [] } })
  const counted = Promise.resolve({ ok: true, value: uses })
  const machine = { call: (name: string) => (name === 'registers.uses' ? counted : saved) } as unknown as Machine
  const saving = createSaving(store, {
    machine,
    now: () => new Date('2026-05-01T09:30:00.000Z'),
    nextId,
    setTimer: () => 0,
    clearTimer: () => undefined,
  })
  const history = createRegisterHistory(store, createHistoryActions(store, saving))
  const registers = createRegisterActions({ store, saving, history, nextId })
  const scope = (key: ScopeKey) => store.get().queue.current.scopes.get(key) ?? emptyScope
  return {
    machine,
    store,
    saving,
    registers,
    codebook: () => codebookTree(scope('codebook')),
    speakers: () => speakerList(scope('speakers')),
    /** The tree as lines, two spaces for each level. */
    lines: () => codebookTree(scope('codebook')).roots.flatMap(linesOf),
    /** The id of the tag or speaker of a name. */
    id: (name: string): string => {
      const all = [
        ...codebookTree(scope('codebook')).tags.values(),
        ...speakerList(scope('speakers')).speakers,
        ...codebookTree(scope('codebook')).removed,
      ]
      const found = all.find(entry => entry.name === name)
      if (found === undefined) throw new Error(`nothing is called ${name}`)
      return found.id
    },
  }
}

export type RegisterDesk = ReturnType<typeof registerDesk>

function linesOf(tag: TagNode): string[] {
  return [`${'  '.repeat(tag.depth)}${tag.name}`, ...tag.children.flatMap(linesOf)]
}
