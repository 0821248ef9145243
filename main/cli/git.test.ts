import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import { sha256 } from '../store/place-file'
import { type Texts, tags, textsIn } from '../store/testing/journals'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { newer } from '../store/testing/workspaces'
import { bundleCli } from './testing/bundle'
import { type Repository, repositoryIn } from './testing/repository'
import { type Study, startStudy } from './testing/study'

let cli = ''
beforeAll(async () => {
  const clean: (() => Promise<void>)[] = []
  cli = await bundleCli(await temporaryFolder(cleanUp => void clean.push(cleanUp)))
  return async () => {
    for (const cleanUp of clean) await cleanUp()
  }
})

const file = 'codebook/ann.json'
const head = { workspace: 'w', scope: 'codebook' } as const
const journal = (texts: Texts) => writeJournal(tags('ann', texts), head, sha256)

const base = { a: ['one'], k: ['keep'] }
const ours = { ...base, a: ['one', 'two'], b: ['ours'] }
const theirs = { ...base, k: ['keep', 'kept'], z: ['theirs'] }
const both = { a: ['one', 'two'], b: ['ours'], k: ['keep', 'kept'], z: ['theirs'] }

function read(text: string) {
  const found = readJournal(text, sha256)
  return found.ok ? { sound: found.value.sound, texts: textsIn(found.value.journal) } : found.error.code
}

describe('merge-file', () => {
  async function merged(sides: { base?: string; ours: string; theirs: string }) {
    const study = await startStudy(onTestFinished)
    for (const [name, text] of Object.entries({ base: '', ...sides })) await study.file(name, text)
    const ran = await study.run('merge-file', 'base', 'ours', 'theirs', file)
    return { ...ran, text: await readFile(join(study.folder, 'ours'), 'utf8') }
  }

  test('two versions of a journal become one with the changes of both, whichever is ours', async () => {
    const one = await merged({ base: journal(base), ours: journal(ours), theirs: journal(theirs) })
    expect([one.status, one.out, one.err, read(one.text)]).toEqual([0, '', '', { sound: true, texts: both }])
    expect((await merged({ ours: journal(theirs), theirs: journal(ours) })).text).toBe(one.text)
  })

  test('what was changed by hand on one side is a change of its own', async () => {
    const byHand = journal(ours).replace('"name":"two"', '"name":"by hand"')
    const { text, status } = await merged({
      base: journal(ours),
      ours: byHand,
      theirs: journal({ ...ours, ...theirs }),
    })
    expect([status, read(text)]).toMatchObject([
      0,
      { sound: true, texts: { a: ['one', 'two', 'by hand'], b: ['ours'] } },
    ])
  })

  test('a side with the marks of an earlier merge is both of its sides', async () => {
    const conflicted = `<<<<<<< a\n${journal(ours)}=======\n${journal(theirs)}>>>>>>> b\n`
    const { text, status } = await merged({ ours: conflicted, theirs: journal({ c: ['x'] }) })
    expect([status, read(text)]).toEqual([0, { sound: true, texts: { ...both, c: ['x'] } }])
  })

  test.each([
    ['cut', journal(theirs).slice(0, -30), 'damaged (truncated)'],
    ['of a newer program', newer(journal(theirs)), 'newer Pressmark'],
    ['of another annotator', writeJournal(tags('bo', theirs), head, sha256), 'damaged (misplaced)'],
  ])('a side that is %s leaves both in place, between the marks of a conflict', async (_, side, said) => {
    const { text, status, err } = await merged({ base: journal(base), ours: journal(ours), theirs: side })
    expect([status, err]).toEqual([1, expect.stringContaining(`${file} was not merged.`)])
    expect(err).toContain(said)
    const end = side.endsWith('\n') ? '' : '\n'
    expect(text).toBe(`<<<<<<< ours\n${journal(ours)}=======\n${side}${end}>>>>>>> theirs\n`)
  })

  test('a side that is no text leaves ours as it is', async () => {
    const study = await startStudy(onTestFinished)
    await study.file('ours', journal(ours))
    await writeFile(join(study.folder, 'theirs'), Buffer.from([0x7b, 0xff]))
    expect((await study.run('merge-file', 'theirs', 'ours', 'theirs')).status).toBe(1)
    expect(await readFile(join(study.folder, 'ours'), 'utf8')).toBe(journal(ours))
  })

  test('of a file that is written once the sound version stands', async () => {
    const study = await startStudy(onTestFinished)
    const text = await readFile(join(study.folder, 'w/workspace.json'), 'utf8')
    const other = text.replace('Study', 'Story')
    expect([await merged({ ours: other, theirs: text }), await merged({ ours: text, theirs: other })]).toMatchObject([
      { status: 0, text },
      { status: 0, text },
    ])
    expect(await merged({ ours: text.slice(0, 60), theirs: text })).toMatchObject({ status: 0, text })
    const another = await startStudy(onTestFinished)
    const stranger = await readFile(join(another.folder, 'w/workspace.json'), 'utf8')
    expect((await merged({ ours: stranger, theirs: text })).status).toBe(1)
  })

  test('a file that is not there is said', async () => {
    const study = await startStudy(onTestFinished)
    expect((await study.run('merge-file', 'a', 'b', 'c')).status).toBe(2)
  })
})

