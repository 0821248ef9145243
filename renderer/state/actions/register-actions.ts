import { readRegister, textOf } from '#annotations/changes/resolve'
import type { Act } from '#annotations/edit/edit'
import { aliasField } from '#annotations/model/aliases'
import type { EditId, SpeakerId, TagId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { kindOfName } from '#annotations/reading/kind-of-name'
import { codebookTree, siblingsUnder, type TagNode, tagOfShortcut } from '../../features/codebook/codebook-tree'
import { moveActs, type Place } from '../../features/codebook/moves'
import { settlingAct } from '../../features/registers/clashes'
import { type SpeakerKind, speakerList } from '../../features/speakers/speaker-list'
import type { AppState } from '../app-state'
import type { DialogRegister, RegisterHistory } from '../register-history'
import type { Saving } from '../saving'
import type { Store } from '../store'
import { type ClaimTypeActions, createClaimTypeActions } from './claim-type-actions'
import { createOwnFieldActions, type OwnFieldActions } from './own-field-actions'
import { createRegisterActing, sameName } from './register-acting'

/** What a person does to tags and speakers; each is one edit, and none touches an annotation. */
export interface RegisterActions extends RegisterHistory {
  /** A new last child of a tag, or at the top. One of that name that is there already is given instead. */
  addTag(name: string, parent: TagId | null): TagId | undefined
  addSpeaker(name: string): SpeakerId | undefined
  rename(register: DialogRegister, id: string, name: string): void
  setColour(tag: TagId, colour: string | null): void
  setDefinition(tag: TagId, definition: string): void
  /** Gives a tag a digit, taken from the tag that has it. */
  setShortcut(tag: TagId, digit: string | null): void
  move(tag: TagId, place: Place): void
  /** Lists the tags that one is split into, made beside it; highlights keep the first until they are tagged anew. */
  split(tag: TagId, names: readonly string[]): void
  merge(register: DialogRegister, id: string, into: string): void
  /** Takes a merge back. */
  part(register: DialogRegister, merge: EditId): void
  remove(register: DialogRegister, id: string): void
  restore(register: DialogRegister, id: string): void
  setWhat(speaker: SpeakerId, what: SpeakerKind): void
  setNote(speaker: SpeakerId, note: string): void
  setAlias(speaker: SpeakerId, alias: string, on: boolean): void
  settle(register: DialogRegister, id: string, field: string, take: 'standing' | 'other'): void
  readonly claimTypes: ClaimTypeActions
  readonly ownFields: OwnFieldActions
}

export interface RegisterPorts {
  readonly store: Store<AppState>
  readonly saving: Saving
  readonly history: RegisterHistory
  readonly nextId: () => string
}

export function createRegisterActions(ports: RegisterPorts): RegisterActions {
  const { store, saving, nextId } = ports
  const acting = createRegisterActing(store, saving)
  const { act, announce, scopeOf } = acting
  const codebook = () => codebookTree(scopeOf('codebook'))

  const nameOf = (register: DialogRegister, id: string): string =>
    textOf(readRegister(scopeOf(register)).entries.get(id), 'name') ?? id

  function change(register: DialogRegister, id: string, field: string, value: Json, said: string, typed = false): void {
    const fields = { [field]: value }
    act([{ do: 'change-entry', register, id, fields }], said, typed ? `${register}:${id}:${field}` : undefined)
  }

  function addTag(given: string, parent: TagId | null): TagId | undefined {
    const name = given.trim()
    if (name === '') return undefined
    const siblings = siblingsUnder(codebook(), parent)
    const there = siblings.find(tag => sameName(tag.name, name))
    if (there !== undefined) {
      announce(`“${there.name}” is there already.`)
      return there.id
    }
    const id = nextId()
    const fields = { name, ...(parent === null ? {} : { parent }), ...lastOrder(siblings) }
    const done = act([{ do: 'add-entry', register: 'codebook', type: 'tag', id, fields }], `Tag “${name}” added.`)
    return done ? id : undefined
  }

  function addSpeaker(given: string): SpeakerId | undefined {
    const name = given.trim()
    if (name === '') return undefined
    const there = speakerList(scopeOf('speakers')).speakers.find(speaker => sameName(speaker.name, name))
    if (there !== undefined) {
      announce(`“${there.name}” is there already.`)
      return there.id
    }
    const id = nextId()
    const fields = { what: kindOfName(name), name }
    const acts: Act[] = [{ do: 'add-entry', register: 'speakers', type: 'speaker', id, fields }]
    return act(acts, `Speaker “${name}” added.`) ? id : undefined
  }

  function setShortcut(tag: TagId, digit: string | null): void {
    const holders = digit === null ? [] : [...codebook().tags.values()].filter(one => one.shortcut === digit)
    const others = holders.filter(({ id }) => id !== tag)
    const name = nameOf('codebook', tag)
    const taken = others.map(other => `“${other.name}” has none any more`).join(', ')
    const said = digit === null ? `“${name}” has no shortcut.` : `Key ${digit} sets “${name}”${taken && `; ${taken}`}.`
    act([...others.map(({ id }) => shortcutAct(id, null)), shortcutAct(tag, digit)], said)
  }

  function split(tag: TagId, names: readonly string[]): void {
    const node = codebook().tags.get(tag)
    const given = names.map(name => name.trim()).filter(name => name !== '')
    if (node === undefined || given.length < 2) return
    const place = node.parent === undefined ? {} : { parent: node.parent }
    const order = lastOrder(siblingsUnder(codebook(), node.parent)).order
    const made = given.map((name, n) => {
      const fields = { name, ...place, ...(order === undefined ? {} : { order: order + n }) }
      return { do: 'add-entry', register: 'codebook', type: 'tag', id: nextId(), fields } as const
    })
    const parts = made.map(({ id }) => id)
    const list = given.map(name => `“${name}”`).join(', ')
    act(
      [...made, { do: 'split-entry', register: 'codebook', id: tag, parts }],
      `“${node.name}” is split into ${list}. Its highlights keep it until they are tagged anew.`,
    )
  }

  function restore(register: DialogRegister, id: string): void {
    const acts: Act[] = [{ do: 'restore-entry', register, id }]
    const digit = textOf(readRegister(scopeOf(register)).entries.get(id), 'shortcut')
    const taken = register === 'codebook' && digit !== undefined && tagOfShortcut(codebook(), digit) !== undefined
    act(taken ? [...acts, shortcutAct(id, null)] : acts, `“${nameOf(register, id)}” is restored.`)
  }

  function settle(register: DialogRegister, id: string, field: string, take: 'standing' | 'other'): void {
    const entry = readRegister(scopeOf(register)).entries.get(id)
    const settling = entry === undefined ? undefined : settlingAct(register, entry, field, take)
    if (settling !== undefined) act([settling], 'Settled.')
  }

  return {
    take: ports.history.take,
    addTag,
    addSpeaker,
    rename: (register, id, name) => {
      const given = name.trim()
      const before = nameOf(register, id)
      if (given === '') return
      // The texts go on to call them by the former name.
      const kept = register === 'speakers' && !sameName(before, given) ? { [aliasField(before)]: true } : {}
      act([{ do: 'change-entry', register, id, fields: { name: given, ...kept } }], `Renamed to “${given}”.`)
    },
    setColour: (tag, colour) => change('codebook', tag, 'colour', colour, `“${nameOf('codebook', tag)}”: colour set.`),
    setDefinition: (tag, definition) =>
      change('codebook', tag, 'definition', orNothing(definition), 'Definition changed.', true),
    setShortcut,
    move: (tag, place) => {
      const under = place.parent === null ? 'at the top' : `under “${nameOf('codebook', place.parent)}”`
      act(moveActs(codebook(), tag, place), `“${nameOf('codebook', tag)}” moved: place ${place.index + 1} ${under}.`)
    },
    split,
    merge: (register, id, into) =>
      void act(
        [{ do: 'merge-entry', register, id, into }],
        `“${nameOf(register, id)}” is merged into “${nameOf(register, into)}”.`,
      ),
    part: (register, merge) => void act([{ do: 'undo', edit: merge, scopes: [register] }], 'Parted again.'),
    remove: (register, id) =>
      void act(
        [{ do: 'remove-entry', register, id }],
        `“${nameOf(register, id)}” is removed. Highlights keep it, and it can be restored.`,
      ),
    restore,
    setWhat: (speaker, what) => change('speakers', speaker, 'what', what, `“${nameOf('speakers', speaker)}”: ${what}.`),
    setNote: (speaker, note) => change('speakers', speaker, 'note', orNothing(note), 'Note changed.', true),
    setAlias: (speaker, alias, on) => {
      const given = alias.replace(/\s+/gu, ' ').trim().normalize('NFC')
      if (given === '') return
      const said = on ? `Alias “${given}” added.` : `Alias “${given}” removed.`
      change('speakers', speaker, aliasField(given), on ? true : null, said)
    },
    settle,
    claimTypes: createClaimTypeActions(acting, nextId),
    ownFields: createOwnFieldActions(acting, nextId),
  }
}

function shortcutAct(id: TagId, shortcut: string | null): Act {
  return { do: 'change-entry', register: 'codebook', id, fields: { shortcut } }
}

function orNothing(text: string): string | null {
  return text.trim() === '' ? null : text
}

/** A last order where the siblings have one; where they stand by name, a new one does too. */
function lastOrder(siblings: readonly TagNode[]): { readonly order?: number } {
  const last = siblings.at(-1)?.order
  return last === undefined ? {} : { order: last + 1 }
}
