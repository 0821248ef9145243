import { copyFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { copyFileOf, type Patient, patient, problemsOf } from './testing/patient'
import { seedHash } from './testing/study'

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
