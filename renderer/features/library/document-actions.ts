import type { DocumentRow } from '#app/contract/values'
import type { MenuEntry } from '../../components/menu-model'
import { filterWords } from './library-rows'

export type DocumentAction = DocumentRow['progress'] | 'remove' | 'new-version'

/** What can be done with a document of the list. */
export function documentActions(row: DocumentRow): readonly MenuEntry<DocumentAction>[] {
  const progress = (id: DocumentRow['progress']): MenuEntry<DocumentAction> => ({
    id,
    name: filterWords[id],
    checked: row.progress === id,
  })
  return [
    progress('not-started'),
    progress('in-work'),
    progress('done'),
    'separator',
    { id: 'new-version', name: 'Import a new version…' },
    'separator',
    { id: 'remove', name: 'Remove from library', keys: 'Del', danger: true },
  ]
}