describe('git-setup', () => {
  /** A workspace `w` in a repository whose program lies in a folder with a name that shells would take apart. */
  async function repository(
    program?: readonly string[],
  ): Promise<{ study: Study; run: () => ReturnType<Study['run']>; repo: Repository }> {
    const study = await startStudy(onTestFinished)
    const repo = repositoryIn(study.folder)
    await repo.git('init', '--quiet', '--initial-branch', 'main')
    const folder = join(study.folder, "50% of $HOME, it's")
    await mkdir(folder)
    await writeFile(join(folder, 'pressmark.cjs'), await readFile(cli))
    const words = program ?? [process.execPath, join(folder, 'pressmark.cjs')]
    return { study, repo, run: () => study.runWith({ env: process.env, program: words }, 'git-setup', 'w', '--json') }
  }

  test('Git merges by this program then, and asking again changes nothing', async () => {
    const { study, repo, run } = await repository()
    const first = await run()
    expect([first.status, JSON.parse(first.out)]).toMatchObject([0, { used: true, written: [] }])
    expect(await run()).toEqual(first)
    const path = join(study.folder, 'w', file)
    const put = async (texts: Texts) => {
      await mkdir(join(path, '..'), { recursive: true })
      await writeFile(path, journal(texts))
      await repo.commitAll()
    }
    await put(base)
    await repo.git('checkout', '--quiet', '-b', 'other')
    await put(theirs)
    await repo.git('checkout', '--quiet', 'main')
    await put(ours)
    await repo.git('merge', '--quiet', 'other')
    expect(read(await readFile(path, 'utf8'))).toEqual({ sound: true, texts: both })
  })

  test('a workspace of an earlier Pressmark gets the files that Git reads', async () => {
    const { study, run } = await repository()
    await rename(join(study.folder, 'w/.gitattributes'), join(study.folder, 'old'))
    expect(JSON.parse((await run()).out)).toMatchObject({ used: true, written: ['.gitattributes'] })
  })

  test('a .gitattributes that says otherwise is left, and what it needs is said', async () => {
    const { study, run } = await repository()
    await writeFile(join(study.folder, 'w/.gitattributes'), '*.md text\n')
    const ran = await run()
    expect([ran.status, JSON.parse(ran.out).used]).toEqual([1, false])
    expect(ran.err).toContain('*.json -text merge=pressmark')
  })

  test('without a repository, and without Git, it is said what is missing', async () => {
    const study = await startStudy(onTestFinished)
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: study.folder }
    const outside = await study.runWith({ env }, 'git-setup', 'w')
    expect([outside.status, outside.err]).toEqual([2, expect.stringContaining('is not in a repository of Git')])
    const without = await study.runWith({ env: { PATH: study.folder } }, 'git-setup', 'w')
    expect([without.status, without.err]).toEqual([1, expect.stringContaining('Git is not there')])
  })
})
