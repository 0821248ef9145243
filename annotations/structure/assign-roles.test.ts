import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { splitCanonicalText, toCanonicalText } from '../model/canonical-text'
import type { Role } from '../model/revision'
import { assignRoles } from './assign-roles'
import type { UnassignedBlock } from './block-features'

/** Paragraphs, each behind the role it must get and a colon; `h1 ` or `h2 ` before the text makes it a heading. */
function expectRoles(release: readonly string[]): void {
  const parts = release.map(line => /^([a-z-]+): (?:h(\d) )?(.*)$/s.exec(line) ?? [])
  const text = toCanonicalText(parts.map(([, , , paragraph]) => paragraph ?? ''))
  const blocks = splitCanonicalText(text).map((range, i): UnassignedBlock => {
    const level = parts[i]?.[2]
    return level === undefined ? { ...range, type: 'paragraph' } : { ...range, type: 'heading', level: Number(level) }
  })
  const roles = assignRoles(text, blocks)
  const given = blocks.map(({ start, end }, i) => `${roles[i]}: ${text.slice(start, end)}`)
  expect(given).toEqual(release.map(line => line.replace(/: h\d /, ': ')))
}

const body = [
  'lead: VESSEN, Mass. — The Vessen Port Authority said today that its second bridge will open on Monday.',
  'body: “We kept our word,” said Ann Doe, its director. “The bridge is here.”',
  'body: The bridge took four years and cost 120 million dollars.',
]

