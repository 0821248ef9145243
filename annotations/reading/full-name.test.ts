import { expect, test } from 'vitest'
import { fullNameIn } from './full-name'

test.each([
  ['Congressman Ro Khanna and Mark Pocan spoke. “No,” said Rep. Khanna.', 'Khanna', 'Ro Khanna'],
  ['Today Rep. Mark Pocan (WI-02) spoke. But Pocan left.', 'Pocan', 'Mark Pocan'],
  ['Jane M. Doe spoke; Doe’s bill passed.', 'Doe', 'Jane M. Doe'],
  ['Jane Doe met John Doe. Doe left.', 'Doe', 'Doe'],
  ['Senator Doe said so. When Doe left, President Doe came.', 'Doe', 'Doe'],
  ['The Ann Doe-Marsh fund. Doe left.', 'Doe', 'Doe'],
  ['KHANNA, POCAN INTRODUCE BILL. Khanna left.', 'Khanna', 'Khanna'],
  ['Jane Doe left.', 'Jane Doe', 'Jane Doe'],
  ['the council of Jane Council', 'council', 'council'],
])('in “%s” %s is %s', (text, name, full) => {
  expect(fullNameIn(text, name)).toBe(full)
})
