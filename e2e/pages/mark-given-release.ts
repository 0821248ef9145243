import { expect } from '@playwright/test'
import { givenRelease as given } from './given-release'
import type { RunningApp } from './launch'

/** Marks the given release as an analyst would: three quotes, three claims that overlap some of them, and a note. */
export async function markGivenRelease({ page, window }: Pick<RunningApp, 'page' | 'window'>): Promise<void> {
  const [first, second] = given.firstQuote.pieces
  await window.mark('q', first)
  await window.addPart('a', second)
  await window.addPart('u', given.firstQuote.cue, first)
  await window.addPart('w', given.firstQuote.source)
  for (const speaker of given.firstQuote.speakers) await window.choose('Speakers', speaker)
  await window.choose('Tags', 'security/threat')
  await window.choose('Tags', 'border')
  await window.write('Note', 'One quote with two speakers.')

  await window.mark('q', given.secondQuote.pieces[0])
  await window.addPart('a', given.secondQuote.pieces[1])
  await window.addPart('u', 'said', given.secondQuote.pieces[0])
  await window.choose('Speakers', given.secondQuote.speakers[0])

  await window.mark('q', given.indirectQuote)
  await window.type('Indirect')

  await window.mark('c', given.claims.nations)
  await window.pick('Claim type', 'Quantity')
  await window.choose('Tags', 'coalition/size')
  await window.mark('c', given.claims.milestone)
  await window.pick('Claim type', 'Prediction')
  await window.mark('c', given.claims.since)

  await window.mark('n', 'designated areas in Iraq and Syria')
  await window.write('Note', 'Which areas are designated?')
  await expect(window.annotations.getByRole('listitem')).toHaveCount(7)
  await page.keyboard.press('Escape')
}
