import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { caseInputs, noteInput, readIn, readInput, written } from './sample-input'

const schema = new URL('../../../docs/schemas/pressmark-annotations-exchange.schema.json', import.meta.url)
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { 'date-time': true } })
const isExchange = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))

describe('the JSON Schema of the exchange format', () => {
  it('takes what is read', () => {
    expect(isExchange(caseInputs), JSON.stringify(isExchange.errors)).toBe(true)
  })

  it('takes what is written', () => {
    const list: unknown = JSON.parse(JSON.stringify(written(readIn(caseInputs))))
    expect(isExchange(list), JSON.stringify(isExchange.errors)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['no list', noteInput],
    ['no kind', [{ target: noteInput.target }]],
    ['no target', [{ ...noteInput, target: [] }]],
    ['a target without an end', [{ ...noteInput, target: [{ start: 3 }] }]],
    ['a broken offset', [{ ...noteInput, target: [{ start: 3.5, end: 7 }] }]],
    ['an unknown kind', [{ ...noteInput, kind: 'remark' }]],
    ['an unknown status', [{ ...noteInput, status: 'finished' }]],
    ['an id that is none', [{ ...noteInput, id: 'a/b' }]],
    ['tags that are no list', [{ ...noteInput, tags: 'a' }]],
    ['a content part', [{ ...noteInput, parts: [{ part: 'content', start: 0, end: 4 }] }]],
    ['a quote of a note', [{ ...noteInput, quote: { type: 'direct' } }]],
    ['a claim of a quote', [{ ...noteInput, kind: 'quote', claim: { statement: 'x' } }]],
    ['a speaker without a name', [{ ...noteInput, kind: 'quote', quote: { speakers: [{ speaker: 'Ada' }] } }]],
    ['a figure without words', [{ ...noteInput, kind: 'claim', claim: { figures: [{ value: 1 }] } }]],
    [
      'a value with an exponent',
      [{ ...noteInput, kind: 'claim', claim: { figures: [{ asWritten: '', value: '1e3' }] } }],
    ],
  ])('and the reader refuse %s', (_name, input) => {
    expect(isExchange(input)).toBe(false)
    expect(readInput(input).ok).toBe(false)
  })
})
