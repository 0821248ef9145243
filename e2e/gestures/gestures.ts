import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, type RunningApp } from '../pages/launch'
import type { Chance } from './chance'
import { randomText } from './random-texts'

/** Where gestures are made. */
export interface Place {
  readonly running: RunningApp
  readonly chance: Chance
  /** Where texts to import are put. */
  readonly folder: string
}

/** One thing that a hand does, in real input events as far as there are any for it. */
export interface Gesture {
  readonly name: string
  readonly weight: number
  /** Where it makes sense; it is made elsewhere too, though seldom. */
  readonly where: 'text' | 'table' | 'codebook' | 'speakers' | 'anywhere'
  /** What was done, in a few words. */
  do(place: Place): Promise<string>
}

const words = [
  'size',
  'a/b',
  'security/threat',
  'Ms Orr',
  'אמרה',
  '港',
  '👍🏽',
  'é',
  ' ',
  'x'.repeat(300),
  '12%',
  '<b>',
  '',
]
const tagNames = ['size', 'Size', 'a', 'threat', '港', 'x y']

/** The part of the window that a gesture is aimed at, where it is to be seen. */
const areas = {
  text: '[role=textbox][aria-label="Document text"]',
  inspector: 'aside[aria-label=Inspector]',
  library: 'nav[aria-label=Library]',
  filters: 'aside[aria-label=Filters]',
  table: 'main',
  dialog: '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]',
  window: 'body',
} as const

const controls =
  'button, a[href], input, textarea, select, [role=option], [role=menuitem], [role=menuitemcheckbox], ' +
  '[role=menuitemradio], [role=treeitem], [role=row], [role=columnheader], [role=tab], [role=separator], label'

/** The middle of some control in an area, and what it is called; `undefined` where none is to be seen. */
async function control({ running, chance }: Place, area: keyof typeof areas, wanted = controls) {
  return running.page.evaluate(
    ({ inside, wanted, draw }) => {
      const seen = [...document.querySelectorAll(inside)]
        .flatMap(part => [...part.querySelectorAll<HTMLElement>(wanted)])
        .map(element => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)
      const found = seen[Math.floor(draw * seen.length)]
      if (found === undefined) return undefined
      const { element, box } = found
      const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, name: name.trim().slice(0, 40) }
    },
    { inside: areas[area], wanted, draw: chance.below(1_000_000) / 1_000_000 },
  )
}

async function pressControl(place: Place, area: keyof typeof areas, wanted?: string): Promise<string> {
  const found = await control(place, area, wanted)
  if (found === undefined) return `nothing to press in ${area}`
  await place.running.page.mouse.click(found.x, found.y, { button: place.chance.once(15) ? 'right' : 'left' })
  return `press ${found.name}`
}

/** Two points in the part of the text that is to be seen. */
async function pointsInText({ running, chance }: Place) {
  const box = await running.page.evaluate(selector => {
    const text = document.querySelector(selector)?.getBoundingClientRect()
    if (text === undefined || text.width === 0) return undefined
    const top = Math.max(text.top, 90)
    return { x: text.x, y: top, width: text.width, height: Math.min(text.bottom, innerHeight - 40) - top }
  }, areas.text)
  if (box === undefined || box.height <= 0) return undefined
  const at = () => ({ x: box.x + chance.below(Math.ceil(box.width)), y: box.y + chance.below(Math.ceil(box.height)) })
  return [at(), at()] as const
}

async function drag(place: Place): Promise<string> {
  const points = await pointsInText(place)
  if (points === undefined) return 'no text to drag in'
  const { mouse } = place.running.page
  const [from, to] = points
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 3 })
  await mouse.up()
  return `drag ${from.x},${from.y} to ${to.x},${to.y}`
}

async function clickInText(place: Place): Promise<string> {
  const points = await pointsInText(place)
  if (points === undefined) return 'no text to click in'
  const clickCount = place.chance.between(1, 3)
  await place.running.page.mouse.click(points[0].x, points[0].y, { clickCount })
  return `click ${clickCount} times`
}

async function keys({ running, chance }: Place, list: readonly string[], times = 1): Promise<string> {
  const key = chance.of(list)
  for (let n = 0; n < times; n += 1) await running.page.keyboard.press(key)
  return times === 1 ? key : `${key} × ${times}`
}

/** Types into a field of an area, and leaves it in one way or another. */
async function typeIn(place: Place, area: keyof typeof areas, typed: readonly string[]): Promise<string> {
  const pressed = await pressControl(place, area, 'input:not([type=radio]):not([type=checkbox]), textarea')
  const { keyboard } = place.running.page
  const text = place.chance.of(typed)
  if (place.chance.once(3)) await keyboard.press('Control+a')
  if (text.length > 20) await keyboard.insertText(text)
  else await keyboard.type(text)
  const end = place.chance.of(['Enter', 'Enter', 'Tab', 'Escape', 'Control+Enter', 'Shift+Enter', ''])
  if (end !== '') await keyboard.press(end)
  return `${pressed}, type ${JSON.stringify(text.slice(0, 12))} ${end}`
}

/** Puts the focus where Tab or a press would, if it is there. */
async function focusOn({ running }: Place, selector: string): Promise<void> {
  await running.page.evaluate(wanted => document.querySelector<HTMLElement>(wanted)?.focus(), selector)
}

const toText = (place: Place) => focusOn(place, areas.text)

async function select(place: Place): Promise<string> {
  if (place.chance.once(2)) return drag(place)
  await toText(place)
  const far = [
    'Shift+ArrowRight',
    'Shift+ArrowLeft',
    'Shift+ArrowDown',
    'Control+Shift+ArrowRight',
    'Control+Shift+ArrowLeft',
  ]
  const near = ['Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+Shift+ArrowDown', 'Control+a', 'Shift+End', 'Shift+Home']
  return place.chance.once(2) ? keys(place, far, place.chance.between(1, 9)) : keys(place, near)
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

async function changeTree(place: Place): Promise<string> {
  const row = await pressControl(place, 'dialog', '[role=treeitem]')
  const moves = [
    'Alt+ArrowUp',
    'Alt+ArrowDown',
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    'Delete',
    'F2',
    'ArrowLeft',
    'ArrowRight',
  ]
  return `${row}, ${await keys(place, moves)}`
}

async function resizeWindow({ running, chance }: Place): Promise<string> {
  const size = { width: chance.between(960, 1600), height: chance.between(600, 1000) }
  await running.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(width, height)
  }, size)
  return `${size.width} × ${size.height}`
}

/** Brings another text in, as if it had been chosen in the dialog of the system. */
async function importText({ running, chance, folder }: Place): Promise<string> {
  const n = chance.below(1_000_000)
  const file = join(folder, `${n}.txt`)
  await writeFile(file, randomText(chance, n))
  await answerDialogs(running.app, [file])
  await running.page.keyboard.press('Control+o')
  // The keys that come next must not find the dialog with this file once more.
  await running.page.evaluate(() => new Promise(done => setTimeout(done, 0)))
  return `import ${n}`
}
