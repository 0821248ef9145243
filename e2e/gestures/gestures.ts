import {
  changeTree,
  clickInText,
  focusOn,
  importText,
  keys,
  type Place,
  pressControl,
  resizeWindow,
  select,
  tagNames,
  toText,
  typeIn,
  words,
} from './hands'

/** One thing that a hand does, in real input events as far as there are any for it. */
export interface Gesture {
  readonly name: string
  readonly weight: number
  /** Where it makes sense; it is made elsewhere too, though seldom. */
  readonly where: 'text' | 'table' | 'codebook' | 'speakers' | 'anywhere'
  /** What was done, in a few words. */
  do(place: Place): Promise<string>
}

const everyKey = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789?/[]{} ',
  ...[
    'Escape',
    'Escape',
    'Escape',
    'Enter',
    'Tab',
    'Shift+Tab',
    'Backspace',
    'Delete',
    'Home',
    'End',
    'F2',
    'F6',
    'F10',
  ],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Shift+F6', 'Shift+F10', 'ContextMenu'],
  ...'abcdefghijklmnpqrstuvwxyz0123456789'.split('').map(letter => `Control+${letter}`),
  ...'abcdefghijklmnopqrstuvwxyz'.split('').map(letter => `Shift+${letter}`),
  ...[
    'Control+Shift+k',
    'Control+Shift+s',
    'Control+Shift+f',
    'Control+Shift+z',
    'Control+,',
    'Control+\\',
    'Control+b',
  ],
  ...[
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    'Alt+ArrowUp',
    'Alt+ArrowDown',
    'Control+Home',
    'Control+End',
    'Control+Enter',
  ],
]

