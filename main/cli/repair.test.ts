import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { WorkspaceProblem } from '#app/services/check/problems'
import { copyFileOf, type Patient, patient, problemsOf } from './testing/patient'

describe('--repair', () => {
  /** What it said of each problem, then what a second doctor finds. */
  async function repair(ill: Patient) {
    const ran = await ill.study.run('doctor', 'w', '--repair', '--json')
    const { ok, problems } = JSON.parse(ran.out) as {
      ok: boolean
      problems: (WorkspaceProblem & { repaired: boolean })[]
    }
    expect([ran.status, ok]).toEqual(problems.every(one => one.repaired) ? [0, true] : [1, false])
    const left = (await problemsOf(ill)).map(({ file, code }) => [file, code])
    expect(problems.flatMap(one => (one.repaired ? [] : [[one.file, one.code]]))).toEqual(left)
    return {
      repaired: problems.flatMap(({ file, code, repaired }) => (repaired ? [[file, code]] : [])),
      left,
      err: ran.err,
    }
  }

  const backedUp = async () => {
    const ill = await patient()
    await ill.study.run('backup', 'create', 'w')
    return ill
  }

  test('has nothing to do where all is well, and makes no backup', async () => {
    const well = await patient()
    expect(await repair(well)).toMatchObject({ repaired: [], left: [], err: '' })
    expect((await well.study.json<{ backups: unknown[] }>('backup', 'list', 'w')).backups).toEqual([])
  })

  test('mends own files that are cut off or changed, after a backup', async () => {
    const ill = await patient()
    await ill.edit(ill.journal, text => text.slice(0, -20))
    await ill.edit(`codebook/${ill.annotator}.json`, text => text.replace('War', 'Peace'))
    const { repaired, err } = await repair(ill)
    expect(repaired).toEqual([
      [`codebook/${ill.annotator}.json`, 'edited-outside'],
      [ill.journal, 'truncated'],
    ])
    expect(err).toContain('What was found is kept in quarantine/')
    const backups = await ill.study.json<{ backups: { reason: string }[] }>('backup', 'list', 'w')
    expect(backups.backups.map(({ reason }) => reason)).toEqual(['repair'])
    const annotations = await ill.study.json<{ id: string; tags: string[] }[]>('annotations', 'w')
    expect(annotations.map(({ id, tags }) => [id, tags])).toEqual([
      ['q1', ['Peace']],
      ['c1', []],
    ])
  })

  test.each([
    ['a text', (ill: Patient) => ill.revision],
    ['an original', (ill: Patient) => ill.source],
    ['workspace.json', () => 'workspace.json'],
  ])('puts %s back from a backup, gone or damaged, and sets aside what was there', async (_, fileOf) => {
    for (const how of ['gone', 'damaged']) {
      const ill = await backedUp()
      const whole = await readFile(ill.path(fileOf(ill)))
      if (how === 'gone') await rm(ill.path(fileOf(ill)))
      else await writeFile(ill.path(fileOf(ill)), 'rubbish')
      const { repaired, left } = await repair(ill)
      expect(repaired.length).toBeGreaterThan(0)
      expect(left).toEqual([])
      expect(await readFile(ill.path(fileOf(ill)))).toEqual(whole)
    }
  })

  test('merges second copies of own files and of texts, and leaves those of colleagues’ files', async () => {
    const ill = await patient()
    const own = ill.journal.replace('.json', ' (1).json')
    const text = ill.revision.replace('.json', '-LAPTOP.json')
    const theirs = ill.journal.replace(`${ill.annotator}.json`, 'ada (1).json')
    await copyFile(ill.path(ill.journal), ill.path(own))
    await copyFile(ill.path(ill.revision), ill.path(text))
    await copyFileOf(
      ill,
      ill.journal,
      all => all.replace(`"annotator":"${ill.annotator}"`, '"annotator":"ada"'),
      theirs,
    )
    expect(await repair(ill)).toMatchObject({
      repaired: [
        [own, 'conflict-copy'],
        [text, 'conflict-copy'],
      ],
      left: [[theirs, 'conflict-copy']],
    })
    expect(await readdir(ill.path('quarantine/documents', ill.document))).toEqual(['annotations', 'revisions'])
  })

  test('leaves what no backup has and what is a colleague’s, and says so', async () => {
    const ill = await patient()
    await writeFile(ill.path(ill.source), 'rubbish')
    await copyFileOf(ill, ill.journal, text => text.slice(0, -9), ill.journal.replace(ill.annotator, 'ada'))
    const { repaired, left } = await repair(ill)
    expect(repaired).toEqual([])
    expect(left).toContainEqual([ill.source, 'hash-differs'])
    expect(left).toContainEqual([ill.journal.replace(ill.annotator, 'ada'), 'truncated'])
    expect(await readFile(ill.path(ill.source), 'utf8')).toBe('rubbish')
  })
})
