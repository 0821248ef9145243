import { emptyScope } from '#annotations/changes/journal'
import { resolveEntry } from '#annotations/changes/resolve'
import { codebookTree, tagOfShortcut } from '../features/codebook/codebook-tree'
import type { FieldActions } from './actions/field-actions'
import type { AppState } from './app-state'
import { activeMark, openMarks, registerOf, tagOptions } from './selectors'
import type { Store } from './store'

interface TagPorts {
  readonly store: Store<AppState>
  readonly fields: FieldActions
}

/**
 * Gives the active annotation the tags of the one that the annotator changed last in this document, of all others with
 * tags. Says which; or that there are none.
 */
export function repeatLastTags({ store, fields }: TagPorts): void {
  const state = store.get()
  const active = activeMark(state)
  if (active === undefined) return
  const others = openMarks(state)
    .filter(({ author, annotation }) => author === active.author && annotation.id !== active.annotation.id)
    .map(({ annotation }) => annotation)
    .filter(({ tags }) => tags.size > 0)
  const last = others.reduce<(typeof others)[number] | undefined>(
    (latest, one) => (latest === undefined || one.modified > latest.modified ? one : latest),
    undefined,
  )
  const tags = [...(last?.tags ?? [])].filter(id => !active.annotation.tags.has(id))
  if (tags.length > 0) fields.addTags(active.annotation.id, tags)
  const known = tagOptions(registerOf(state.queue.current, 'codebook'))
  const names = tags.flatMap(id => known.find(tag => tag.id === id)?.path.join('/') ?? [])
  const text = tags.length === 0 ? 'There are no tags to repeat.' : `Tagged: ${names.join(', ')}`
  store.set(now => ({ ...now, announcement: { text } }))
}

/**
 * Gives the active annotation the tag whose shortcut a key is, or takes it away where it has it already. False for a key
 * that no tag has, so that it does what it does anywhere.
 */
export function toggleTagOfKey({ store, fields }: TagPorts, key: string): boolean {
  const state = store.get()
  const tag = tagOfShortcut(codebookTree(state.queue.current.scopes.get('codebook') ?? emptyScope), key)
  if (tag === undefined) return false
  const active = activeMark(state)
  if (active === undefined) {
    store.set(now => ({ ...now, notice: { tone: 'problem', problem: { code: 'nothing-active' } } }))
    return true
  }
  const register = registerOf(state.queue.current, 'codebook')
  const has = [...active.annotation.tags].some(id => resolveEntry(register, id)?.id === tag.id)
  if (has) fields.dropTag(active.annotation.id, tag.id)
  else fields.addTag(active.annotation.id, { id: tag.id })
  const text = `${tag.name} ${has ? 'removed' : 'added'}`
  store.set(now => ({ ...now, announcement: { text } }))
  return true
}