/** Everything that is done, how often, and where. */
export const gestures: readonly Gesture[] = [
  {
    name: 'select and mark',
    weight: 14,
    where: 'text',
    do: async place => `${await select(place)}, ${await keys(place, ['q', 'c', 'n'])}`,
  },
  { name: 'select', weight: 4, where: 'text', do: select },
  { name: 'click in the text', weight: 4, where: 'text', do: clickInText },
  {
    name: 'select a part',
    weight: 5,
    where: 'text',
    do: async place => `${await select(place)}, ${await keys(place, ['a', 'a', 'w', 'u', 'Shift+S', 'Shift+W'])}`,
  },
  {
    name: 'resize',
    weight: 5,
    where: 'text',
    do: async place => {
      await toText(place)
      return keys(place, ['[', ']', '{', '}', 'Alt+ArrowLeft', 'Alt+Shift+ArrowRight'], place.chance.between(1, 4))
    },
  },
  {
    name: 'go to annotations',
    weight: 5,
    where: 'text',
    do: async place => {
      await toText(place)
      return keys(place, ['j', 'k', 'o', 'Enter', 'Control+ArrowDown', 'Control+ArrowUp'], place.chance.between(1, 3))
    },
  },
  {
    name: 'delete the annotation',
    weight: 2,
    where: 'text',
    do: async place => {
      await toText(place)
      return keys(place, ['Delete'])
    },
  },
  {
    name: 'tag',
    weight: 4,
    where: 'text',
    do: async place => {
      await toText(place)
      const { keyboard } = place.running.page
      if (place.chance.once(3)) return keys(place, ['1', '2', '3', 'Shift+T'])
      const how = await keys(place, ['t', 's', 'e'])
      const text = place.chance.of(words)
      await keyboard.type(text.slice(0, 20))
      return `${how} ${text.slice(0, 20)} ${await keys(place, ['Enter', 'Tab', 'Escape', 'F6'])}`
    },
  },
  {
    name: 'write over the text',
    weight: 1,
    where: 'text',
    do: async place => {
      await toText(place)
      await place.running.page.keyboard.insertText(place.chance.of(words))
      return keys(place, ['Backspace', 'Delete', 'Enter', 'Control+x', 'Control+v', 'Control+Backspace'])
    },
  },
  { name: 'press in the inspector', weight: 8, where: 'text', do: place => pressControl(place, 'inspector') },
  { name: 'type in the inspector', weight: 7, where: 'text', do: place => typeIn(place, 'inspector', words) },
  { name: 'press in the library', weight: 4, where: 'text', do: place => pressControl(place, 'library') },
  {
    name: 'another document',
    weight: 4,
    where: 'text',
    do: place => keys(place, ['Alt+PageDown', 'Alt+PageUp'], place.chance.between(1, 3)),
  },
  {
    name: 'undo or redo',
    weight: 8,
    where: 'anywhere',
    do: place => keys(place, ['Control+z', 'Control+z', 'Control+y', 'Control+Shift+z'], place.chance.between(1, 4)),
  },
  { name: 'filter', weight: 8, where: 'table', do: place => pressControl(place, 'filters', 'label, button') },
  { name: 'press in the table', weight: 5, where: 'table', do: place => pressControl(place, 'table') },
  {
    name: 'find in excerpts',
    weight: 3,
    where: 'table',
    do: place => typeIn(place, 'table', ['port', 'th', '港', 'said 12', 'zzz', '']),
  },
  {
    name: 'select rows',
    weight: 5,
    where: 'table',
    do: async place => {
      await focusOn(place, '[role=grid]')
      return keys(
        place,
        ['x', 'Space', 'Control+a', 'Shift+ArrowDown', 'ArrowDown', 'End', 'Home'],
        place.chance.between(1, 3),
      )
    },
  },
  {
    name: 'tag rows',
    weight: 4,
    where: 'table',
    do: async place => {
      await focusOn(place, '[role=grid]')
      await place.running.page.keyboard.press('t')
      await place.running.page.keyboard.type(place.chance.of(tagNames))
      return keys(place, ['Enter', 'Enter', 'Escape'])
    },
  },
  { name: 'open a row', weight: 2, where: 'table', do: place => keys(place, ['Enter']) },
  { name: 'change the tree', weight: 14, where: 'codebook', do: changeTree },
  { name: 'name a tag', weight: 5, where: 'codebook', do: place => typeIn(place, 'dialog', tagNames) },
  { name: 'press in the codebook', weight: 8, where: 'codebook', do: place => pressControl(place, 'dialog') },
  { name: 'name a speaker', weight: 5, where: 'speakers', do: place => typeIn(place, 'dialog', words) },
  { name: 'press in the speakers', weight: 12, where: 'speakers', do: place => pressControl(place, 'dialog') },
  {
    name: 'views and dialogs',
    weight: 5,
    where: 'anywhere',
    do: place =>
      keys(place, [
        'Control+1',
        'Control+2',
        'Control+1',
        'Control+2',
        'Control+Shift+K',
        'Control+Shift+S',
        'Control+k',
        'Control+,',
      ]),
  },
  { name: 'leave', weight: 5, where: 'anywhere', do: place => keys(place, ['Escape'], place.chance.between(1, 2)) },
  { name: 'any key', weight: 10, where: 'anywhere', do: place => keys(place, everyKey) },
  { name: 'press anything', weight: 4, where: 'anywhere', do: place => pressControl(place, 'window') },
  { name: 'press in a dialog', weight: 4, where: 'anywhere', do: place => pressControl(place, 'dialog') },
  {
    name: 'palette',
    weight: 3,
    where: 'anywhere',
    do: async place => {
      const { keyboard } = place.running.page
      await keyboard.press('Control+k')
      await keyboard.type(
        place.chance.of(['¶3', '/port', 'tag', 'light', 'dark', 'release', 'size', 'undo', 'wider', '>']),
      )
      return `palette ${await keys(place, ['Enter', 'Enter', 'Escape', 'ArrowDown'])}`
    },
  },
  {
    name: 'look',
    weight: 3,
    where: 'anywhere',
    do: place => keys(place, ['Control++', 'Control+-', 'Control+0', 'Control+b', 'Control+\\', 'F6', 'Shift+F6']),
  },
  {
    name: 'scroll',
    weight: 3,
    where: 'anywhere',
    do: async ({ running, chance }) => {
      const by = chance.between(-2000, 2000)
      await running.page.mouse.wheel(0, by)
      return `scroll by ${by}`
    },
  },
  { name: 'resize the window', weight: 1, where: 'anywhere', do: resizeWindow },
  { name: 'import', weight: 0.3, where: 'text', do: importText },
]
