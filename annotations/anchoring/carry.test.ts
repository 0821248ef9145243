import { describe, expect, test } from 'vitest'
import type { Placement } from '../model/annotation'
import type { Revision } from '../model/revision'
import { describeSegments, segmentsStand } from '../model/segments'
import { revisionOf } from '../testing/build'
import { marked } from '../testing/marked'
import { CarryPlan, carry, engine } from './carry'

/** A revision of paragraphs in the marked notation, and the placement of what is marked in it. */
function placed(...paragraphs: readonly string[]): { readonly revision: Revision; readonly placement: Placement } {
  const { text, segments } = marked(paragraphs.join('\n\n'))
  const revision = revisionOf(...text.split('\n\n'))
  const described = describeSegments(text, segments)
  if (!described.ok) throw new Error(`nothing is marked: ${described.error.code}`)
  return { revision, placement: { state: 'exact', via: 'hand', segments: described.value } }
}

/** What becomes of the marked words: the state, and the words where they stand now. */
function carried(before: readonly string[], after: readonly string[]): readonly [string, ...string[]] {
  const { revision, placement } = placed(...before)
  const next = revisionOf(...after)
  const result = carry(placement, revision, next)
  expect(segmentsStand(next.text, result.segments)).toBe(true)
  return [result.state, ...result.segments.map(({ exact }) => exact)]
}

const lead = 'The harbour of Vessen will get power from the shore by the end of next year, the council said today.'
const award = 'It is the third award that the port has won since it was rebuilt after the storm of 1953.'
const ferries = 'Four ferries and eleven cruise ships can be connected at the same time, without their engines running.'
const about = 'About the Port of Vessen: the port handles 12 million tonnes a year and employs 340 people.'

describe('a text that did not change around the words', () => {
  test('is exact, wherever in the text something else was put in, taken out or said anew', () => {
    const before = [lead, `[NOTE ${award}]`, ferries, about]
    expect(carried(before, ['Good news', lead, award, ferries, about])).toEqual(['exact', award])
    expect(carried(before, [award, ferries, about])).toEqual(['exact', award])
    expect(carried(before, [lead.replace('council', 'mayor'), award, 'Nothing else.'])).toEqual(['exact', award])
  })

  test('is exact within a sentence that was changed elsewhere', () => {
    const before = [lead, 'The port, she said, [CLAIM handles 12 million tonnes a year] and employs 340 people.']
    const after = [lead, 'The new port, she said, handles 12 million tonnes a year and now employs 350 people.']
    expect(carried(before, after)).toEqual(['exact', 'handles 12 million tonnes a year'])
  })

  test('keeps the very same placement in the same revision', () => {
    const { revision, placement } = placed(lead, `[NOTE ${award}]`)
    expect(carry(placement, revision, revisionOf(lead, award))).toBe(placement)
  })

  test('a heading of one word is exact between paragraphs that were said anew', () => {
    const before = ['The ferries were late.', '[NOTE Background]', 'There were storms all winter.', about]
    expect(carried(before, ['Ships come on time!', 'Background', 'Nothing blew since May.', about])).toEqual([
      'exact',
      'Background',
    ])
  })

  test('says by which engine and from where', () => {
    const { revision, placement } = placed(lead, `[NOTE ${award}]`)
    const result = carry(placement, revision, revisionOf('New', lead, award))
    expect(result).toMatchObject({ via: 'carry', engine, from: revision.id })
    expect(result).not.toHaveProperty('score')
  })
})

