import type { Locator } from '@playwright/test'
import type { RunningApp } from './launch'

/** The queue by the titles of its cases. */
export function queueOf({ page }: RunningApp) {
  const list = page.getByRole('list', { name: 'Differences' })
  const heads: Locator = list.locator('.pm-case-head')
  return { list, heads, current: list.locator('[aria-current=true]'), body: list.locator('.pm-case-body') }
}
