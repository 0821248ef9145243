import { copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { WorkspaceProblem } from '#app/services/check/problems'
import { importSeed, type Study, seedHash, startStudy } from './testing/study'

interface Patient {
  readonly study: Study
  readonly document: string
  readonly annotator: string
  path(...names: string[]): string
  edit(file: string, change: (text: string) => string): Promise<void>
  /** The journal as another program would write it: valid, with a checksum that is no longer right. */
  readonly journal: string
  readonly revision: string
  readonly source: string
}

async function patient(): Promise<Patient> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  const from = await study.file('a.json', [
    {
      id: 'q1',
      kind: 'quote',
      target: [{ start: 72, end: 85 }],
      tags: ['War'],
      quote: { speakers: [{ name: 'Ada' }] },
    },
    { id: 'c1', kind: 'claim', target: [{ start: 100, end: 120 }], claim: { type: 'law', claimant: 'OIR' } },
  ])
  await study.run('annotate', 'w', document, '--from', from, '--annotator', 'Tool')
  const path = (...names: string[]) => join(study.folder, 'w', ...names)
  const [source = ''] = await readdir(path('documents', document, 'sources'))
  const [file = ''] = await readdir(path('annotators'))
  const annotator = file.replace(/\.json.*/, '')
  return {
    study,
    document,
    annotator,
    path,
    edit: async (name, change) => writeFile(path(name), change(await readFile(path(name), 'utf8'))),
    journal: `documents/${document}/annotations/${annotator}.json`,
    revision: `documents/${document}/revisions/${seedHash}.json`,
    source: `documents/${document}/sources/${source}`,
  }
}

async function problemsOf({ study }: Patient): Promise<WorkspaceProblem[]> {
  const ran = await study.run('doctor', 'w', '--json')
  const { ok, problems } = JSON.parse(ran.out)
  expect([ran.status, ok]).toEqual(problems.length === 0 ? [0, true] : [1, false])
  return problems
}

test('a workspace that is well', async () => {
  const well = await patient()
  expect(await problemsOf(well)).toEqual([])
  expect((await well.study.run('doctor', 'w')).out).toMatch(/^\d+ files checked: nothing is wrong\.\n$/)
})

describe('files', () => {
  const cases: [name: string, harm: (ill: Patient) => Promise<unknown>, code: string, file: keyof Patient | string][] =
    [
      ['a journal that was edited', ill => ill.edit(ill.journal, text => `${text} `), 'edited-outside', 'journal'],
      ['a journal that is cut', ill => ill.edit(ill.journal, text => text.slice(0, -40)), 'truncated', 'journal'],
      [
        'a journal of a newer program',
        ill => ill.edit(ill.journal, text => text.replace('Version":1', 'Version":9')),
        'newer-version',
        'journal',
      ],
      [
        'a journal that is not UTF-8',
        ill => writeFile(ill.path(ill.journal), Buffer.from([0x7b, 0xff])),
        'not-utf8',
        'journal',
      ],
      [
        'a journal under another name',
        ill => rename(ill.path(ill.journal), ill.path(ill.journal.replace(ill.annotator, 'ada'))),
        'misplaced',
        'ada',
      ],
      ['a journal that is gone', ill => rm(ill.path(ill.journal)), 'missing', 'journal'],
      [
        'a link in its place',
        async ill => {
          await rename(ill.path(ill.journal), ill.path('kept'))
          await symlink(ill.path('kept'), ill.path(ill.journal))
        },
        'not-a-file',
        'journal',
      ],
      [
        'a conflict copy',
        ill => copyFile(ill.path(ill.journal), ill.path(ill.journal.replace('.json', '.sync-conflict-20240101.json'))),
        'conflict-copy',
        'sync-conflict',
      ],
      [
        'a text with another character',
        ill => ill.edit(ill.revision, text => text.replace('critical', 'Critical')),
        'hash-differs',
        'revision',
      ],
      [
        'a text in another document',
        async ill => {
          const other = ill.document.replace(/.$/, last => (last === '0' ? '1' : '0'))
          await rename(ill.path('documents', ill.document), ill.path('documents', other))
        },
        'misplaced',
        'revisions',
      ],
      ['a source that was changed', ill => ill.edit(ill.source, text => `${text}!`), 'hash-differs', 'source'],
      ['a source that is gone', ill => rm(ill.path(ill.source)), 'missing-source', 'revision'],
      [
        'a source that no text has',
        ill => copyFile(ill.path(ill.source), ill.path(ill.source.replace(/[0-9a-f]{64}/, '0'.repeat(64)))),
        'orphan',
        '0000',
      ],
      ['a stranger', ill => writeFile(ill.path('codebook/notes.txt'), 'x'), 'unknown-file', 'notes.txt'],
      [
        'a merge of Git',
        ill => ill.edit(ill.journal, text => `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`),
        'merge-conflict',
        'journal',
      ],
      ['no workspace.json', ill => rm(ill.path('workspace.json')), 'missing', 'workspace.json'],
      [
        'an edited workspace.json',
        ill => ill.edit('workspace.json', text => text.replace('Study', 'Studie')),
        'edited-outside',
        'workspace.json',
      ],
    ]
  test.each(cases)('%s', async (_name, harm, code, file) => {
    const ill = await patient()
    await harm(ill)
    const found = await problemsOf(ill)
    const named = file in ill ? String(ill[file as keyof Patient]) : file
    expect(found.filter(problem => problem.code === code && problem.file.includes(named))).not.toEqual([])
    const words = await ill.study.run('doctor', 'w')
    expect(words.status).toBe(1)
    expect(words.out).not.toContain('not possible')
  })

  test("a person's own files and folders are left alone", async () => {
    const well = await patient()
    await writeFile(well.path('README.txt'), 'x')
    await writeFile(well.path('.gitignore'), 'x')
    expect(await problemsOf(well)).toEqual([])
  })
})

