import { type Role, roles } from '#annotations/model/revision'
import { Menu } from '../../components/Menu'
import type { MenuAnchor } from '../../components/menu-model'
import { roleWords } from '../words/kind-words'

export interface RoleMenuProps {
  /** The role that the block has. */
  readonly role: Role | undefined
  readonly near: MenuAnchor
  /** The button that it hangs from, where there is one. */
  readonly owner?: Element
  readonly onChoose: (role: Role) => void
  readonly onClose: () => void
}

/** The roles that a block can have, at its label; reports the one chosen. */
export function RoleMenu({ role, near, owner, onChoose, onClose }: RoleMenuProps) {
  return (
    <Menu
      label="Role of this paragraph"
      entries={roles.map(id => ({ id, name: roleWords[id], checked: id === role }))}
      anchor={near}
      start="first"
      owner={owner ?? null}
      onChoose={onChoose}
      onClose={onClose}
    />
  )
}
