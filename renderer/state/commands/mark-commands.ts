import type { AppState } from '../app-state'
import type { CommandFacts } from '../command-facts'
import { repeatLastTags } from '../tag-keys'
import { type CommandPorts, defineCommands } from './command'

const onSelection = ({ document, readOnly, selection }: CommandFacts): boolean => document && !readOnly && selection
const onActive = ({ document, readOnly, active }: CommandFacts): boolean => document && !readOnly && active
const onClaim = (facts: CommandFacts): boolean => onActive(facts) && facts.activeClaim
const onBoth = (facts: CommandFacts): boolean => onActive(facts) && facts.selection

/** Commands that mark a selection and change the ends of a mark. */
export const markCommands = defineCommands([
  {
    id: 'mark-quote',
    title: 'Mark as quote',
    group: 'mark',
    keys: ['Q'],
    where: 'text',
    enabled: onSelection,
    run: ports => void ports.marks.mark('quote'),
  },
  {
    id: 'mark-claim',
    title: 'Mark as claim',
    group: 'mark',
    keys: ['C'],
    where: 'text',
    enabled: onSelection,
    run: ports => void ports.marks.mark('claim'),
  },
  {
    id: 'mark-note',
    title: 'Mark as note',
    group: 'mark',
    keys: ['N'],
    where: 'text',
    enabled: onSelection,
    run: markNote,
  },
  {
    id: 'add-to-annotation',
    title: 'Add selection to annotation',
    words: 'segment piece',
    group: 'mark',
    keys: ['A'],
    where: 'text',
    enabled: onBoth,
    run: ports => void ports.marks.addSelection('content'),
  },
  {
    id: 'set-source',
    title: 'Set source from selection',
    group: 'mark',
    keys: ['W'],
    where: 'text',
    enabled: onBoth,
    run: ports => void ports.marks.addSelection('source'),
  },
  {
    id: 'set-cue',
    title: 'Set cue from selection',
    group: 'mark',
    keys: ['U'],
    where: 'text',
    enabled: onBoth,
    run: ports => void ports.marks.addSelection('cue'),
  },
  {
    id: 'take-offered',
    title: 'Take what the text says of it: source, cue, speakers, figures, claimant',
    menu: 'Take what the text says of it',
    words: 'offer attribution read',
    group: 'mark',
    keys: ['Shift+W'],
    where: 'text',
    enabled: onActive,
    run: ports => ports.reading.takeForActive(),
  },
  {
    id: 'speaker-from-selection',
    title: 'Make the selected name a speaker',
    group: 'mark',
    keys: ['Shift+S'],
    where: 'text',
    enabled: onBoth,
    run: ports => ports.marks.speakerFromSelection(),
  },
  {
    id: 'shrink-end',
    title: 'Shrink the end by a word',
    pair: { title: 'Shrink, grow the end by a word', with: 'grow-end' },
    group: 'mark',
    keys: ['[', 'Alt+ARROWLEFT'],
    where: 'text',
    enabled: onActive,
    run: ports => ports.marks.resize('end', -1),
  },
  {
    id: 'grow-end',
    title: 'Grow the end by a word',
    group: 'mark',
    keys: [']', 'Alt+ARROWRIGHT'],
    where: 'text',
    enabled: onActive,
    run: ports => ports.marks.resize('end', 1),
  },
  {
    id: 'grow-start',
    title: 'Grow the start by a word',
    pair: { title: 'Grow, shrink the start by a word', with: 'shrink-start' },
    group: 'mark',
    keys: ['{', 'Alt+Shift+ARROWLEFT'],
    where: 'text',
    enabled: onActive,
    run: ports => ports.marks.resize('start', -1),
  },
  {
    id: 'shrink-start',
    title: 'Shrink the start by a word',
    group: 'mark',
    keys: ['}', 'Alt+Shift+ARROWRIGHT'],
    where: 'text',
    enabled: onActive,
    run: ports => ports.marks.resize('start', 1),
  },
])

