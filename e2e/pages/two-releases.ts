import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Desk, openGivenRelease } from './given-workspace'
import { answerDialogs, root } from './launch'

/** A release of the samples, and what tests look for in it. */
export const port = {
  file: join(root, 'samples/releases/harbour-shore-power.txt'),
  headline: 'PORT OF EXAMPLE HAVEN SWITCHES ON SHORE POWER AT ALL SIX BERTHS',
  quote: '“a good first step”',
  claim: 'Work on the first berth began in 2021.',
}

/** Brings in the release of the port, which is open then. */
export async function addPort({ app, page, window }: Desk): Promise<void> {
  await answerDialogs(app, [port.file])
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await expect(window.text).toContainText('shore power')
}

/** The given release and that of the port, which is open. */
export async function openTwoReleases(): Promise<Desk> {
  const desk = await openGivenRelease()
  await addPort(desk)
  return desk
}
