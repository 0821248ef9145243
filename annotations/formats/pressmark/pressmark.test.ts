import { describe, expect, it } from 'vitest'
import { documentScope } from '../../changes/journal'
import { readAnnotation } from '../../model/read-annotation'
import { rangeOf, sampleDocument, sampleRevision, sampleText } from '../sample-release'
import { cases } from './cases'
import { actsOf, caseInputs, namesIn, noteInput, readIn, toInput, written } from './sample-input'

describe('what pressmark reads and writes', () => {
  it.each(cases)('takes $name', one => {
    const state = readIn([toInput(one)])
    const [entry] = written(state)
    expect(entry).toMatchObject({ kind: one.kind, document: sampleDocument, revision: sampleRevision.id })
    expect(entry?.target.map(({ exact }) => exact)).toEqual(one.target.map(({ words }) => words))
    expect(entry?.parts.map(({ part, exact }) => [part, exact]).sort()).toEqual(
      (one.parts ?? []).map(({ part, words }) => [part, words]).sort(),
    )
  })

  it('writes the fields as they are documented', () => {
    const [entry] = written(readIn([caseInputs[1]]))
    const source = { ...rangeOf('Marsh', sampleText), exact: 'Marsh' }
    expect(entry).toMatchObject({
      author: 'Ben Holt',
      authorId: 'ben',
      status: 'draft',
      anchorState: 'exact',
      note: '',
      tags: [],
      target: [
        {
          exact: '“We are glad,”',
          prefix: expect.stringMatching(/back\.\n\n$/),
          suffix: expect.stringMatching(/^ said/),
        },
        {},
      ],
      quote: {
        type: 'mixed',
        source,
        cue: { exact: 'said Marsh' },
        speakers: [
          { name: 'Marsh', speaker: 'Ada Marsh', roleAsWritten: 'harbour master', organisation: 'Port of Vessen' },
          { name: 'a friend', speaker: null },
        ],
      },
    })
    expect(written(readIn([caseInputs[2]]))[0]?.claim).toEqual({
      type: 'quantity',
      claimant: { name: 'Gen. Ada Marsh', speaker: 'Gen. Ada Marsh' },
      statement: 'The rebuild cost 4.20 million dollars.',
      figures: [
        { asWritten: '$4.20 million', value: '4.20', unit: 'million USD', period: '2024', relation: 'about' },
        { asWritten: 'more', value: '1000000000000000000000', upTo: '0.00000025', baseline: '2020' },
      ],
    })
  })

  it('makes each unknown tag and speaker once, parents first', () => {
    const state = readIn([...caseInputs, { ...noteInput, tags: ['Tone/Warm/Very', ' Tone '] }])
    expect(namesIn(state, 'codebook')).toEqual([
      '24/7 service',
      '24/7 service > On call',
      'Tone',
      'Tone > Warm',
      'Tone > Warm > Very',
    ])
    expect(namesIn(state, 'speakers')).toEqual(['Ada Marsh', 'Gen. Ada Marsh', 'Port of Vessen'])
  })

  it('reads what it wrote without changing anything', () => {
    const state = readIn(caseInputs)
    expect(actsOf(written(state), state)).toEqual([])
  })

  it('takes the first piece of source and cue from the quote where parts has none of that part', () => {
    const quote = { source: rangeOf('Marsh'), cue: rangeOf('said Marsh') }
    const target = [rangeOf('“We are glad,”')]
    const partsOf = (parts: unknown) =>
      written(readIn([{ kind: 'quote', target, quote, parts }]))[0]
        ?.parts.map(({ part, exact }) => `${part} ${exact}`)
        .sort()
    expect(partsOf(undefined)).toEqual(['cue said Marsh', 'source Marsh'])
    expect(partsOf([])).toEqual(['cue said Marsh', 'source Marsh'])
    expect(partsOf([{ part: 'cue', ...rangeOf('glad') }])).toEqual(['cue glad', 'source Marsh'])
  })
})

it('an entry that was read is an annotation like any other', () => {
  const state = readIn([noteInput])
  const journal = state.scopes.get(documentScope(sampleDocument))?.journals.get('ben')
  const [entry] = [...(journal?.entries.values() ?? [])]
  const annotation = entry === undefined ? undefined : readAnnotation(entry)
  expect(annotation).toMatchObject({
    kind: 'note',
    status: 'draft',
    origin: { of: 'file', keys: [sampleDocument, sampleRevision.id, 'note', expect.stringMatching(/^\d+-\d+$/), '0'] },
  })
})
