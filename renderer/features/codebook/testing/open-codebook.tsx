import { expect, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { WorkspaceState } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, workspaceWith } from '#annotations/testing/build'
import { Codebook } from '../../../Codebook'
import { mount } from '../../../components/testing/mount'
import type { AppModel } from '../../../state/app-model'
import { useSelected } from '../../../state/store'
import { type RegisterDesk, registerDesk } from '../../../state/testing/register-desk'

export const tag = (id: string, fields: { [field: string]: string | number } = {}): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'tag',
  id,
  fields: { name: id, ...fields },
})

export const some = [
  tag('climate', { colour: 'teal', shortcut: '1' }),
  tag('coal', { parent: 'climate' }),
  tag('methane', { parent: 'climate', definition: 'Leaks too.' }),
  tag('border'),
]

export const tree = page.getByRole('tree', { name: 'Tags' })

/** The row of a tag, whatever stands behind its name. */
export const item = (name: string) => tree.getByRole('treeitem', { name: new RegExp(`^${name}( \\d|$)`) })

/** The name of the row or field that has the focus. */
export function focused(): string | null | undefined {
  const active = document.activeElement
  return active?.querySelector('.pm-tag-name')?.textContent ?? active?.getAttribute('aria-label')
}

export const onClose = vi.fn()

function Shown({ desk }: { readonly desk: RegisterDesk }) {
  const state = useSelected(desk.store, now => now)
  return <Codebook model={desk as unknown as AppModel} state={state} onClose={onClose} />
}

/** The codebook's dialog over the real state and queue, with these tags or what a state has. */
export async function openCodebook(from: readonly Act[] | WorkspaceState): Promise<RegisterDesk> {
  const uses = {
    tags: { climate: { annotations: 12, mine: 9, documents: 4 } },
    speakers: {},
    claimTypes: { quantity: { annotations: 3, mine: 3, documents: 1 } },
  }
  const state = 'scopes' in from ? from : afterEdits(workspaceWith(), editOf('e0', 'ben', ...from))
  const desk = registerDesk(state, uses)
  onClose.mockReset()
  mount(<Shown desk={desk} />)
  await expect.element(page.getByRole('dialog', { name: 'Codebook' })).toBeVisible()
  return desk
}
