import type { CommandFacts } from '../command-facts'
import { defineCommands } from './command'

/** Commands about the texts of a document, and where annotations stand in the current one. */
export const versionCommands = defineCommands([
  {
    id: 'import-version',
    title: 'Import a new version…',
    words: 'corrected text revision update replace file',
    group: 'workspace',
    where: 'window',
    enabled: ({ document, readOnly }) => document && !readOnly,
    run: ports => void ports.versions.read(),
  },
  {
    id: 'show-current-version',
    title: 'Show the current version',
    words: 'text revision',
    group: 'text',
    where: 'window',
    enabled: ({ earlier }) => earlier,
    run: ports => ports.versions.showCurrent(),
  },
  {
    id: 'view-changed',
    title: 'Text changed: annotations to decide',
    menu: 'Text changed',
    words: 'queue version anchors moved lost undecided carried decisions',
    group: 'window',
    where: 'window',
    enabled: ({ versions }) => versions,
    checked: ({ view }) => view === 'changed',
    run: ports => ports.anchors.open(),
  },
  {
    id: 'next-decision',
    title: 'Text changed: next to decide',
    pair: { title: 'Text changed: next, previous to decide', with: 'previous-decision' },
    group: 'changed',
    keys: ['J'],
    where: 'list',
    enabled: isDeciding,
    run: ports => ports.anchors.step(1),
  },
  {
    id: 'previous-decision',
    title: 'Text changed: previous to decide',
    group: 'changed',
    keys: ['K'],
    where: 'list',
    enabled: isDeciding,
    run: ports => ports.anchors.step(-1),
  },
  {
    id: 'accept-place',
    title: 'Text changed: accept this place',
    group: 'changed',
    keys: ['1'],
    where: 'list',
    enabled: isDeciding,
    run: ports => ports.anchors.accept(),
  },
  {
    id: 'choose-place',
    title: 'Text changed: choose another place',
    group: 'changed',
    keys: ['2'],
    where: 'list',
    enabled: isDeciding,
    run: ports => ports.anchors.choose(),
  },
  {
    id: 'keep-place',
    title: 'Text changed: keep on the earlier version',
    group: 'changed',
    keys: ['3'],
    where: 'list',
    enabled: isDeciding,
    run: ports => ports.anchors.keep(),
  },
  {
    id: 'lose-place',
    title: 'Text changed: mark as lost',
    group: 'changed',
    keys: ['4'],
    where: 'list',
    enabled: isDeciding,
    run: ports => ports.anchors.lose(),
  },
])

function isDeciding({ view, readOnly }: CommandFacts): boolean {
  return view === 'changed' && !readOnly
}
