import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { givenRelease } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs, freshFolder, launch } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'

const exacts = async (workspace: string): Promise<string[]> => {
  const found = JSON.parse((await runPressmark(['annotations', workspace, '--json'])).out)
  return found.map((one: { target: { exact: string }[] }) => one.target[0]?.exact).sort()
}

/** A disk of so many bytes in memory; a sentence where none can be mounted. */
function smallDisk(path: string, bytes: number): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'pipe' })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'mount failed'
  }
}

test('a disk that gets full while one annotates: it is said, nothing is lost, and it is saved when there is room', async () => {
  const { path, remove } = await freshFolder()
  const disk = join(path, 'disk')
  await mkdir(disk)
  const complaint = smallDisk(disk, 4 * 1024 * 1024)
  test.skip(complaint !== undefined, `no small disk can be mounted here: ${complaint}`)
  const workspace = join(disk, 'study')
  const running = await launch({ userFolder: join(path, 'user'), annotator: 'Test Annotator' })
  await answerDialogs(running.app, [workspace])
  await running.page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(running.window.library).toBeVisible()
  await answerDialogs(running.app, [givenRelease.file])
  await running.page.getByRole('button', { name: 'Import files' }).first().click()
  await running.window.mark('q', 'heroic forces')
  await running.window.saved()

  const { bavail, bsize } = await statfs(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize))
  await running.window.mark('c', 'criminal terrorist organization')
  await expect(running.window.saveState).toContainText('Not saved. The disk is full.')
  await running.window.mark('n', 'milestone')
  await expect(running.window.annotations.getByRole('listitem')).toHaveCount(3)
  await expect(running.window.saveState).toContainText('Not saved. The disk is full.')
  expect(await exacts(workspace)).toEqual(['heroic forces'])

  // Elsewhere there is room: the copy has what is in the window.
  const copy = join(path, 'copy')
  await answerDialogs(running.app, [copy])
  await running.page.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect(running.page.getByText('A copy with everything in this window is in')).toBeVisible()
  const all = ['criminal terrorist organization', 'heroic forces', 'milestone']
  expect(await exacts(copy)).toEqual(all)

  await rm(join(disk, 'filler'))
  // Nobody presses Retry.
  await running.window.saved()
  expect(await exacts(workspace)).toEqual(all)
  expect(await runPressmark(['doctor', workspace])).toMatchObject({ status: 0 })
  await running.close()
  execFileSync('umount', [disk])
  await remove()
})

test('killed at any moment while one annotates, all that was said to be saved is there, 20 times', async () => {
  test.setTimeout(400_000)
  const desk = await openGivenRelease()
  const words = ['heroic', 'forces', 'criminal', 'terrorist', 'milestone', 'coalition', 'campaign']
  let running: Pick<Desk, 'app' | 'window' | 'page'> = desk
  for (let round = 0; round < 20; round += 1) {
    const marked = 1 + (await running.window.annotations.getByRole('listitem').count())
    await running.window.mark(round % 2 === 0 ? 'n' : 'q', words[round % words.length] ?? '')
    await running.window.saved()
    // More work, of which nothing is said to be saved, and the end at a moment that nobody chose.
    await running.window.mark('c', words[(round + 3) % words.length] ?? '')
    const chance = Math.random() * 200
    const killed = new Promise(resolve => running.app.process().once('exit', resolve))
    await running.page.evaluate(wait => new Promise(done => setTimeout(done, wait)), chance).catch(() => undefined)
    running.app.process().kill('SIGKILL')
    await killed
    const there = await exacts(desk.workspace)
    expect(there.length).toBeGreaterThanOrEqual(marked)
    expect(await runPressmark(['doctor', desk.workspace])).toMatchObject({ status: 0 })
    running = await launch(desk.options)
    await expect(running.window.annotations.getByRole('listitem')).toHaveCount(there.length)
  }
  await (running as Desk).close()
  await rm(desk.folder, { recursive: true, force: true })
})

test('a second window on the same workspace shows the first, and can be read', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const other = await launch({
    userFolder: join(desk.folder, 'other'),
    annotator: 'Second Annotator',
    workspace: desk.workspace,
  })
  await expect(other.window.saveState).toContainText('Read only: open in another window')
  await expect(other.window.annotations.getByRole('listitem')).toHaveCount(1)
  await expect
    .poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false)
  // What is done in the first is seen in the second.
  await desk.window.mark('c', 'milestone')
  await desk.window.saved()
  await expect(other.window.annotations.getByRole('listitem')).toHaveCount(2)
  await other.close()
  await desk.leave()
})
