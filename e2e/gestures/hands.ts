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

export const words = [
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
export const tagNames = ['size', 'Size', 'a', 'threat', '港', 'x y']

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

export async function pressControl(place: Place, area: keyof typeof areas, wanted?: string): Promise<string> {
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

export async function clickInText(place: Place): Promise<string> {
  const points = await pointsInText(place)
  if (points === undefined) return 'no text to click in'
  const clickCount = place.chance.between(1, 3)
  await place.running.page.mouse.click(points[0].x, points[0].y, { clickCount })
  return `click ${clickCount} times`
}

export async function keys({ running, chance }: Place, list: readonly string[], times = 1): Promise<string> {
  const key = chance.of(list)
  for (let n = 0; n < times; n += 1) await running.page.keyboard.press(key)
  return times === 1 ? key : `${key} × ${times}`
}

/** Types into a field of an area, and leaves it in one way or another. */
export async function typeIn(place: Place, area: keyof typeof areas, typed: readonly string[]): Promise<string> {
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
export async function focusOn({ running }: Place, selector: string): Promise<void> {
  await running.page.evaluate(wanted => document.querySelector<HTMLElement>(wanted)?.focus(), selector)
}

export const toText = (place: Place) => focusOn(place, areas.text)

export async function select(place: Place): Promise<string> {
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

export async function changeTree(place: Place): Promise<string> {
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

export async function resizeWindow({ running, chance }: Place): Promise<string> {
  const size = { width: chance.between(960, 1600), height: chance.between(600, 1000) }
  await running.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(width, height)
  }, size)
  return `${size.width} × ${size.height}`
}

/** Brings another text in, as if it had been chosen in the dialog of the system. */
export async function importText({ running, chance, folder }: Place): Promise<string> {
  const n = chance.below(1_000_000)
  const file = join(folder, `${n}.txt`)
  await writeFile(file, randomText(chance, n))
  await answerDialogs(running.app, [file])
  await running.page.keyboard.press('Control+o')
  // The keys that come next must not find the dialog with this file once more.
  await running.page.evaluate(() => new Promise(done => setTimeout(done, 0)))
  return `import ${n}`
}