describe('a change of type alone', () => {
  test.each([
    ['curly quotes made straight', '“We won,” she said. “It’s ours.”', '"We won," she said. "It\'s ours."'],
    ['straight quotes made curly', '"We won," she said. "It\'s ours."', '“We won,” she said. “It’s ours.”'],
    ['dashes', 'The port — the largest – was rebuilt', 'The port -- the largest - was rebuilt'],
    ['spaces', 'Maj. Gen. James Orr of 12 million', 'Maj. Gen.\u00a0James Orr of 12\u202fmillion'],
    ['a hyphenation from a PDF', 'the government announced', 'the govern- ment announced'],
    ['a hyphenation over a line', 'the govern-\nment announced', 'the government announced'],
    ['a hyphenation of a word with a hyphen', 'its well-being programme', 'its well- being programme'],
  ])('%s is moved, not undecided', (_, before, after) => {
    const [state, ...words] = carried(
      [lead, `So it is: [QUOTE ${before}] today.`, about],
      [lead, `So it is: ${after} today.`, about],
    )
    expect(words).toEqual([after])
    expect(['moved', 'undecided']).toContain(state)
    if (!after.includes('well- being')) expect(state).toBe('moved')
  })

  test('a line that was broken anew is moved', () => {
    expect(carried([lead, `[NOTE ${award}]`], [lead, award.replace('since it', 'since\nit')])[0]).toBe('moved')
  })
})

describe('a word or a figure that changed inside', () => {
  test.each([
    ['a lost “not”', 'The council will not close the old quay', 'The council will close the old quay'],
    ['a “not” put in', 'The council will close the old quay', 'The council will not close the old quay'],
    ['a digit', 'handles 12 million tonnes a year', 'handles 13 million tonnes a year'],
    ['figures swapped', 'four of 11 ships and 12 of 40 ferries', 'four of 12 ships and 11 of 40 ferries'],
    ['a sign', 'a change of 3.5 percent on the year', 'a change of -3.5 percent on the year'],
    ['a thousand', 'about 1,200 people work there', 'about 1.200 people work there'],
    ['a hyphen that makes another word', 'the players re-signed with the club', 'the players resigned with the club'],
    ['a capital', 'the state of the harbour walls', 'the State of the harbour walls'],
  ])('%s is for a person to decide, with the place proposed', (_, before, after) => {
    const result = carried(
      [lead, `Today [CLAIM ${before}], it said.`, about],
      [lead, `Today ${after}, it said.`, about],
    )
    expect(result).toEqual(['undecided', after])
  })

  test('of a sentence most of which was deleted the rest is proposed', () => {
    const before = [lead, `And so it was. [NOTE ${ferries} It is a good day for us all] in this town.`, about]
    const after = [lead, 'And so it was. It is a good day for us all in this town.', about]
    expect(carried(before, after)).toEqual(['undecided', 'It is a good day for us all'])
  })

  test('a word replaced at either end is in the proposal', () => {
    const before = [lead, 'And [CLAIM twelve million tonnes were handled there], it said.', about]
    const after = [lead, 'And eleven million tonnes were handled here, it said.', about]
    expect(carried(before, after)).toEqual(['undecided', 'eleven million tonnes were handled here'])
  })
})

