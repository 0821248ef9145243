import { resolveEntry } from '#annotations/changes/resolve'
import type { RegisterUses } from '#app/contract/register-uses'
import type { InspectorAnnotation, ShownUse } from '../features/inspector/inspector-values'
import { usesWords } from '../features/registers/uses-words'
import type { WindowState } from './app-state'
import { registerOf } from './selectors'

/** A tag or speaker of the annotation that is looked at. */
export interface UsedHere {
  readonly is: 'tags' | 'speakers'
  readonly id: string
  readonly name: string
}

/** The tags and speakers of an annotation, as the registers know them, each once. */
export function usedHere(state: WindowState, shown: InspectorAnnotation | undefined): readonly UsedHere[] {
  if (shown === undefined) return []
  const { annotation } = shown
  const claimant = annotation.kind === 'claim' ? annotation.claim.claimant : undefined
  const voices = annotation.kind === 'quote' ? annotation.quote.speakers : claimant === undefined ? [] : [claimant]
  const register = registerOf(state.queue.current, 'speakers')
  const speakers = voices.flatMap(({ speaker, name }): UsedHere[] => {
    const id = speaker === undefined ? undefined : resolveEntry(register, speaker)?.id
    return id === undefined ? [] : [{ is: 'speakers', id, name }]
  })
  const tags = shown.tags.map(({ id, path }): UsedHere => ({ is: 'tags', id, name: path.join(' / ') }))
  const all = [...speakers, ...tags]
  return all.filter((one, at) => all.findIndex(({ is, id }) => is === one.is && id === one.id) === at)
}

/** Where they are used in the workspace, in words; none while they are counted. */
export function shownUses(here: readonly UsedHere[], uses: RegisterUses | undefined): readonly ShownUse[] {
  if (uses === undefined) return []
  return here.flatMap(({ is, id, name }) => {
    const used = is === 'tags' ? uses.tags[id] : uses.speakers[id]
    return used === undefined ? [] : [{ id, name, words: usesWords(used) }]
  })
}
