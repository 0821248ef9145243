import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Copier } from './pages/copier'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { launch, type RunningApp, root } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'
import { queueOf } from './pages/review-queue'

const shortClaim = 'representing 71 nations and four international'
const longClaim = `${shortClaim} organizations`

/** What brings what each wrote to the other. */
type Exchange = () => Promise<void>

/** Ann and Bo, each with a folder and a program of their own. */
interface Pair {
  readonly ann: Desk
  readonly bo: RunningApp & { readonly workspace: string; readonly userFolder: string }
}

/** Both see each other without receiving anything: Bo disputes, Ann answers and settles it, both end with one claim. */
async function workTogether({ ann, bo }: Pair, exchange: Exchange): Promise<void> {
  await test.step('each marks; nothing is received, and each finds the other in Review', async () => {
    await ann.window.mark('q', given.firstQuote.pieces[0])
    await ann.window.mark('c', longClaim)
    await ann.window.saved()
    await bo.window.mark('c', shortClaim)
    await bo.window.saved()
    await exchange()
    for (const desk of [ann, bo]) {
      await desk.page.keyboard.press('Control+3')
      await expect(desk.page.getByText('2 open, 0 decided')).toBeVisible()
    }
  })
  await test.step('Bo disputes the claim and agrees with the quote; Ann sees both without a restart', async () => {
    const queue = queueOf(bo)
    await queue.heads.filter({ hasText: 'Boundary differs' }).click()
    await bo.page.keyboard.press('2')
    await bo.page.getByRole('textbox', { name: 'Reason of the dispute' }).fill('Without the word organizations.')
    await bo.page.keyboard.press('Enter')
    await expect(queue.current).toContainText('Only Ann')
    await bo.page.keyboard.press('1')
    await expect(bo.page.getByText('0 open, 2 decided')).toBeVisible()
    await bo.window.saved()
    await exchange()
    await expect(queueOf(ann).heads.filter({ hasText: 'Bo disputes' })).toHaveCount(1)
    await expect(queueOf(ann).heads.filter({ hasText: 'Bo agrees' })).toHaveCount(1)
  })
  await test.step('Ann answers and takes Bo’s over; for both the claim is the same then', async () => {
    const queue = queueOf(ann)
    await queue.heads.filter({ hasText: 'Boundary differs' }).click()
    await ann.page.keyboard.press('r')
    await ann.page.getByRole('textbox', { name: 'Reply to Bo' }).fill('You are right.')
    await ann.page.keyboard.press('Enter')
    await expect(queue.current).toBeFocused()
    await ann.page.keyboard.press('y')
    await expect(queue.heads.filter({ hasText: 'Boundary differs' })).toHaveCount(0)
    await ann.window.saved()
    await exchange()
    await expect(queueOf(bo).heads.filter({ hasText: 'Boundary differs' })).toHaveCount(0)
  })
}

/** Both folders have the same of both people, and `doctor` finds nothing. */
async function expectAlike(folders: readonly string[], marks: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const run = await runPressmark(['annotations', folder, '--json'])
    const found: { target: { exact: string }[] }[] = JSON.parse(run.out)
    expect(found.map(({ target }) => target[0]?.exact).sort()).toEqual([...marks].sort())
    expect(await runPressmark(['doctor', folder])).toMatchObject({ err: '', status: 0 })
  }
}

async function withBo(ann: Desk, workspace: string): Promise<Pair> {
  const userFolder = join(ann.folder, 'user of bo')
  const bo = await launch({ userFolder, annotator: 'Bo Reid', workspace })
  await expect(bo.window.text).toBeVisible()
  return { ann, bo: { ...bo, workspace, userFolder } }
}

