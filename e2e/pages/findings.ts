import type { Page } from '@playwright/test'
import { findingsInLooks } from './axe'
import { cutText } from './cut-text'
import { smallTargets } from './targets'

export interface Place {
  /** Only what lies below this CSS selector is looked at; the whole window without it. */
  readonly scope?: string | undefined
  /** By axe too, in every look; targets and texts are looked at in the light one. */
  readonly looks: boolean
}

/** What keeps people from reading or pressing what is shown now, as lines that can be read. */
export async function findings(page: Page, { scope, looks }: Place): Promise<string[]> {
  const found = looks ? await findingsInLooks(page, scope) : []
  return [...found, ...(await smallTargets(page, scope)), ...(await cutText(page, scope))]
}