/** Commands about the active annotation. */
export const annotationCommands = defineCommands([
  {
    id: 'go-speakers',
    title: 'Go to its speakers',
    words: 'claimant who',
    group: 'annotation',
    keys: ['S'],
    where: 'text',
    enabled: ({ anyActive }) => anyActive,
    run: ports => goToField(ports, 'speakers'),
  },
  {
    id: 'go-claim-type',
    title: 'Go to the type of the claim',
    menu: 'Claim type',
    group: 'annotation',
    keys: ['Shift+C'],
    where: 'text',
    enabled: onClaim,
    run: ports => goToField(ports, 'claim-type'),
  },
  {
    id: 'go-figures',
    title: 'Go to the figures of the claim',
    menu: 'Figures',
    words: 'numbers',
    group: 'annotation',
    keys: ['F'],
    where: 'text',
    enabled: onClaim,
    run: ports => goToField(ports, 'figures'),
  },
  {
    id: 'go-statement',
    title: 'Say the claim in plain words',
    menu: 'In plain words',
    words: 'statement',
    group: 'annotation',
    keys: ['P'],
    where: 'text',
    enabled: onClaim,
    run: ports => goToField(ports, 'statement'),
  },
  {
    id: 'add-tag',
    title: 'Tag the annotation',
    menu: 'Tag',
    group: 'annotation',
    keys: ['T'],
    where: 'text',
    enabled: onActive,
    run: ports => goToField(ports, 'tags'),
  },
  {
    id: 'repeat-tags',
    title: 'Repeat last tags',
    words: 'same again',
    group: 'annotation',
    keys: ['Shift+T'],
    where: 'text',
    enabled: onActive,
    run: repeatLastTags,
  },
  {
    id: 'edit-note',
    title: 'Edit its note',
    menu: 'Edit note',
    words: 'comment',
    group: 'annotation',
    keys: ['E'],
    where: 'text',
    enabled: onActive,
    run: ports => goToField(ports, 'note'),
  },
  {
    id: 'go-inspector',
    title: 'Go to the inspector',
    group: 'annotation',
    keys: ['ENTER'],
    where: 'text',
    enabled: ({ anyActive }) => anyActive,
    run: ports => goToField(ports, 'kind'),
  },
  {
    id: 'submit',
    title: 'Submit the annotation',
    menu: 'Submit',
    group: 'annotation',
    keys: ['Ctrl+ENTER'],
    where: 'window',
    enabled: onActive,
    run: ({ store, fields }) => {
      const { active } = store.get()
      if (active !== null) fields.setStatus(active, 'submitted')
    },
  },
  {
    id: 'delete-annotation',
    title: 'Delete annotation',
    words: 'remove',
    group: 'annotation',
    keys: ['DELETE'],
    where: 'text',
    enabled: onActive,
    run: ports => {
      ports.marks.remove()
      ports.focusText()
    },
  },
  {
    id: 'leave-annotation',
    title: 'Leave the annotation',
    group: 'annotation',
    keys: ['ESCAPE'],
    where: 'text',
    enabled: ({ anyActive, selection }) => anyActive || selection,
    run: leave,
  },
])

/** Marks a note and goes on to its words, unless the person wants to stay in the text: what is typed next would be commands. */
function markNote(ports: CommandPorts): void {
  const { preferences } = ports.store.get().info ?? {}
  if (ports.marks.mark('note') !== undefined && preferences?.noteAfterMark !== false) goToField(ports, 'note')
}

/** Lets go of the annotation and of the selected text; the caret stays where the selection ended. */
function leave({ marks, store, text }: CommandPorts): void {
  marks.activate(null)
  if (store.get().selection === null) return
  const caret = text.caret()
  text.select({ start: caret, end: caret })
}

function goToField({ store, panes }: CommandPorts, name: NonNullable<AppState['focusField']>['name']): void {
  if (store.get().active === null) return
  panes.showInspector()
  store.set(state => ({ ...state, focusField: { name } }))
}
