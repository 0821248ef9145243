import { describe, expect, it, test } from 'vitest'
import { splitCanonicalText } from '../model/canonical-text'
import { assignRoles } from './assign-roles'
import { findWrittenDate, isCalendarDate } from './calendar-date'
import { findDateline } from './find-dateline'
import { findMetadata } from './find-metadata'
import { listMarker } from './list-marker'

function metadataOf(paragraphs: readonly string[]) {
  const text = paragraphs.join('\n\n')
  const blocks = splitCanonicalText(text).map(range => ({ ...range, type: 'paragraph' as const }))
  const roles = assignRoles(text, blocks)
  const found = findMetadata(
    text,
    blocks.map((block, i) => ({ ...block, role: roles[i] ?? 'other' })),
  )
  return Object.fromEntries(found.map(({ name, value, at }) => [name, [value, at && text.slice(...at)]]))
}

describe('metadata', () => {
  it('is found with the place where it is written', () => {
    const found = metadataOf([
      'Embargoed until 9 a.m. ET, May 2, 2018',
      'Second Bridge to Open',
      'The toll stays at two dollars',
      'VESSEN, Mass., May 1, 2018 — The second bridge will open on Monday, the port said.',
      'It is long.',
      'Contact: Ann Doe\npress@vessen.example',
    ])
    expect(found).toEqual({
      headline: ['Second Bridge to Open', 'Second Bridge to Open'],
      subhead: ['The toll stays at two dollars', 'The toll stays at two dollars'],
      published: [{ date: '2018-05-01' }, 'May 1, 2018'],
      place: ['VESSEN, Mass.', 'VESSEN, Mass.'],
      embargo: [
        { text: '9 a.m. ET, May 2, 2018', date: '2018-05-02', time: '09:00', zone: '-04:00' },
        '9 a.m. ET, May 2, 2018',
      ],
      contacts: [[{ name: 'Ann Doe', email: 'press@vessen.example' }], 'Contact: Ann Doe\npress@vessen.example'],
      language: ['en', undefined],
    })
  })

  it.each([
    ['Acme Inc. today opened its second plant in the valley.', 'Acme Inc.'],
    ['Acme, Inc. announced today that it opens a plant.', 'Acme, Inc.'],
    ['Acme Tools Ltd said on Monday that it opens a plant.', 'Acme Tools Ltd'],
    ['Acme Tools, LLC, a maker of tools, said on Monday that it opens a plant.', 'Acme Tools, LLC'],
    ['Die Acme Werke GmbH hat heute ein Werk eröffnet.', 'Acme Werke GmbH'],
  ])('has the issuer with the form of its company, as written: %s', (lead, issuer) => {
    const found = metadataOf(['Acme Opens a Second Plant', `VESSEN, May 1, 2018 — ${lead}`, 'It is long.'])
    expect(found.issuer).toEqual([issuer, issuer])
  })

  it('has it too where a section is about it, without the full stop of a sentence', () => {
    const about = (line: string) =>
      metadataOf([
        'Second Plant Opens',
        'VESSEN, May 1, 2018 — A plant opened.',
        'It is long.',
        line,
        'They make tools.',
      ]).issuer
    expect(about('About Acme Tools Inc.')).toEqual(['Acme Tools Inc.', 'Acme Tools Inc.'])
    expect(about('About Acme Tools, Ltd.')).toEqual(['Acme Tools, Ltd.', 'Acme Tools, Ltd.'])
    expect(about('About Acme Tools: They make tools.')).toEqual(['Acme Tools', 'Acme Tools'])
  })

  it('takes the date of a release line, and none that only stands in the text', () => {
    const lead = 'The bridge of March 3, 2017, will open on Monday, the port said.'
    expect(metadataOf(['FOR IMMEDIATE RELEASE May 1, 2018', 'Bridge', lead])).toMatchObject({
      published: [{ date: '2018-05-01' }, 'May 1, 2018'],
    })
    expect(metadataOf(['Bridge', lead])).not.toHaveProperty('published')
  })

  it('takes the day on which an embargo ends where no other day is given', () => {
    expect(metadataOf(['Embargoed until May 2, 2018', 'Bridge', 'It is here. It will stay here.'])).toMatchObject({
      published: [{ date: '2018-05-02' }, 'May 2, 2018'],
    })
  })
})

