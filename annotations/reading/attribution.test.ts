import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { revisionOf } from '../testing/build'
import { marked } from '../testing/marked'
import { nearestAttribution } from './attribution'

/** What is read next to the marked quote: the cue, the sources, and each speaker as `name (role)`. */
function read(notation: string) {
  const { text, segments } = marked(notation)
  const found = nearestAttribution(text, revisionOf(...text.split('\n\n')).blocks, segments)
  if (found === undefined) return undefined
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  return [
    words(found.cue),
    found.source.map(words).join(' | '),
    ...found.speakers.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`)),
  ]
}

describe('the nearest source and cue are read', () => {
  test.each([
    [
      '[QUOTE “It retains a presence,”] said Leilwa Abdullah, spokesperson of the al-Jazeera Storm campaign and Ahmad Abu Khawlah, commander of the Dayr Az Zawr Military Council. [QUOTE “Over the coming weeks it ends.”]',
      [
        'said',
        'Leilwa Abdullah | Ahmad Abu Khawlah',
        'Leilwa Abdullah (spokesperson of the al-Jazeera Storm campaign)',
        'Ahmad Abu Khawlah (commander of the Dayr Az Zawr Military Council)',
      ],
    ],
    [
      '[QUOTE “We continue,”] said Army Maj. Gen. James Jarrard, commanding general of Special Operations Joint Task Force. “This is key.”',
      [
        'said',
        'Army Maj. Gen. James Jarrard',
        'James Jarrard (commanding general of Special Operations Joint Task Force)',
      ],
    ],
    [
      '[QUOTE The coalition affirms its support], Combined Joint Task Force officials said today.',
      ['said', 'Combined Joint Task Force officials', 'Combined Joint Task Force officials'],
    ],
    ['Despite considerable losses, they added, [QUOTE ISIS retains capabilities to plan.]', ['added', 'they']],
    [
      'In a statement, task force officials said that during a news conference, officials confirmed [QUOTE the force will return].',
      ['confirmed', 'officials', 'officials'],
    ],
    [
      'Jane Doe, chief executive of the port, said: [QUOTE “The berth is open.”]',
      ['said', 'Jane Doe', 'Jane Doe (chief executive of the port)'],
    ],
    ['[QUOTE “We won,”] she said.', ['said', 'she']],
    ['[QUOTE “We won,”] said Dr. Doe.', ['said', 'Dr. Doe', 'Doe']],
    ['[QUOTE Jobs grew], according to the council.', ['according to', 'the council', 'the council']],
    [
      'According to the federal Harbour Commission’s 2022 report to the city, [QUOTE jobs grew].',
      ['According to', 'the federal Harbour Commission’s 2022 report to the city'],
    ],
    ['[QUOTE Jobs grew], the Justice Department said.', ['said', 'the Justice Department', 'Justice Department']],
    ['According to Jane Doe, [QUOTE jobs grew].', ['According to', 'Jane Doe', 'Jane Doe']],
    [
      '[QUOTE “It is safe,”] President Jane Doe told reporters.',
      ['told', 'President Jane Doe', 'Jane Doe (President)'],
    ],
    [
      '[QUOTE “It is safe,”] said Xavier Doe, secretary of Health and Human Services.',
      ['said', 'Xavier Doe', 'Xavier Doe (secretary of Health and Human Services)'],
    ],
    [
      '[QUOTE “Good,”] said Sens. Jane Doe and Kim Roe.',
      ['said', 'Sens. Jane Doe | Kim Roe', 'Jane Doe (Sens.)', 'Kim Roe'],
    ],
    ['[QUOTE “Good,”] said Jane Doe in a statement on Monday.', ['said', 'Jane Doe', 'Jane Doe']],
    ['“We won,” Jane Doe said. [QUOTE “Now we rest.”]', ['said', 'Jane Doe', 'Jane Doe']],
    [
      '[QUOTE “Good,”] said NASA Administrator Jane Doe.',
      ['said', 'NASA Administrator Jane Doe', 'Jane Doe (NASA Administrator)'],
    ],
    [
      '[QUOTE “Good,”] said Assistant Secretary of State for Trade Jane Doe.',
      ['said', 'Assistant Secretary of State for Trade Jane Doe', 'Jane Doe (Assistant Secretary of State for Trade)'],
    ],
    [
      '[QUOTE “Good,”] said U.S. Secretary of Energy Jane M. Doe.',
      ['said', 'U.S. Secretary of Energy Jane M. Doe', 'Jane M. Doe (U.S. Secretary of Energy)'],
    ],
    [
      '[QUOTE “Good,”] said Secretary of Health and Human Services Kim van der Roe.',
      [
        'said',
        'Secretary of Health and Human Services Kim van der Roe',
        'Kim van der Roe (Secretary of Health and Human Services)',
      ],
    ],
    [
      '[QUOTE “Good,”] said Mayor of New Example Jane Doe Jr.',
      ['said', 'Mayor of New Example Jane Doe Jr.', 'Jane Doe Jr. (Mayor of New Example)'],
    ],
    [
      '[QUOTE “Good,”] said Secretary of Energy Mary Ann Doe.',
      ['said', 'Secretary of Energy Mary Ann Doe', 'Mary Ann Doe (Secretary of Energy)'],
    ],
    [
      '[QUOTE “Good,”] said Secretary of Health and Human Services Mary Ann Q. Doe Jr.',
      [
        'said',
        'Secretary of Health and Human Services Mary Ann Q. Doe Jr.',
        'Mary Ann Q. Doe Jr. (Secretary of Health and Human Services)',
      ],
    ],
    [
      '[QUOTE “Good,”] said Director of Energy Policy Jane Doe.',
      ['said', 'Director of Energy Policy Jane Doe', 'Jane Doe (Director of Energy Policy)'],
    ],
    [
      '[QUOTE “Good,”] said Minister for Health Promotion Jane Doe.',
      ['said', 'Minister for Health Promotion Jane Doe', 'Jane Doe (Minister for Health Promotion)'],
    ],
    [
      '[QUOTE “Good,”] said Director of National Security Council Jane Doe.',
      ['said', 'Director of National Security Council Jane Doe', 'Jane Doe (Director of National Security Council)'],
    ],
    ['[QUOTE “Good,”] said CEO Jane Doe.', ['said', 'CEO Jane Doe', 'Jane Doe (CEO)']],
    [
      '[QUOTE “Good,”] said Secretary of Veterans Affairs.',
      ['said', 'Secretary of Veterans Affairs', 'Secretary of Veterans Affairs'],
    ],
    [
      '[QUOTE “Good,”] said Director of National Intelligence Agency.',
      ['said', 'Director of National Intelligence Agency', 'Director of National Intelligence Agency'],
    ],
    ['[QUOTE “Good,”] said General Motors.', ['said', 'General Motors', 'General Motors']],
    ['[QUOTE “Good,”] said a recent New Example Times article.', ['said', 'a recent New Example Times article']],
    ['[QUOTE “Good,”] the minister has said.', ['said', 'the minister', 'the minister']],
  ])('%s', (notation, expected) => {
    expect(read(notation)).toEqual(expected)
  })
})

test.each([
  'The plan calls [QUOTE “the best there is”] a first step.',
  '[QUOTE Jobs grew by four percent.] The council said prices fell.'.replace(
    'The council said prices fell.',
    'Prices fell.',
  ),
  'They said so.\n\n[QUOTE “Another paragraph.”]',
])('nothing is offered where nothing is told: %s', notation => {
  expect(read(notation)).toBeUndefined()
})

test('whatever the text, what is read stands in it, outside the quote and in its block', () => {
  const piece = fc.constantFrom(
    ...[
      'said',
      ' ',
      ', ',
      '. ',
      '“',
      '”',
      'Jane Doe',
      'officials',
      ' and ',
      'according to ',
      'she',
      'chief of X',
      '😀',
      'é',
      '\n\n',
      'told',
      'Gen. ',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), (left, right) => {
      const before = `A${left.join('')}`
      const target = { start: before.length, end: before.length + 5 }
      const text = `${before}quote${right.join('')}.`
      const { blocks } = revisionOf(...text.split('\n\n'))
      const found = nearestAttribution(text, blocks, [target])
      for (const range of found === undefined ? [] : [found.cue, ...found.source]) {
        expect(range.start).toBeLessThan(range.end)
        expect(range.end <= target.start || range.start >= target.end).toBe(true)
        expect(text.slice(range.start, range.end)).not.toContain('\n\n')
      }
      for (const { start, end, name } of found?.speakers ?? []) expect(text.slice(start, end)).toContain(name)
    }),
  )
})