describe('the same words at several places', () => {
  const boilerplate = 'The port is owned by the city and is open to all ships on equal terms.'

  test('boilerplate that is there twice keeps each to its own', () => {
    const text = [lead, boilerplate, award, boilerplate, about]
    const first = [lead, `[NOTE ${boilerplate}]`, award, boilerplate, about]
    const { revision, placement } = placed(...first)
    const next = revisionOf('Vessen', ...text)
    const { state, segments } = carry(placement, revision, next)
    expect([state, segments[0]?.start]).toEqual(['exact', next.text.indexOf(boilerplate)])
  })

  test('boilerplate that was there once and is put in again beside it is not decided by the program', () => {
    expect(carried([lead, `[NOTE ${boilerplate}]`, about], [lead, boilerplate, boilerplate, about])).toEqual([
      'undecided',
      boilerplate,
    ])
  })

  test('of boilerplate that was there twice and is once, neither is sure', () => {
    const after = [lead, boilerplate, about]
    expect(carried([lead, `[NOTE ${boilerplate}]`, boilerplate, about], after)).toEqual(['undecided', boilerplate])
    expect(carried([lead, boilerplate, `[NOTE ${boilerplate}]`, about], after)).toEqual(['undecided', boilerplate])
  })

  test('boilerplate that was deleted at one place is not put on the other one', () => {
    const before = [lead, `[NOTE ${boilerplate}]`, award, boilerplate, about]
    expect(carried(before, [lead, award, boilerplate, about])).toEqual(['lost'])
  })

  test('words that are there twice are for a person where all around them was said anew', () => {
    const words = 'the port of Vessen'
    const after = [lead, `Ships like ${words} because of its bars.`, award, `None loves ${words} more than I.`, about]
    const first = `She knows that [NOTE ${words}] is old.`
    const second = `He said [NOTE ${words}] was built in 1900.`
    const plain = (paragraph: string) => marked(paragraph).text
    expect(carried([lead, first, award, plain(second), about], after)).toEqual(['undecided', words])
    expect(carried([lead, plain(first), award, second, about], after)).toEqual(['undecided', words])
  })

  test('words of which it cannot be told whether they or the same ones behind them were deleted are for a person', () => {
    const before = [lead, '[NOTE It won a big prize for Vessen] and a small prize for Vessen in May.', about]
    const after = [lead, 'It won a big prize for Vessen in May.', about]
    expect(carried(before, after)).toEqual(['undecided', 'It won a big prize for Vessen'])
  })

  test('a quote in headline and body stays in the headline or in the body', () => {
    const quote = '“We have won the award for a third time”'
    const after = ['Vessen', quote, lead, `The mayor said: ${quote}, and left.`, about]
    const { revision, placement } = placed(`[QUOTE ${quote}]`, lead, `The mayor said: ${quote}, and left.`, about)
    const inBody = placed(quote, lead, `The mayor said: [QUOTE ${quote}], and left.`, about)
    const next = revisionOf(...after)
    expect(carry(placement, revision, next).segments[0]?.start).toBe(next.text.indexOf(quote))
    expect(carry(inBody.placement, inBody.revision, next).segments[0]?.start).toBe(next.text.lastIndexOf(quote))
  })

  test('a quote that was taken out of the body does not go to the headline by itself', () => {
    const quote = '“We have won the award for a third time”'
    const result = carried(
      [quote, lead, `The mayor said: [QUOTE ${quote}], and left.`, about],
      [quote, lead, 'The mayor left.', about],
    )
    expect(['undecided', 'lost']).toContain(result[0])
  })

  test('words that were deleted beside the same words are not decided by the program', () => {
    const before = [lead, 'Then the port and [NOTE the port] and the harbour were closed.', about]
    const after = [lead, 'Then the port and the harbour were closed.', about]
    expect(['undecided', 'lost']).toContain(carried(before, after)[0])
  })
})

describe('paragraphs', () => {
  test('two that became one keep their words', () => {
    expect(carried([lead, `[NOTE ${award}]`, ferries], [lead, `${award} ${ferries}`])).toEqual(['exact', award])
  })

  test('one that became two keeps its words', () => {
    expect(carried([`${lead} [NOTE ${award}]`, ferries], [lead, award, ferries])).toEqual(['exact', award])
  })

  test('words over the end of a paragraph are moved when it is joined with the next', () => {
    const before = [`${lead} [NOTE ${award}`, `${ferries}] And so on.`]
    expect(carried(before, [`${lead} ${award} ${ferries} And so on.`])).toEqual(['moved', `${award} ${ferries}`])
  })

  test('one that moved takes its words along', () => {
    expect(carried([`[NOTE ${award}]`, lead, ferries, about], [lead, ferries, about, award])).toEqual(['moved', award])
  })

  test('one that moved and was changed takes the words along that are the same', () => {
    const before = ['The award was a surprise. [NOTE It is the third since 1953.] All were glad.', lead, ferries, about]
    const after = [lead, ferries, about, 'The award was no surprise. It is the third since 1953. All were glad.']
    expect(carried(before, after)).toEqual(['moved', 'It is the third since 1953.'])
  })

  test('of a document that was emptied all is lost', () => {
    expect(carried([lead, `[NOTE ${award}]`], [])).toEqual(['lost'])
    expect(carried([lead, `[NOTE ${award}]`], ['Withdrawn.'])).toEqual(['lost'])
  })
})