describe('datelines', () => {
  test.each([
    ['WASHINGTON, May 1, 2018 — The bridge', 'WASHINGTON', '2018-05-01', false],
    ['WASHINGTON, D.C. – Today, the bridge', 'WASHINGTON, D.C.', undefined, false],
    ['Washington, DC – Ahead of the bridge', 'Washington, DC', undefined, false],
    ['WASHINGTON—Today, the bridge', 'WASHINGTON', undefined, false],
    ['WASHINGTON -- Vessen has', 'WASHINGTON', undefined, false],
    ['WASHINGTON - A bridge', 'WASHINGTON', undefined, false],
    ['Washington D.C., Sept. 17, 2025 —', 'Washington D.C.', '2025-09-17', true],
    ['LONDON (1 May 2018) – The bridge', 'LONDON', '2018-05-01', false],
    ['NEW YORK, May 1, 2018 /PRNewswire/ -- Vessen Inc. said', 'NEW YORK', '2018-05-01', false],
    ['VESSEN, Mass.--(BUSINESS WIRE)--The bridge', 'VESSEN, Mass.', undefined, false],
    ['London, Tuesday, May 1, 2018 – The bridge', 'London', '2018-05-01', false],
    ['May 1, 2018 – The bridge', undefined, '2018-05-01', false],
    ['Tuesday, May 1, 2018', undefined, '2018-05-01', true],
  ])('%s', (text, place, date, whole) => {
    const found = findDateline(text)
    expect([found?.place?.name, found?.date?.date, found?.whole]).toEqual([place, date, whole])
    if (found?.place) expect(text.slice(found.place.start, found.place.end)).toBe(place)
  })

  test.each([
    ...[
      'Acme Corp – the maker of bridges – said',
      'Acme, Inc. – The maker',
      'NASA — The agency said',
      'London – The bridge',
    ],
    ...['The well-known bridge', 'COVID-19 cases fell', 'A bridge — May 1, 2018 — opened', 'Key Milestone', ''],
    ...['On May 1, 2018, the bridge opened', 'BRIDGE-BUILDING IS HARD', 'WASHINGTON – and only there – it rained'],
  ])('is none: %s', text => {
    expect(findDateline(text)).toBeNull()
  })
})

test.each([
  ['on May 1, 2018, in', '2018-05-01'],
  ['Sept. 17, 2025', '2025-09-17'],
  ['1 February 2024', '2024-02-01'],
  ['the 3rd December, 2021', '2021-12-03'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['June 31, 2020', null],
  ['5/1/18', null],
  ['Mayor 1, 2018', null],
])('the date in %j is %s', (text, date) => {
  expect(findWrittenDate(text)?.date ?? null).toBe(date)
})

test('only days that exist are calendar dates', () => {
  expect(['2018-05-01', '2000-02-29'].every(isCalendarDate)).toBe(true)
  expect(['1900-02-29', '2018-13-01', '2018-00-10', '2018-05-00', '18-05-01', ''].some(isCalendarDate)).toBe(false)
})

test.each([
  ['• a', 'bullet'],
  ['- a', 'bullet'],
  ['  * a', 'bullet'],
  ['1. a', 'number'],
  ['(a) b', 'number'],
  ['iv) b', 'number'],
  ['-a', null],
  ['— a', null],
  ['2018. A year', null],
  ['J. Doe', null],
  ['1.5 million', null],
  ['•', null],
])('the list marker of %j is %s', (line, marker) => {
  expect(listMarker(line)).toBe(marker)
})
