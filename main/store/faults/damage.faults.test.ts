import { expect, test } from 'vitest'
import { chanceFrom } from './testing/chance'
import { cuts, damageByChance, flips } from './testing/damage'
import { openDamaged, tallied, workspaceOf } from './testing/damaged-workspace'
import { seed, thorough } from './testing/effort'

/** Of the bits of the small file every so many-th is turned over. */
const step = thorough ? 1 : 29
const chances = thorough ? 10_000 : 60
const annotations = 200

test('a small file cut at every byte, and bits turned over: as it was, or told', async () => {
  const workspace = await workspaceOf(2)
  const { bytes } = workspace
  const cutAnywhere = await tallied(cuts(bytes), damage => openDamaged(workspace, damage))
  const flipped = await tallied(flips(bytes, step), damage => openDamaged(workspace, damage))
  console.log(`a file of ${bytes.length} bytes cut at each: ${toldWords(cutAnywhere.words)}`)
  console.log(`bits turned over, each ${step}-th: ${toldWords(flipped.words)}`)
  expect([cutAnywhere.wrong, flipped.wrong]).toEqual([[], []])
})

test(`${chances} damages by chance of a file of ${annotations} annotations: as it was, or told`, async () => {
  const workspace = await workspaceOf(annotations)
  const chance = chanceFrom(seed)
  const damages = (function* () {
    for (let n = 0; n < chances; n += 1) yield damageByChance(workspace.bytes, chance)
  })()
  const { words, wrong } = await tallied(damages, damage => openDamaged(workspace, damage))
  console.log(`a file of ${workspace.bytes.length} bytes damaged by chance: ${toldWords(words)}`)
  expect(wrong).toEqual([])
})

function toldWords(words: { readonly [word: string]: number }): string {
  return Object.entries(words)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')
}