test('two folders that a program keeps alike, late and with second copies: each sees the other’s work, and none is lost', async () => {
  test.setTimeout(240_000)
  const ann = await openGivenRelease(undefined, 'Ann Marsh')
  const [ofBo, laptop] = [join(ann.folder, 'study of bo'), join(ann.folder, 'study on the laptop')]
  const [toBo, toLaptop] = [new Copier(ann.workspace, ofBo), new Copier(ann.workspace, laptop)]
  await toBo.settle()
  const pair = await withBo(ann, ofBo)
  const { bo } = pair
  await workTogether(pair, async () => {
    // What is said of a text comes before what it is said with, and the name of who says it last.
    await toBo.run(path => path.startsWith('documents'))
    await toBo.run(path => !path.startsWith('annotators'))
    await toBo.settle()
  })

  await test.step('Ann marks on two machines at once; the second copy is merged when she says so, and both marks are there', async () => {
    await toLaptop.settle()
    const [document] = JSON.parse((await runPressmark(['documents', laptop, '--json'])).out)
    const input = join(ann.folder, 'input.json')
    await writeFile(input, JSON.stringify([{ kind: 'note', target: [{ start: 0, end: 23 }] }]))
    const profile = ['--user-data-dir', ann.options.userFolder]
    const annotated = await runPressmark(['annotate', laptop, document.id, '--from', input, ...profile])
    expect(annotated).toMatchObject({ status: 0 })
    await ann.page.keyboard.press('Control+1')
    await ann.window.mark('n', 'designated areas in Iraq and Syria')
    await ann.window.saved()
    await toLaptop.settle()
    await toBo.settle()
    await ann.page.bringToFront()
    await expect(ann.page.getByText('1 second copy was made by a synchronising program')).toBeVisible()
    await ann.page.getByRole('button', { name: 'Show report' }).click()
    const report = ann.page.getByRole('dialog', { name: 'Files report' })
    await report.getByRole('button', { name: /^Merge / }).click()
    await expect(report).toContainText('All files are as Pressmark wrote them.')
    await report.getByRole('button', { name: 'Done' }).click()
    await ann.window.saved()
    await toBo.settle()
  })
  expect([...ann.complaints, ...bo.complaints]).toEqual([])
  await bo.close()
  await ann.close()
  await toBo.settle()
  await toLaptop.settle()
  const heading = given.headline.slice(0, 23)
  await expectAlike(
    [ann.workspace, ofBo, laptop],
    [given.firstQuote.pieces[0], shortClaim, shortClaim, 'designated areas in Iraq and Syria', heading],
  )
  await ann.leave()
})

test('two clones of a Git repository: each sees the other’s work after a pull, and branches merge by themselves', async () => {
  test.setTimeout(240_000)
  const ann = await openGivenRelease(undefined, 'Ann Marsh')
  const [shared, ofBo] = [join(ann.folder, 'shared.git'), join(ann.folder, 'clone of bo')]
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', env: gitEnvironment() })
  const commit = (folder: string) => {
    git(folder, 'add', '-A')
    if (git(folder, 'status', '--porcelain').trim() !== '') git(folder, 'commit', '-qm', 'Work')
  }
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', shared])
  execFileSync('git', ['init', '-q', '-b', 'main', ann.workspace])
  git(ann.workspace, 'remote', 'add', 'origin', shared)
  expect(await runPressmark(['git-setup', ann.workspace])).toMatchObject({ status: 0 })
  commit(ann.workspace)
  git(ann.workspace, 'push', '-q', 'origin', 'main')
  execFileSync('git', ['clone', '-q', shared, ofBo])
  expect(await runPressmark(['git-setup', ofBo])).toMatchObject({ status: 0 })
  const pair = await withBo(ann, ofBo)
  const { bo } = pair
  await workTogether(pair, async () => {
    for (const folder of [ann.workspace, ofBo, ann.workspace]) {
      commit(folder)
      git(folder, 'pull', '-q', '--no-rebase', '--no-edit', 'origin', 'main')
      git(folder, 'push', '-q', 'origin', 'main')
    }
  })
  expect([...ann.complaints, ...bo.complaints]).toEqual([])
  await bo.close()
  await ann.close()
  expect(git(ann.workspace, 'status', '--porcelain').trim()).toBe('')
  await expectAlike([ann.workspace, ofBo], [given.firstQuote.pieces[0], shortClaim, shortClaim])
  await ann.leave()
})

/** Nobody's own settings of Git have a say. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const who = { NAME: 'Test', EMAIL: 'test@example.org' }
  return {
    ...process.env,
    GIT_CONFIG_GLOBAL: join(root, 'no-such-file'),
    GIT_CONFIG_SYSTEM: join(root, 'no-such-file'),
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap(role => Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value])),
    ),
  }
}
