import { readRegister } from '#annotations/changes/resolve'
import type { Json } from '#annotations/model/json'
import { type FieldKind, ownFieldsOf, ownFieldType } from '#annotations/model/own-fields'
import { type RegisterActing, sameName } from './register-acting'

/** What a person does to the fields that a workspace gives its documents; each is one edit, and no document is changed. */
export interface OwnFieldActions {
  /** A new last one. Nothing for a name that is there already, which is said. */
  add(name: string, holds: FieldKind): void
  rename(field: string, name: string): void
  /** Nothing for a choice that is there already. */
  addChoice(field: string, name: string): void
  renameChoice(field: string, choice: string, name: string): void
  /** Documents keep it; it is shown no more. */
  removeChoice(field: string, choice: string): void
  remove(field: string): void
  restore(field: string): void
}

export function createOwnFieldActions(acting: RegisterActing, nextId: () => string): OwnFieldActions {
  const fields = () => ownFieldsOf(readRegister(acting.scopeOf('codebook')))
  const find = (id: string) => fields().find(field => field.id === id)

  function change(id: string, field: string, value: Json, said: string): void {
    acting.act([{ do: 'change-entry', register: 'codebook', id, fields: { [field]: value } }], said)
  }

  return {
    add: (given, holds) => {
      const name = given.trim()
      if (name === '') return
      const there = fields().find(field => sameName(field.name, name))
      if (there !== undefined) return acting.announce(`“${there.name}” is there already.`)
      const order = Math.max(0, ...fields().flatMap(field => field.order ?? [])) + 1
      const entry = { register: 'codebook', type: ownFieldType, id: nextId(), fields: { name, holds, order } } as const
      acting.act([{ do: 'add-entry', ...entry }], `Field “${name}” added.`)
    },
    rename: (id, given) => {
      const name = given.trim()
      if (name !== '' && name !== find(id)?.name) change(id, 'name', name, `Renamed to “${name}”.`)
    },
    addChoice: (id, given) => {
      const name = given.trim()
      const field = find(id)
      if (name === '' || field === undefined) return
      if (field.choices.some(choice => sameName(choice.name, name)))
        return acting.announce(`“${name}” is there already.`)
      change(id, `choices.${nextId()}`, name, `Choice “${name}” added.`)
    },
    renameChoice: (id, choice, given) => {
      const name = given.trim()
      if (name !== '') change(id, `choices.${choice}`, name, `Renamed to “${name}”.`)
    },
    removeChoice: (id, choice) => change(id, `choices.${choice}`, null, 'Choice removed.'),
    remove: id => {
      const name = find(id)?.name ?? id
      acting.act(
        [{ do: 'remove-entry', register: 'codebook', id }],
        `“${name}” is removed. Documents keep its values, and it can be restored.`,
      )
    },
    restore: id => {
      acting.act([{ do: 'restore-entry', register: 'codebook', id }], 'Field restored.')
    },
  }
}
