import { readRegister, textOf } from '#annotations/changes/resolve'
import type { Act } from '#annotations/edit/edit'
import { claimTypeName, claimTypesOf } from '#annotations/model/claim-types'
import type { ClaimTypeId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { ordersAround } from '../../features/registers/orders-around'
import { type RegisterActing, sameName } from './register-acting'

/**
 * What a person does to claim types; each is one edit. What Pressmark ships is stated in the codebook when it is first
 * changed. No claim is rewritten.
 */
export interface ClaimTypeActions {
  /** A new last one. One of that name that is there already is given instead. */
  add(name: string): ClaimTypeId | undefined
  rename(type: ClaimTypeId, name: string): void
  /** Past its neighbour in the list: 1 down, -1 up. */
  move(type: ClaimTypeId, by: 1 | -1): void
  remove(type: ClaimTypeId): void
}

export function createClaimTypeActions(acting: RegisterActing, nextId: () => string): ClaimTypeActions {
  const register = () => readRegister(acting.scopeOf('codebook'))
  const nameOf = (type: ClaimTypeId) => claimTypeName(register(), type)

  function stating(id: ClaimTypeId, fields: { readonly [field: string]: Json }): Act {
    if (register().entries.has(id)) return { do: 'change-entry', register: 'codebook', id, fields }
    return { do: 'add-entry', register: 'codebook', type: 'claim-type', id, fields }
  }

  function add(given: string): ClaimTypeId | undefined {
    const name = given.trim()
    if (name === '') return undefined
    const types = claimTypesOf(register())
    const there = types.find(type => sameName(type.name, name))
    if (there !== undefined) {
      acting.announce(`“${there.name}” is there already.`)
      return there.id
    }
    const id = nextId()
    const last = Math.max(0, ...types.flatMap(({ order }) => order ?? []))
    return acting.act([stating(id, { name, order: last + 1 })], `Claim type “${name}” added.`) ? id : undefined
  }

  function move(id: ClaimTypeId, by: 1 | -1): void {
    const types = claimTypesOf(register())
    const to = types.findIndex(type => type.id === id) + by
    if (to < 0 || to >= types.length) return
    const { orders, own } = ordersAround(
      types.filter(type => type.id !== id),
      to,
    )
    const acts = [...orders].map(([type, order]) => stating(type.id, { order }))
    acting.act([...acts, stating(id, { order: own })], `“${nameOf(id)}” moved: place ${to + 1}.`)
  }

  return {
    add,
    rename: (id, given) => {
      const name = given.trim()
      if (name !== '' && name !== nameOf(id)) acting.act([stating(id, { name })], `Renamed to “${name}”.`)
    },
    move,
    remove: id => {
      const name = nameOf(id)
      // A shipped one is listed among the removed by the name that it has then.
      const named = textOf(register().entries.get(id), 'name') === undefined ? [stating(id, { name })] : []
      const acts: Act[] = [...named, { do: 'remove-entry', register: 'codebook', id }]
      acting.act(acts, `“${name}” is removed. Claims keep it, and it can be restored.`)
    },
  }
}
