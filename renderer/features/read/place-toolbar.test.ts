import { expect, test } from 'vitest'
import { placeToolbar } from './place-toolbar'

const pane = { left: 300, top: 100, right: 900, bottom: 700 }
const size = { width: 400, height: 38 }

test.each([
  ['below the selection', { left: 350, top: 200, right: 500, bottom: 230 }, { left: 350, top: 240 }],
  ['above where there is no room below', { left: 350, top: 640, right: 500, bottom: 670 }, { left: 350, top: 592 }],
  ['inside the pane at its right edge', { left: 880, top: 200, right: 890, bottom: 230 }, { left: 492, top: 240 }],
  [
    'at the bottom when the selection fills the pane',
    { left: 310, top: 50, right: 890, bottom: 900 },
    { left: 310, top: 654 },
  ],
  [
    'at the top edge when the selection is scrolled away above',
    { left: 310, top: 0, right: 400, bottom: 40 },
    { left: 310, top: 108 },
  ],
])('the toolbar stands %s', (_where, selection, place) => {
  expect(placeToolbar(selection, size, pane)).toEqual(place)
})
