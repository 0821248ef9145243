import type { AppState } from '../app-state'
import { activeMark, shownRevision } from '../selectors'
import { paragraphFrom, sentenceFrom } from '../text-steps'
import { type CommandPorts, defineCommands } from './command'

/** Commands that move in the text and select it. */
export const textCommands = defineCommands([
  {
    id: 'next-annotation',
    title: 'Next annotation',
    pair: { title: 'Next, previous annotation', with: 'previous-annotation' },
    group: 'text',
    keys: ['J'],
    where: 'text',
    enabled: ({ annotations }) => annotations,
    run: ports => ports.marks.step(1),
  },
  {
    id: 'previous-annotation',
    title: 'Previous annotation',
    group: 'text',
    keys: ['K'],
    where: 'text',
    enabled: ({ annotations }) => annotations,
    run: ports => ports.marks.step(-1),
  },
  {
    id: 'next-overlap',
    title: 'Go through overlaps here',
    words: 'annotations at the cursor',
    group: 'annotation',
    keys: ['O'],
    where: 'text',
    enabled: ({ annotations }) => annotations,
    run: nextOverlap,
  },
  {
    id: 'select-next-sentence',
    title: 'Select the next sentence',
    pair: { title: 'Select next, previous sentence', with: 'select-previous-sentence' },
    group: 'text',
    keys: ['Alt+ARROWDOWN'],
    where: 'text',
    enabled: ({ document }) => document,
    run: ports => selectSentence(ports, 1, false),
  },
  {
    id: 'select-previous-sentence',
    title: 'Select the previous sentence',
    group: 'text',
    keys: ['Alt+ARROWUP'],
    where: 'text',
    enabled: ({ document }) => document,
    run: ports => selectSentence(ports, -1, false),
  },
  {
    id: 'add-next-sentence',
    title: 'Add the next sentence to the selection',
    pair: { title: 'Add a sentence to the selection', with: 'add-previous-sentence' },
    group: 'text',
    keys: ['Alt+Shift+ARROWDOWN'],
    where: 'text',
    enabled: ({ document }) => document,
    run: ports => selectSentence(ports, 1, true),
  },
  {
    id: 'add-previous-sentence',
    title: 'Add the previous sentence to the selection',
    group: 'text',
    keys: ['Alt+Shift+ARROWUP'],
    where: 'text',
    enabled: ({ document }) => document,
    run: ports => selectSentence(ports, -1, true),
  },
  {
    id: 'next-paragraph',
    title: 'Next paragraph',
    pair: { title: 'Next, previous paragraph', with: 'previous-paragraph' },
    group: 'text',
    keys: ['Ctrl+ARROWDOWN'],
    where: 'text',
    enabled: ({ document }) => document,
    run: ports => goToParagraph(ports, 1),
  },
  {
    id: 'previous-paragraph',
    title: 'Previous paragraph',
    group: 'text',
    keys: ['Ctrl+ARROWUP'],
    where: 'text',
    enabled: ({ document }) => document,
    run: ports => goToParagraph(ports, -1),
  },
  {
    id: 'go-to-paragraph',
    title: 'Go to paragraph…',
    group: 'text',
    keys: ['Ctrl+G'],
    where: 'window',
    enabled: ({ document }) => document,
    run: ports => ports.openPalette('¶'),
  },
  {
    id: 'outline',
    title: 'Outline: go to a heading…',
    menu: 'Outline…',
    words: 'headline section headings roles structure jump contents',
    group: 'text',
    keys: ['Ctrl+Shift+G'],
    where: 'window',
    enabled: ({ document }) => document,
    run: ports => ports.openPalette('§'),
  },
  {
    id: 'compare-versions',
    title: 'Compare versions…',
    words: 'text changes difference revision inserted deleted words before after',
    group: 'text',
    keys: ['Ctrl+Shift+D'],
    where: 'window',
    enabled: ({ versions }) => versions,
    run: ({ store }) =>
      store.set(state => ((state.document?.revisions.length ?? 0) > 1 ? { ...state, dialog: 'compare' } : state)),
  },
  {
    id: 'find-in-text',
    title: 'Find in this text…',
    words: 'search document',
    group: 'text',
    keys: ['Ctrl+F'],
    where: 'window',
    enabled: ({ document }) => document,
    run: ports => ports.openPalette('/'),
  },
  {
    id: 'set-role',
    title: 'Role of this paragraph…',
    words: 'headline subhead dateline lead body boilerplate contact letter caption structure block',
    group: 'text',
    where: 'text',
    enabled: ({ document, readOnly }) => document && !readOnly,
    run: ports => ports.text.askRole(),
  },
  {
    id: 'next-document',
    title: 'Next document',
    words: 'release',
    pair: { title: 'Next, previous document', with: 'previous-document' },
    group: 'text',
    keys: ['Alt+PAGEDOWN'],
    where: 'window',
    enabled: ({ next }) => next,
    run: ports => openNeighbour(ports, 1),
  },
  {
    id: 'previous-document',
    title: 'Previous document',
    words: 'release',
    group: 'text',
    keys: ['Alt+PAGEUP'],
    where: 'window',
    enabled: ({ previous }) => previous,
    run: ports => openNeighbour(ports, -1),
  },
])

function selectSentence(ports: CommandPorts, by: 1 | -1, adding: boolean): void {
  const state = ports.store.get()
  const revision = shownRevision(state)
  if (revision === undefined) return
  const selected = state.selection ?? { start: ports.text.caret(), end: ports.text.caret() }
  const range = sentenceFrom(revision, selected, by, adding)
  ports.text.select(range)
  announce(ports, revision.text.slice(range.start, range.end))
}

function goToParagraph(ports: CommandPorts, by: 1 | -1): void {
  const revision = shownRevision(ports.store.get())
  if (revision === undefined) return
  const start = paragraphFrom(revision, ports.text.caret(), by)
  ports.text.select({ start, end: start })
}

/** Goes to the other annotation on the active one's first character, or at the caret while none is active; lets one of more be chosen. */
function nextOverlap({ store, text, marks }: CommandPorts): void {
  const state = store.get()
  const revision = shownRevision(state)
  const segments = activeMark(state)?.annotation.placements.get(revision?.id ?? '')?.segments
  const here = text.annotationsAt(segments?.find(({ part }) => part === 'content')?.start ?? text.caret())
  if (here.length > 2) return text.choose(here)
  const next = here[(here.indexOf(state.active ?? '') + 1) % here.length]
  if (next !== undefined) marks.goTo(next)
}

function openNeighbour({ store, open }: CommandPorts, by: 1 | -1): void {
  const { documents, document }: AppState = store.get()
  const living = documents.filter(row => !row.deleted)
  const at = living.findIndex(row => row.id === document?.id)
  const row = at < 0 ? undefined : living[at + by]
  if (row !== undefined) void open.openDocument(row.id)
}

function announce({ store }: CommandPorts, text: string): void {
  store.set(state => ({ ...state, announcement: { text } }))
}
