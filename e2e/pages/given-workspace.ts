import { join } from 'node:path'
import { expect } from '@playwright/test'
import { givenRelease } from './given-release'
import { answerDialogs, freshFolder, type LaunchOptions, launch, type Program, type RunningApp } from './launch'

export interface Desk extends RunningApp {
  readonly folder: string
  readonly workspace: string
  readonly options: LaunchOptions
  /** Ends the app and removes the folder. */
  leave(): Promise<void>
}

/** A new workspace in a folder of its own, with the given release open in it; in the checkout's app unless told otherwise. */
export async function openGivenRelease(program?: Program, annotator = 'Test Annotator'): Promise<Desk> {
  const { path, remove } = await freshFolder()
  const workspace = join(path, 'study')
  const options = {
    userFolder: join(path, 'user'),
    annotator,
    ...(program === undefined ? {} : { program }),
  }
  const running = await launch(options)
  await answerDialogs(running.app, [workspace])
  await running.page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(running.window.library).toBeVisible()
  await answerDialogs(running.app, [givenRelease.file])
  await running.page.getByRole('button', { name: 'Import files' }).first().click()
  await expect(running.window.document(givenRelease.headline)).toBeVisible()
  await expect(running.window.text).toBeVisible()
  const leave = async () => {
    await running.close()
    await remove()
  }
  return { ...running, folder: path, workspace, options, leave }
}
