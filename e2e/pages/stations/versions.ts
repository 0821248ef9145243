import { expect, type Locator } from '@playwright/test'
import type { Desk } from '../given-workspace'
import { answerDialogs } from '../launch'
import { TextChanged } from '../text-changed'
import { byPalette, inspector, type Station, showPane, toReading } from './station'

const queue = { keys: 'Control+b', pane: '.pm-anchor-queue' } as const
const decision = { keys: 'Control+\\', pane: '.pm-decision' } as const

/** The question before a new version is taken in; `file` is one. */
export function newVersionStation(file: string): Station {
  return {
    name: 'new version, before it is taken in',
    open: async desk => {
      await answerDialogs(desk.app, [file])
      await byPalette(desk, 'import a new version')
      return new TextChanged(desk.page).dialog.getByRole('region', { name: 'Your annotations' })
    },
  }
}

/** A document whose text has changed, with annotations to decide. */
export const changedStations: readonly Station[] = [
  {
    name: 'changed text, both versions',
    open: async desk => (await openChanged(desk)).texts,
    close: leaveChanged,
  },
  {
    name: 'changed text, what is to be decided',
    open: async desk => {
      const view = await openChanged(desk)
      await showPane(desk, queue)
      return view.list('Needs a decision')
    },
    close: leaveChanged,
    narrow: queue,
  },
  {
    name: 'changed text, the decision',
    open: async desk => {
      const view = await openChanged(desk)
      await showPane(desk, decision)
      return view.decision.getByRole('button', { name: 'Accept this place' })
    },
    close: leaveChanged,
    narrow: decision,
  },
  {
    name: 'changed text, another place to choose',
    open: async desk => {
      await openChanged(desk)
      await byPalette(desk, 'choose another place')
      return desk.page.getByRole('button', { name: 'Place it here' })
    },
    close: async desk => {
      await desk.page.getByRole('button', { name: 'Back', exact: true }).click()
      await leaveChanged(desk)
    },
  },
  {
    name: 'versions of the document',
    open: async desk => {
      await desk.window.text.press('Escape')
      await showPane(desk, inspector)
      return versions(desk).getByRole('button', { name: /to decide$/ })
    },
    narrow: inspector,
  },
  {
    name: 'an earlier version',
    open: async desk => {
      await desk.window.text.press('Escape')
      await showPane(desk, inspector)
      await versions(desk)
        .getByRole('button', { name: /^Version 1/ })
        .click()
      // It is read where the pane does not lie over it.
      if (await desk.page.locator('.pm-cover-scrim').isVisible()) await desk.page.keyboard.press('Escape')
      return desk.page.getByRole('button', { name: 'Show the current version' })
    },
    close: async desk => {
      await desk.page.getByRole('button', { name: 'Show the current version' }).click()
      await expect(desk.page.getByText('not the current one')).toHaveCount(0)
    },
  },
]

function versions({ window }: Desk): Locator {
  return window.inspector.getByRole('region', { name: 'Versions' })
}

async function openChanged(desk: Desk): Promise<TextChanged> {
  const view = new TextChanged(desk.page)
  await byPalette(desk, 'text changed: annotations')
  await expect(view.texts).toBeVisible()
  return view
}

/** What lies over the texts where the window is narrow goes first. */
async function leaveChanged(desk: Desk): Promise<void> {
  if (await desk.page.locator('.pm-cover-scrim').isVisible()) await desk.page.keyboard.press('Escape')
  await toReading(desk)
}
