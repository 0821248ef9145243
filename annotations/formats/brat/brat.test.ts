import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../model/json'
import { TextAlignment } from './align-texts'
import { type BratMap, readBratMap } from './brat-map'
import { parseBrat } from './parse-brat'
import { readBrat } from './read'

const canonical = '“We won,” she said.\n\nBy 12 % 🙂 or so.'
const mapJson: Json = {
  types: {
    Quotation: { kind: 'quote', quoteType: 'direct', tags: ['Speech/Direct'] },
    Figure: { kind: 'claim', claimType: 'quantity' },
    Speaker: { part: 'source', speaker: 'as-written' },
    Verb: { part: 'cue' },
    Comment: null,
  },
  attributes: { Tone: { Harsh: { tags: ['Tone/Harsh'] } }, Indirect: { '': { quoteType: 'indirect' } } },
}

function mapOf(json: Json): BratMap {
  const map = readBratMap(json)
  if (!map.ok) throw new Error(JSON.stringify(map.error))
  return map.value
}

const map = mapOf(mapJson)
const read = (content: string, more: { text?: string; map?: BratMap } = { map }) =>
  readBrat({ content, canonical, ...more })
const entriesOf = (content: string, more?: { text?: string; map?: BratMap }) => {
  const found = read(content, more)
  return found.ok ? found.value.entries : expect.fail(JSON.stringify(found.error))
}
const problemOf = (content: string, more?: { text?: string; map?: BratMap }) => {
  const found = read(content, more)
  return found.ok ? undefined : found.error
}

describe('standoff is read as annotations', () => {
  test('a quote with its source, cue, attribute and note, joined by relations', () => {
    const content = [
      'T1\tQuotation 0 9\t“We won,”',
      'T2\tSpeaker 10 13\tshe',
      'T3\tVerb 14 18\tsaid',
      'R1\tSays Arg1:T3 Arg2:T1',
      'R2\tBy Arg1:T3 Arg2:T2',
      'A1\tTone T1 Harsh',
      'A2\tIndirect T1',
      '#1\tAnnotatorNotes T1\tseen twice',
      '',
    ].join('\n')
    expect(entriesOf(content)).toEqual([
      {
        kind: 'quote',
        target: [{ start: 0, end: 9 }],
        tags: ['Speech/Direct', 'Tone/Harsh'],
        note: 'seen twice',
        parts: [
          { part: 'source', start: 10, end: 13 },
          { part: 'cue', start: 14, end: 18 },
        ],
        quote: { type: 'indirect', speakers: [{ name: 'she', speaker: null }] },
      },
    ])
  })

  test('an event joins its trigger with its arguments; ids of events stand for their triggers', () => {
    const content =
      'T1\tQuotation 0 9\t“We won,”\nT2\tSpeaker 10 13\tshe\nT3\tVerb 14 18\tsaid\nE1\tVerb:T3 What:T1 Who:T2\nA1\tTone E1 Harsh'
    expect(entriesOf(content)).toMatchObject([
      { kind: 'quote', parts: [{ part: 'source' }, { part: 'cue' }], tags: ['Speech/Direct'] },
    ])
  })

  test('pieces, and offsets that count an emoji once', () => {
    expect(entriesOf('T1\tFigure 24 28;31 33\t12 % or\n', { map })).toMatchObject([
      {
        kind: 'claim',
        target: [
          { start: 24, end: 28 },
          { start: 32, end: 34 },
        ],
        claim: { type: 'quantity' },
      },
    ])
  })

  test('without a map every span is a note with its type as a tag', () => {
    expect(entriesOf('T1\tPerson/Any 10 13\tshe', {})).toMatchObject([{ kind: 'note', tags: ['Person\\/Any'] }])
  })

  test('what is left out is counted', () => {
    const content =
      'T1\tComment 10 13\tshe\nT2\tSpeaker 10 13\tshe\nT3\tFigure 24 28\t12 %\nA1\tMood T3 Sad\nN1\tReference T1 W:1\tx\n*\tEquiv T1 T2'
    const found = read(content)
    expect(found).toMatchObject({ ok: true, value: { leftOut: { spans: 1, parts: 1, attributes: 1, others: 2 } } })
  })
})

