import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyScope } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import { coded } from '../testing/coded'
import { measureAgreement, reportMeasure } from './agreement'
import type { Study } from './study'

const text = 'Ann said: “We won.”\n\nThen it rained, and all went home.'
const quote = { kind: 'quote', voices: ['s1'], source: [[0, 3]] } as const

/** The example that docs/agreement.md works through. */
const study: Study = {
  annotators: 2,
  documents: [
    {
      id: 'd',
      revision: 'r',
      text,
      blocks: [
        { start: 0, end: 19 },
        { start: 21, end: 55 },
      ],
      codings: [
        {
          annotations: [
            coded('a1', [[10, 19]], { ...quote, cue: [[4, 8]], tags: ['Sport'] }),
            coded('a2', [[21, 35]], { kind: 'note' }),
            coded('a3', [[41, 54]], { kind: 'claim' }),
          ],
          leftOut: [],
        },
        {
          annotations: [
            coded('b1', [[11, 18]], quote),
            coded('b2', [[21, 35]], { kind: 'claim' }),
            coded('b3', [[45, 49]], { kind: 'claim' }),
          ],
          leftOut: [],
        },
      ],
    },
  ],
}

test('the worked examples of the documentation are what is computed', () => {
  const layers = measureAgreement(study, readRegister(emptyScope))
  const doc = readFileSync(new URL('../../docs/agreement.md', import.meta.url), 'utf8')
  // A row of an example: | `measure` | `layer` | calculation | value |
  const rows = [...doc.matchAll(/^\| `(\w+)` \| `([^`]+)` \| .+ \| (\S+) \|$/gm)]
  const documented = new Set<string>()
  for (const [, id = '', layer, value] of rows) {
    const measure = layers.find(one => one.layer === layer)?.measures.find(one => one.id === id)
    if (measure === undefined) throw new Error(`no ${id} in ${layer}`)
    const report = reportMeasure(measure, [1])
    expect([id, layer, report.value?.toFixed(3) ?? report.reason]).toEqual([id, layer, value])
    documented.add(id)
  }
  expect([...documented].sort()).toEqual(
    [...new Set(layers.flatMap(({ measures }) => measures.map(({ id }) => id)))].sort(),
  )
})