describe('what files say of each other', () => {
  const cases: [name: string, harm: (ill: Patient) => Promise<unknown>, code: string, entry: string][] = [
    [
      'words that are not at the offsets',
      ill => ill.edit(ill.journal, text => text.replace('"start":72,"end":85', '"start":73,"end":86')),
      'exact-differs',
      'q1',
    ],
    [
      'a piece without length',
      ill => ill.edit(ill.journal, text => text.replace('"start":72', '"start":85')),
      'wrong-shape',
      'q1',
    ],
    [
      'a text that is not there',
      ill => ill.edit(ill.journal, text => text.replace(seedHash, 'f'.repeat(64)).replace(seedHash, 'f'.repeat(64))),
      'unknown-revision',
      'c1',
    ],
    [
      'a claim type that nobody stated',
      ill => ill.edit(ill.journal, text => text.replace('"law"', '"gossip"')),
      'unknown-claim-type',
      'c1',
    ],
    ['a tag that nobody stated', ill => rm(ill.path('codebook'), { recursive: true }), 'unknown-tag', 'q1'],
    ['speakers that nobody stated', ill => rm(ill.path('speakers'), { recursive: true }), 'unknown-speaker', 'c1'],
  ]
  test.each(cases)('%s', async (_name, harm, code, entry) => {
    const ill = await patient()
    await harm(ill)
    expect(await problemsOf(ill)).toContainEqual({ file: ill.journal, code, entry })
  })

  test('an annotator without an entry', async () => {
    const ill = await patient()
    await rm(ill.path('annotators'), { recursive: true })
    const found = await problemsOf(ill)
    expect(found).toContainEqual({ file: ill.journal, code: 'unknown-annotator', entry: ill.annotator })
  })

  test('annotations of a document that has no text', async () => {
    const ill = await patient()
    await rm(ill.path('documents', ill.document, 'revisions'), { recursive: true })
    expect(await problemsOf(ill)).toContainEqual({ file: ill.journal, code: 'orphan' })
  })

  test('one text in two documents, and one annotation in two files', async () => {
    const ill = await patient()
    const [document = '', other = 'd2'] = [ill.document]
    await copyFileOf(
      ill,
      ill.revision,
      text => text.replace(`"document":"${document}"`, `"document":"${other}"`),
      ill.revision.replace(document, other),
    )
    await copyFileOf(
      ill,
      ill.journal,
      text => text.replace(`"annotator":"${ill.annotator}"`, '"annotator":"ada"'),
      ill.journal.replace(ill.annotator, 'ada'),
    )
    const found = await problemsOf(ill)
    expect(found).toContainEqual({
      file: ill.revision.replace(document, other),
      code: 'duplicate-text',
      entry: document,
    })
    expect(found.filter(({ code }) => code === 'duplicate-id').map(({ entry }) => entry)).toEqual(['c1', 'q1'])
  })
})

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

async function copyFileOf(ill: Patient, from: string, change: (text: string) => string, to: string): Promise<void> {
  await mkdir(join(ill.path(to), '..'), { recursive: true })
  await writeFile(ill.path(to), change(await readFile(ill.path(from), 'utf8')))
}
