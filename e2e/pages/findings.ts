import type { Page } from '@playwright/test'
import { findingsInLooks } from './axe'
import { cutText } from './cut-text'
import { unforcedText } from './forced-colours'
import { smallTargets } from './targets'

export interface Place {
  /** Only what lies below this CSS selector is looked at; the whole window without it. */
  readonly scope?: string | undefined
  /** By axe too, in every look, and the colours of words in two forced palettes; targets and texts in the light look. */
  readonly looks: boolean
}

/** What keeps people from reading or pressing what is shown now, as lines that can be read. */
export async function findings(page: Page, { scope, looks }: Place): Promise<string[]> {
  if (scope !== undefined && (await page.locator(scope).count()) === 0) return [`nothing is there: ${scope}`]
  const found = looks ? [...(await findingsInLooks(page, scope)), ...(await unforcedText(page, scope))] : []
  return [...found, ...(await smallTargets(page, scope)), ...(await cutText(page, scope))]
}
