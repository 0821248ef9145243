import { expect, onTestFinished, test } from 'vitest'
import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import { importSeed, type Study, startStudy } from './testing/study'

const map = { types: { Quotation: { kind: 'quote' }, Speaker: { part: 'source', speaker: 'as-written' } } }

async function prepared(): Promise<{ readonly study: Study; readonly document: string; readonly text: string }> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  return { study, document, text: (await study.run('show', 'w', document, '--text')).out }
}

/** A span of the text as a line of a standoff file. */
function span(text: string, id: string, type: string, words: string): string {
  const start = [...text.slice(0, text.indexOf(words))].length
  return `${id}\t${type} ${start} ${start + [...words].length}\t${words}`
}

test('a set that was made elsewhere is read in, once, and can be compared', async () => {
  const { study, document, text } = await prepared()
  await study.file('raw.txt', text.replaceAll('\n\n', '\n\n\n'))
  const raw = text.replaceAll('\n\n', '\n\n\n')
  const lines = [
    span(raw, 'T1', 'Quotation', 'Syrian Democratic Forces'),
    span(raw, 'T2', 'Speaker', 'Leilwa Abdullah'),
    'R1\tBy Arg1:T1 Arg2:T2',
  ]
  await study.file('raw.ann', lines.join('\n'))
  const args = [
    'annotate',
    'w',
    document,
    '--from',
    'raw.ann',
    '--format',
    'brat',
    '--map',
    await study.file('map.json', map),
    '--annotator',
    'Elsewhere',
  ]
  expect(await study.json(...args)).toMatchObject({ created: 1, annotator: { name: 'Elsewhere', what: 'import' } })
  expect(await study.json(...args)).toMatchObject({ created: 0, unchanged: 1 })
  const [quote] = await study.json<ExchangeAnnotation[]>('annotations', 'w', document)
  expect(quote).toMatchObject({
    kind: 'quote',
    target: [{ exact: 'Syrian Democratic Forces' }],
    quote: { source: { exact: 'Leilwa Abdullah' }, speakers: [{ name: 'Leilwa Abdullah' }] },
  })
  expect(quote?.quote?.speakers?.[0]?.speaker).toBeNull()
  await study.run(
    'annotate',
    'w',
    document,
    '--from',
    await study.file('m.json', [{ kind: 'quote', target: quote?.target }]),
    '--annotator',
    'Ann',
  )
  expect(await study.json('compare', 'w', '--annotators', 'Ann,Elsewhere')).toMatchObject({
    counts: [{ differ: 1, onlyA: 0, onlyB: 0 }],
  })
})

test('offsets without a text file count in the canonical text; what is left out is said', async () => {
  const { study, document, text } = await prepared()
  await study.file(
    'plain.ann',
    `${span(text, 'T1', 'Quotation', 'Syrian')}\n${span(text, 'T2', 'Speaker', 'Democratic')}`,
  )
  const ran = await study.run(
    'annotate',
    'w',
    document,
    '--from',
    'plain.ann',
    '--format',
    'brat',
    '--map',
    await study.file('map.json', map),
    '--annotator',
    'Tool',
  )
  expect([ran.status, ran.err]).toEqual([
    0,
    expect.stringContaining('left out: 1 source or cue that no annotation is joined with.'),
  ])
})

test('refused in words: another text, other words, an unmapped type, a wrong map, options of another format', async () => {
  const { study, document, text } = await prepared()
  await study.file('a.ann', span(text, 'T1', 'Rumour', 'Syrian'))
  await study.file('b.ann', 'T1\tQuotation 0 6\tSyriam')
  await study.file('other.txt', 'Something else.')
  await study.file('map.json', map)
  await study.file('wrong.json', { types: { A: { kind: 'rumour' } } })
  const refusal = async (...args: string[]) => {
    const ran = await study.run('annotate', 'w', document, '--annotator', 'Tool', ...args)
    return [ran.status, ran.err.split('\n')[0]]
  }
  const brat = ['--format', 'brat', '--map', 'map.json']
  expect(await refusal('--from', 'a.ann', ...brat)).toEqual([2, expect.stringContaining('what becomes of Rumour')])
  expect(await refusal('--from', 'b.ann', ...brat)).toEqual([
    2,
    expect.stringContaining('Line 1 is not what the text has there'),
  ])
  expect(await refusal('--from', 'a.ann', ...brat, '--text', 'other.txt')).toEqual([
    2,
    expect.stringContaining('not the text of this document'),
  ])
  expect(await refusal('--from', 'a.ann', '--format', 'brat', '--map', 'wrong.json')).toEqual([
    2,
    expect.stringContaining('types.A'),
  ])
  expect(await refusal('--from', 'map.json', '--map', 'map.json')).toEqual([
    2,
    expect.stringContaining('belong to --format brat'),
  ])
  expect(await study.json('annotations', 'w')).toEqual([])
})
