import type { Act } from '#annotations/edit/edit'
import type { TagId } from '#annotations/model/ids'
import { ordersAround } from '../registers/orders-around'
import { type Codebook, isWithin, siblingsUnder } from './codebook-tree'

/** A place in the tree: under a parent (`null`: at the top), before the sibling at `index`, the moved tag not counted. */
export interface Place {
  readonly parent: TagId | null
  readonly index: number
}

export type Step = 'up' | 'down' | 'outdent' | 'indent'

/** Where a step by key leads: past a neighbour, out of the parent behind it, into the sibling above. */
export function placeOfStep(codebook: Codebook, id: TagId, step: Step): Place | undefined {
  const tag = codebook.tags.get(id)
  if (tag === undefined) return undefined
  const siblings = siblingsUnder(codebook, tag.parent)
  const at = siblings.findIndex(sibling => sibling.id === id)
  const parent = tag.parent ?? null
  if (step === 'up') return at > 0 ? { parent, index: at - 1 } : undefined
  if (step === 'down') return at < siblings.length - 1 ? { parent, index: at + 1 } : undefined
  if (step === 'indent') {
    const above = siblings[at - 1]
    return above === undefined ? undefined : { parent: above.id, index: above.children.length }
  }
  const out = tag.parent === undefined ? undefined : codebook.tags.get(tag.parent)
  if (out === undefined) return undefined
  const index = siblingsUnder(codebook, out.parent).findIndex(sibling => sibling.id === out.id) + 1
  return { parent: out.parent ?? null, index }
}

export interface Drop {
  readonly target: TagId
  readonly where: 'before' | 'into' | 'after'
}

/** Where a drop leads; `undefined` for one on the dragged tag itself or below it. */
export function placeOfDrop(codebook: Codebook, id: TagId, { target, where }: Drop): Place | undefined {
  const tag = codebook.tags.get(target)
  if (tag === undefined || isWithin(codebook, target, id)) return undefined
  if (where === 'into') {
    return { parent: target, index: tag.children.filter(child => child.id !== id).length }
  }
  const siblings = siblingsUnder(codebook, tag.parent).filter(sibling => sibling.id !== id)
  const at = siblings.findIndex(sibling => sibling.id === target)
  return { parent: tag.parent ?? null, index: where === 'before' ? at : at + 1 }
}

/**
 * The acts that bring a tag to a place: its order becomes a fraction between its neighbours'. Siblings before it get an
 * order where they have none, and all of them where no number is left between two. Empty where it stands there already.
 */
export function moveActs(codebook: Codebook, id: TagId, place: Place): Act[] {
  const tag = codebook.tags.get(id)
  if (tag === undefined) return []
  const all = siblingsUnder(codebook, place.parent)
  const others = all.filter(sibling => sibling.id !== id)
  const index = Math.max(0, Math.min(place.index, others.length))
  if (place.parent === (tag.parent ?? null) && all[index]?.id === id) return []
  const { orders, own } = ordersAround(others, index)
  const parent = place.parent === (tag.parent ?? null) ? tag.statedParent : place.parent
  return [
    ...[...orders].map(([sibling, order]) => move(sibling.id, sibling.statedParent, order)),
    move(id, parent, own),
  ]
}

function move(id: TagId, parent: TagId | null, order: number): Act {
  return { do: 'move-entry', register: 'codebook', id, parent, order }
}