describe('characters', () => {
  test('an emoji at the edge is never cut', () => {
    const result = carried(
      [lead, 'Hurray [NOTE 😀 we won 🎉] today', about],
      [lead, 'Hurray 😁 we won 🎊 today', about],
    )
    expect(result).toEqual(['undecided', '😁 we won 🎊'])
    expect(carried([lead, '[NOTE 👩‍🚀 flew 🇪🇺] in May', about], ['Up', lead, '👩‍🚀 flew 🇪🇺 in May', about])).toEqual([
      'exact',
      '👩‍🚀 flew 🇪🇺',
    ])
  })

  test('part of a word stays that part', () => {
    expect(
      carried([lead, 'An under[NOTE statement] of sorts', about], ['Up', lead, 'An understatement of sorts']),
    ).toEqual(['exact', 'statement'])
  })

  test('scripts without spaces are told apart character by character', () => {
    const before = [lead, '市長は[QUOTE 新しい港は来年完成する]と述べた。', about]
    expect(carried(before, [lead, '市長は昨日新しい港は来年完成すると述べた。', about])).toEqual([
      'exact',
      '新しい港は来年完成する',
    ])
  })
})

describe('the segments of a placement', () => {
  const before = [
    lead,
    '[QUOTE “We won,”] [CUE said] [SOURCE Mayor Ada Orr] at the quay. [QUOTE “It was time.”]',
    about,
  ]

  test('go together', () => {
    const after = ['New', lead, '“We won,” said Mayor Ada Orr at the quay. “It was time.”', about]
    expect(carried(before, after)).toEqual(['exact', '“We won,”', 'said', 'Mayor Ada Orr', '“It was time.”'])
  })

  test('are as sure as the least sure of them', () => {
    const after = [lead, '“We won,” said Mayor Ida Orr at the quay. “It was time.”', about]
    expect(carried(before, after)).toEqual(['undecided', '“We won,”', 'said', 'Mayor Ida Orr', '“It was time.”'])
  })

  test('are undecided where the source is gone, with those that are left', () => {
    const after = [lead, '“We won,” it was said at the quay. “It was time.”', about]
    const [state, ...words] = carried(before, after)
    expect(state).toBe('undecided')
    expect(words).toContain('“It was time.”')
    expect(words.join()).not.toContain('Orr')
  })

  test('are undecided where one of them moved away from the others', () => {
    const split = [`[QUOTE ${award}] It was said at noon.`, lead, `[SOURCE ${ferries}]`, about]
    const [state] = carried(split, [ferries, `${award} It was said at noon.`, lead, about])
    expect(state).toBe('undecided')
  })

  test('are undecided where one of them moved nearer to the others', () => {
    const split = [`[QUOTE ${award}] It was said at noon.`, lead, about, `[SOURCE ${ferries}]`]
    const [state] = carried(split, [`${award} It was said at noon.`, ferries, lead, about])
    expect(state).toBe('undecided')
  })

  test('are lost where nothing of the content is left', () => {
    expect(carried(before, [lead, 'Mayor Ada Orr was at the quay.', about])).toEqual(['lost'])
  })
})

describe('placements without segments', () => {
  const { revision } = placed(lead, `[NOTE ${award}]`)
  test.each(['kept', 'lost'] as const)('%s stays so', state => {
    const placement: Placement = { state, via: 'hand', segments: [] }
    expect(carry(placement, revision, revisionOf(lead))).toMatchObject({ state, via: 'carry', from: revision.id })
  })
})

test('one plan carries many', () => {
  const { revision, placement } = placed(lead, `[NOTE ${award}]`, about)
  const plan = new CarryPlan(revision, revisionOf('New', lead, award, about))
  expect(plan.carry(placement)).toEqual(plan.carry(placement))
})