describe('roles', () => {
  it('knows the matter before the headline', () => {
    expectRoles([
      'embargo: EMBARGOED UNTIL 9 a.m. ET, May 1, 2018',
      'contact: Media contact: Ann Doe, (555) 010-0199, press@vessen.example',
      'headline: Second Vessen Bridge to Open on Monday',
      'subhead: Toll stays at two dollars until the end of the year',
      ...body,
    ])
    expectRoles([
      'other: Port Authority of Vessen\nOffice of Communications',
      'release-line: FOR IMMEDIATE RELEASE',
      'release-line: Tuesday, May 1, 2018',
      'headline: Second Vessen Bridge to Open on Monday',
      'dateline: VESSEN, Mass., May 1, 2018 —',
      ...body,
    ])
  })

  it('knows what stands around the text under the headline', () => {
    expectRoles([
      'headline: RELEASE: Second Vessen Bridge to Open on Monday',
      'other: Office of the Spokesperson',
      'release-line: For Immediate Release: May 1, 2018',
      'caption: The new bridge at night. Credit: Ann Doe',
      'note-to-editors: Editor’s note: This release was updated May 2, 2018, to correct the cost.',
      ...body,
      'end-mark: ###',
    ])
  })

  it('knows sections: headings, lists, the issuer, notes, contacts', () => {
    expectRoles([
      'headline: Second Vessen Bridge to Open on Monday',
      ...body,
      'section-heading: What changes',
      'list-item: • The old bridge closes.',
      'list-item: 2) Lorries pay one dollar more.',
      'section-heading: Participants:',
      'list-item: - Ann Doe',
      'body: The mayor will speak first.',
      'end-mark: -ENDS-',
      'section-heading: About the Vessen Port Authority',
      'boilerplate: We run two bridges and a ferry. We were here first.',
      'section-heading: Notes to editors',
      'note-to-editors: The bridge is 900 metres long.',
      'section-heading: Press contact',
      'contact: Ann Doe',
      'contact: (555) 010-0199',
    ])
  })

  it('knows a contact block of several lines under an end mark', () => {
    expectRoles([
      'headline: Second Vessen Bridge to Open on Monday',
      ...body,
      'end-mark: -30-',
      'contact: Ann Doe / Bo Roe',
      'contact: Headquarters, Vessen, Mass.',
      'contact: 555-010-0199',
      'contact: press@vessen.example',
    ])
  })

  it('finds the description of the issuer among the last paragraphs, before pointers and contacts', () => {
    expectRoles([
      'headline: Second Vessen Bridge to Open on Monday',
      ...body,
      'boilerplate: The Vessen Port Authority, representing 12 towns on both banks, is committed to safe and cheap crossings, officials said.',
      'body: For more information, visit www.vessen.example.',
      'contact: Reporters can contact Ann Doe at press@vessen.example.',
    ])
    expectRoles([
      'headline: Second Vessen Bridge to Open on Monday',
      ...body,
      'boilerplate: About Vessen: The Port Authority runs two bridges.',
    ])
  })

  it('knows letters and statements that are given whole', () => {
    expectRoles([
      'headline: Teachers Ask for Smaller Classes',
      'lead: The association sent an open letter to the minister today. It reads:',
      'letter: Dear Minister,',
      'letter: Our classes have grown to 31 children.',
      'letter: Yours sincerely,',
      'letter: Ann Doe\nChair',
      'section-heading: About the Vessen Teachers',
      'boilerplate: We are 3,000.',
    ])
    expectRoles([
      'headline: Minister on the Bridge',
      'lead: The following is a statement from Minister Ann Doe on the bridge:',
      'letter: “The bridge is here.',
      'letter: “It will stay.”',
      'body: More on the bridge is at www.vessen.example.',
    ])
    expectRoles([
      'headline: Minister on the Bridge',
      ...body,
      'body: Minister for Bridges Ann Doe said:',
      'body: The bridge is here to stay.',
    ])
  })

  it('knows front matter in German, French and Spanish', () => {
    expectRoles([
      'other: Hafen Vessen',
      'release-line: Pressemitteilung Nr. 4/2018',
      'embargo: Sperrfrist: 1. Mai 2018, 9 Uhr',
      'headline: Zweite Brücke wird eröffnet',
      'lead: Vessen, 1. Mai 2018 – Die zweite Brücke wird am Montag eröffnet.',
      'body: Sie ist lang.',
      'section-heading: Pressekontakt:',
      'contact: Ann Doe, presse@vessen.example',
    ])
    expectRoles([
      'release-line: Communiqué de presse',
      'embargo: Sous embargo jusqu’au 1er mai 2018',
      'dateline: Vessen, le 1er mai 2018',
      'headline: Le deuxième pont ouvre lundi',
      'lead: Le deuxième pont de Vessen ouvre lundi.',
      'section-heading: À propos du port de Vessen',
      'boilerplate: Le port a deux ponts.',
      'end-mark: FIN',
    ])
    expectRoles([
      'release-line: NOTA DE PRENSA',
      'headline: El segundo puente abre el lunes',
      'lead: VESSEN, 1 de mayo de 2018.- El segundo puente abre el lunes.',
      'body: Es largo.',
      'contact: Más información: Ann Doe, 910 555 044',
    ])
  })

  it('takes the level 1 heading of a source for the headline, and its other headings for section headings', () => {
    expectRoles([
      'other: Vessen Port Authority',
      'headline: h1 Second Vessen Bridge to Open on Monday',
      'section-heading: h2 Summary',
      ...body,
      'section-heading: h2 What does it cost?',
      'body: Two dollars.',
    ])
  })

  test.each([
    [
      'a statement without headline',
      [
        'lead: The board, meeting on Tuesday in Vessen with all of its members, has decided to keep the toll for cars at two dollars.',
      ],
    ],
    [
      'a first paragraph that names a commitment',
      [
        'headline: Bridge',
        'lead: The Vessen Port Authority is committed to safe crossings for all who live near it.',
        'body: It opens.',
      ],
    ],
    [
      'a closing quotation',
      [
        'headline: Bridge',
        ...body,
        'body: “Vessen is committed to its bridge and will be for a hundred years,” Doe said.',
      ],
    ],
    [
      'closing news with today',
      [
        'headline: Bridge',
        ...body,
        'body: The Vessen Port Authority is the operator of a third bridge as of today, Doe said, and will keep it.',
      ],
    ],
    [
      'a closing person',
      ['headline: Bridge', ...body, 'body: Doe joined in 2004 and has worked on three bridges since that year.'],
    ],
    [
      'a body sentence on an embargo',
      ['headline: Bridge', ...body, 'body: Embargoed access to the report begins at noon.', 'body: It ends at one.'],
    ],
    [
      'a sentence with a dash',
      ['headline: Bridge', 'lead: Acme Corp – the maker of the bridge – has left.', 'body: It was time.'],
    ],
    ['a short sentence in the text', ['headline: Bridge', ...body, 'body: It rained.', 'body: The band played on.']],
    [
      'a line that announces',
      ['headline: Bridge', ...body, 'body: To date, the towns have paid for the bridge as follows:', 'body: Nothing.'],
    ],
    ['tax credits', ['headline: Bridge', ...body, 'body: The towns get tax credits: 2 million dollars a year.']],
    ['a short last line', ['headline: Bridge', ...body, 'body: Ann Doe']],
    [
      'about as a preposition',
      ['headline: Bridge', ...body, 'body: About 40 people came to see it.', 'body: None fell.'],
    ],
  ])('are not claimed for %s', (_, release) => {
    expectRoles(release)
  })

  test.each(['#', '###', '# # #', '-###-', '-30-', '— 30 —', '-end-', 'ENDS', '- Ends -', '[END]', '* * *'])(
    '%s ends a text',
    mark => {
      expectRoles(['headline: Bridge', ...body, `end-mark: ${mark}`, 'other: Something else'])
    },
  )

  it('gives every block a role, whatever the text', () => {
    const words = fc.constantFrom(
      'About',
      'Contact:',
      '###',
      'May 1, 2018',
      '—',
      '“',
      'a@b.example',
      '•',
      'The',
      'is',
      '.',
      ':',
      '\n',
      '\t',
    )
    const paragraph = fc.array(fc.oneof(words, fc.string()), { maxLength: 8 }).map(parts => parts.join(' '))
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), paragraphs => {
        const text = toCanonicalText(paragraphs)
        const blocks = splitCanonicalText(text).map(range => ({ ...range, type: 'paragraph' as const }))
        const roles: readonly Role[] = assignRoles(text, blocks)
        expect(roles).toHaveLength(blocks.length)
        expect(roles.filter(role => role === 'headline').length).toBeLessThanOrEqual(1)
        expect(roles.filter(role => role === 'lead').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })
})
