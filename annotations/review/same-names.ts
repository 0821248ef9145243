import { type EntryKey, entryKey } from '../changes/entry'
import { emptyScope, type Scope, type WorkspaceState } from '../changes/journal'
import { livingEntries, pathOf, type Register, type RegisterEntry, readRegister, textOf } from '../changes/resolve'
import { entryIn } from '../changes/unite'
import type { Act } from '../edit/edit'
import { aliasesOf } from '../model/aliases'
import type { AnnotatorId } from '../model/ids'
import { nearness } from '../model/near-names'

/** The registers whose entries are matched by name, and what they hold. */
const matched = [
  { register: 'codebook', type: 'tag' },
  { register: 'codebook', type: 'claim-type' },
  { register: 'speakers', type: 'speaker' },
] as const

/** An entry that a colleague began and one of the same name that they did not. */
export interface SameName {
  readonly register: (typeof matched)[number]['register']
  readonly type: (typeof matched)[number]['type']
  readonly theirs: string
  readonly ours: string
  /** Theirs as they call it; of a tag its path, joined by ` / `. */
  readonly name: string
}

/**
 * Tags of the same path, claim types and speakers of the same name (or alias) of which a colleague began one: but for case,
 * accents and punctuation. Two who prepare a codebook each on their own name the same things; nothing is merged by name without
 * a person. In the order of the registers, then by name.
 */
export function sameNames(state: WorkspaceState, colleague: AnnotatorId): readonly SameName[] {
  return matched.flatMap(({ register: scopeName, type }) => {
    const scope = state.scopes.get(scopeName) ?? emptyScope
    const register = readRegister(scope)
    const isTheirs = ({ id }: RegisterEntry) => isBegunBy(scope, entryKey(type, id), colleague)
    const living = livingEntries(register, type)
    const ours = living.filter(entry => !isTheirs(entry)).map(entry => ({ entry, names: namesOf(register, entry) }))
    return living.filter(isTheirs).flatMap(entry => {
      const names = namesOf(register, entry)
      const same = ours.find(other => names.some(name => other.names.some(own => nearness(name, own) === 'same')))
      if (same === undefined) return []
      return [{ register: scopeName, type, theirs: entry.id, ours: same.entry.id, name: names[0] ?? entry.id }]
    })
  })
}

/** What makes readers see ours for theirs; undo parts them again. */
export function actsOfSameNames(pairs: readonly SameName[]): readonly Act[] {
  return pairs.map(({ register, theirs, ours }) => ({ do: 'merge-entry', register, id: theirs, into: ours }))
}

function isBegunBy(scope: Scope, key: EntryKey, annotator: AnnotatorId): boolean {
  const first = entryIn(scope, key)?.changes[0]
  const said = scope.journals.get(annotator)?.entries.get(key)?.changes ?? []
  return first !== undefined && said.some(({ edit }) => edit === first.edit)
}

function namesOf(register: Register, entry: RegisterEntry): readonly string[] {
  if (entry.type === 'tag') return [pathOf(register, entry.id).join(' / ')]
  return [textOf(entry, 'name') ?? entry.id, ...aliasesOf(entry)]
}
