import type { MenuCommand, MenuEntry, MenuModel } from '../../components/menu-model'
import type { CommandFacts } from '../../state/command-facts'
import { type CommandName, commandNamed } from '../../state/commands'
import { canDo } from '../../state/commands/command'
import type { Binding } from '../../state/key-bindings'
import { ariaKeys, shownKeys } from '../../state/key-spelling'

/** A command, or the opening of a recent workspace by its place in the list. */
export type MenuChoice = CommandName | `recent:${number}`

interface MenuLayout {
  readonly name: string
  readonly entries: readonly (CommandName | 'separator' | 'recent')[]
}

/** What stands where in the main menu. */
export const menuLayout: readonly MenuLayout[] = [
  {
    name: 'File',
    entries: [
      'new-workspace',
      'open-workspace',
      'recent',
      'separator',
      'import',
      'paste-document',
      'import-version',
      'export-csv',
      'export-jsonl',
      'export-md',
      'separator',
      'make-bundle',
      'receive-bundle',
      'separator',
      'backups',
      'separator',
      'files-report',
      'settings',
      'separator',
      'close-window',
    ],
  },
  {
    name: 'Edit',
    entries: [
      'undo',
      'redo',
      'separator',
      'find-in-text',
      'find-in-workspace',
      'separator',
      'edit-text',
      'set-role',
      'separator',
      'select-next-sentence',
      'select-previous-sentence',
      'separator',
      'delete-annotation',
    ],
  },
  {
    name: 'View',
    entries: [
      'view-read',
      'view-excerpts',
      'view-changed',
      'show-current-version',
      'view-review',
      'separator',
      'toggle-library',
      'toggle-inspector',
      'next-pane',
      'only-mine',
      'separator',
      'go-back',
      'go-forward',
      'previous-document',
      'next-document',
      'go-to-paragraph',
      'outline',
      'compare-versions',
      'separator',
      'text-larger',
      'text-smaller',
      'text-usual',
      'separator',
      'theme-system',
      'theme-light',
      'theme-dark',
    ],
  },
  {
    name: 'Annotate',
    entries: [
      'mark-quote',
      'mark-claim',
      'mark-note',
      'separator',
      'add-to-annotation',
      'set-source',
      'set-cue',
      'take-offered',
      'speaker-from-selection',
      'separator',
      'grow-end',
      'shrink-end',
      'grow-start',
      'shrink-start',
      'separator',
      'go-speakers',
      'go-claim-type',
      'go-figures',
      'go-statement',
      'add-tag',
      'repeat-tags',
      'edit-note',
      'submit',
      'separator',
      'next-annotation',
      'previous-annotation',
      'next-overlap',
      'separator',
      'codebook',
      'speakers',
      'own-fields',
    ],
  },
  {
    name: 'Decide',
    entries: [
      'next-difference',
      'previous-difference',
      'separator',
      'review-agree',
      'review-dispute',
      'review-propose',
      'review-neither',
      'review-take-over',
      'review-reply',
      'separator',
      'same-names',
      'review-adjudicate',
      'agreement',
      'separator',
      'review-sides',
      'review-blind',
    ],
  },
  { name: 'Help', entries: ['user-guide', 'separator', 'palette', 'keyboard', 'separator', 'about'] },
]

/** Workspaces that the menu offers beside the open one. */
const maxRecent = 5

export interface MenuSource {
  readonly facts: CommandFacts
  readonly bindings: readonly Binding[]
  /** Newest first; the open one is not among them. */
  readonly recent: readonly { readonly name: string }[]
  readonly mac: boolean
}

/** The main menu: every command with its keys; what cannot be done now is shown as such. */
export function mainMenu(source: MenuSource): MenuModel<MenuChoice>[] {
  return menuLayout.map(({ name, entries }) => ({
    name,
    entries: withoutLooseLines(
      entries.flatMap((entry): readonly MenuEntry<MenuChoice>[] => {
        if (entry === 'separator') return [entry]
        return entry === 'recent' ? recentEntries(source) : [commandEntry(entry, source)]
      }),
    ),
  }))
}

function commandEntry(id: CommandName, { facts, bindings, mac }: MenuSource): MenuCommand<MenuChoice> {
  const command = commandNamed(id)
  const keys = bindings.find(binding => binding.command === id)?.keys
  const checked = command?.checked?.(facts)
  return {
    id,
    name: command?.menu ?? command?.title ?? id,
    disabled: command !== undefined && !canDo(command, facts),
    ...(keys === undefined ? {} : { keys: shownKeys(keys, mac), ariaKeys: ariaKeys(keys, mac) }),
    ...(checked === undefined ? {} : { checked }),
  }
}

function recentEntries({ recent }: MenuSource): readonly MenuEntry<MenuChoice>[] {
  if (recent.length === 0) return []
  const entries = recent.slice(0, maxRecent).map(({ name }, at) => ({ id: `recent:${at}` as const, name }))
  return ['separator', ...entries]
}

/** Without lines at the ends or beside one another. */
function withoutLooseLines(entries: readonly MenuEntry<MenuChoice>[]): readonly MenuEntry<MenuChoice>[] {
  return entries.filter((entry, at) => {
    if (entry !== 'separator') return true
    const before = entries[at - 1]
    return before !== undefined && before !== 'separator' && at < entries.length - 1
  })
}