describe('the text file that the offsets count in', () => {
  const file = ' date 2018-05-01 “We won,”\nshe  said.\r\n\r\n\r\nBy 12 % 🙂 or so.\n'

  test('may have other white space and more at its ends', () => {
    const start = [...file.slice(0, file.indexOf('she'))].length
    const content = `T1\tFigure ${start} ${start + 9}\tshe  said\n`
    expect(entriesOf(content, { text: file, map })).toMatchObject([{ target: [{ start: 10, end: 18 }] }])
  })

  test('every range of the file with a sign leads to the same signs', () => {
    const alignment = TextAlignment.of(file, canonical) ?? expect.fail('not aligned')
    const points = [...file]
    const bare = (text: string) => text.replace(/\s/gu, '')
    fc.assert(
      fc.property(fc.nat(points.length), fc.nat(points.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const words = bare(points.slice(Math.max(start, 17), end).join(''))
        const range = alignment.rangeOf(start, end)
        if (start < 17) return
        expect(range === undefined ? '' : bare(canonical.slice(range.start, range.end))).toBe(words)
      }),
    )
  })

  test('of another document is refused', () => {
    expect(problemOf('', { text: 'Something else.', map })).toEqual({ code: 'brat-text-differs' })
  })
})

describe('what is wrong is named by its line, and nothing is read', () => {
  const wrong: readonly (readonly [what: string, content: string, code: string])[] = [
    ['no sort', 'X1\tFigure 0 1\t“', 'wrong-brat'],
    ['no offsets', 'T1\tFigure\t“', 'wrong-brat'],
    ['an end before its start', 'T1\tFigure 5 2\t“', 'wrong-brat'],
    ['an id twice', 'T1\tFigure 0 1\t“\nT1\tFigure 0 1\t“', 'wrong-brat'],
    ['a relation to nothing', 'R1\tSays Arg1:T1 Arg2:T2', 'wrong-brat'],
    ['an attribute of nothing', 'A1\tTone T9 Harsh', 'wrong-brat'],
    ['other words', 'T1\tFigure 10 13\the', 'brat-differs'],
    ['a range after the text', 'T1\tFigure 10 900\tshe', 'brat-differs'],
    ['a type without a map', 'T1\tRumour 10 13\tshe', 'unmapped-type'],
  ]
  test.each(wrong)('%s', (_, content, code) => {
    expect(problemOf(content)).toMatchObject({ code, facts: { line: content.split('\n').length } })
  })

  test('any text at all is read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('T1', 'R1', '\t', ' ', '\n', '0', '3', ';', 'E1', ':', 'A1', '#1', 'Figure')),
        parts => {
          expect(parseBrat(parts.join(''))).toHaveProperty('ok')
        },
      ),
    )
  })
})

describe('the map', () => {
  const file = new URL('../../../docs/schemas/pressmark-brat-map.schema.json', import.meta.url)
  const isMap = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')) as object,
  )
  const maps: readonly (readonly [what: string, map: Json, good: boolean])[] = [
    ['the example', mapJson, true],
    ['nothing mapped', { types: {} }, true],
    ['no types', {}, false],
    ['a list', [], false],
    ['another member', { types: {}, relations: {} }, false],
    ['an unknown kind', { types: { A: { kind: 'rumour' } } }, false],
    ['an unknown part', { types: { A: { part: 'content' } } }, false],
    ['kind and part', { types: { A: { kind: 'note', part: 'cue' } } }, false],
    ['a field that is none', { types: { A: { kind: 'note', colour: 'red' } } }, false],
    ['a tag that is empty', { types: { A: { kind: 'note', tags: [' '] } } }, false],
    ['a speaker of the register', { types: { A: { part: 'source', speaker: 'register' } } }, true],
    ['a word for the speaker that is none', { types: { A: { part: 'source', speaker: 'yes' } } }, false],
    ['an attribute without values', { types: {}, attributes: { A: 'x' } }, false],
    ['an attribute with a kind', { types: {}, attributes: { A: { B: { kind: 'note' } } } }, false],
  ]
  test.each(maps)('%s: schema and reader say the same', (_, json, good) => {
    expect([isMap(json), readBratMap(json).ok]).toEqual([good, good])
  })
})
