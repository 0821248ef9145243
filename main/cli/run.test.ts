import { createHash } from 'node:crypto'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importSeed, samples, seedHash, seedRelease, startStudy } from './testing/study'

describe('init', () => {
  test('makes a workspace once', async () => {
    const study = await startStudy(onTestFinished)
    const again = await study.run('init', 'w')
    expect(again).toMatchObject({ status: 2, out: '' })
    expect(again.err).toContain('is a workspace already')
  })

  test('takes the name of the folder, and says id, name and path', async () => {
    const study = await startStudy(onTestFinished)
    const made = await study.json('init', 'other')
    expect(made).toEqual({ id: expect.any(String), name: 'other', path: join(study.folder, 'other') })
  })

  test('leaves a folder with content alone', async () => {
    const study = await startStudy(onTestFinished)
    await mkdir(join(study.folder, 'full'))
    await writeFile(join(study.folder, 'full/letter.txt'), 'x')
    const made = await study.run('init', 'full')
    expect(made.status).toBe(2)
    expect(made.err).toContain('not empty')
  })
})

describe('import', () => {
  test('imports a file, then skips it, naming the document that has the text', async () => {
    const study = await startStudy(onTestFinished)
    const first = await study.json<{ document: string }[]>('import', 'w', seedRelease)
    expect(first).toEqual([{ path: seedRelease, state: 'imported', document: expect.any(String), revision: seedHash }])
    const second = await study.json('import', 'w', seedRelease)
    expect(second).toEqual([
      {
        path: seedRelease,
        state: 'skipped',
        document: first[0]?.document,
        revision: seedHash,
        code: 'same-text',
        message: 'has the same text as a document that is here',
      },
    ])
  })

  test('walks a folder, names files as they were given, and lists each failure', async () => {
    const study = await startStudy(onTestFinished)
    await mkdir(join(study.folder, 'in'))
    await writeFile(join(study.folder, 'in/a.txt'), 'One harbour.\n\nTwo ships.')
    await writeFile(join(study.folder, 'in/b.txt'), '')
    const ran = await study.run('import', 'w', 'in/', 'gone.txt', '--json')
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject([
      { path: 'in/a.txt', state: 'imported' },
      { path: 'in/b.txt', state: 'failed', code: 'empty-file', message: 'is empty' },
      { path: 'gone.txt', state: 'failed', code: 'not-found', message: 'is not there' },
    ])
    expect((await study.run('import', 'w', 'in')).out).toContain('0 documents imported, 1 skipped, 1 failed')
  })

  test('shows how far it is on a terminal, on stderr', async () => {
    const study = await startStudy(onTestFinished)
    const ran = await study.runWith({ errIsTerminal: true }, 'import', 'w', samples, '--json')
    expect(ran.err).toContain('Importing 2 of 4')
    expect(JSON.parse(ran.out)).toHaveLength(4)
  })

  test('takes one file for --revision-of, and a document that is there', async () => {
    const study = await startStudy(onTestFinished)
    const env = { PRESSMARK_ANNOTATOR: 'Ann' }
    const unknown = await study.runWith({ env }, 'import', 'w', seedRelease, '--revision-of', 'd1', '--json')
    expect(unknown.status).toBe(2)
    expect(JSON.parse(unknown.out).error.code).toBe('unknown-document')
    const two = await study.run('import', 'w', seedRelease, seedRelease, '--revision-of', 'd1', '--json')
    expect(JSON.parse(two.out).error.code).toBe('one-file')
    expect(await study.json('documents', 'w')).toEqual([])
  })
})

describe('documents and show', () => {
  test('say what the library says', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    expect(await study.json('documents', 'w')).toEqual([
      {
        id,
        headline: 'Syrian Democratic Forces Announce Drive to Reclaim Last ISIS Territory',
        issuer: null,
        published: '2018-05-01',
        revision: seedHash,
        counts: { quote: 0, claim: 0, note: 0 },
      },
    ])
    expect((await study.run('documents', 'w')).out).toContain('1 document')
  })

  test('blocks cover the text, which gives the revision', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const shown = await study.json<{
      text: string
      blocks: { n: number; role: string; start: number; end: number; text: string }[]
    }>('show', 'w', id)
    expect(shown).toMatchObject({ id, revision: seedHash })
    expect(shown.blocks).toHaveLength(9)
    expect(shown.blocks[0]).toMatchObject({ n: 1, role: 'headline', type: 'heading', start: 0 })
    for (const { start, end, text } of shown.blocks) expect(shown.text.slice(start, end)).toBe(text)
  })

  test('--text prints the canonical text and not a byte more', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const { out, status } = await study.run('show', 'w', id, '--text')
    expect(status).toBe(0)
    expect(createHash('sha256').update(out, 'utf8').digest('hex')).toBe(seedHash)
    expect((await study.run('show', 'w', id, '--text', '--json')).status).toBe(2)
  })

  test('a document that is not there is named', async () => {
    const study = await startStudy(onTestFinished)
    for (const args of [
      ['show', 'w', 'nope'],
      ['annotations', 'w', 'nope'],
      ['annotate', 'w', 'nope', '--from', 'f'],
    ]) {
      await study.file('f', [])
      const ran = await study.run(...args)
      expect(ran).toMatchObject({ status: 2, out: '' })
      expect(ran.err).toContain('There is no document nope')
    }
  })

  test('a document whose text is damaged is not called unknown', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await study.file(`w/documents/${id}/revisions/${seedHash}.json`, '{')
    expect(await study.run('show', 'w', id)).toMatchObject({ status: 3, out: '' })
    const listed = await study.run('documents', 'w', '--json')
    expect(listed).toMatchObject({ status: 1, out: '[]\n' })
    expect(listed.err).toContain(`left out: documents/${id}/revisions/${seedHash}.json`)
  })
})

describe('register', () => {
  test('adds up what was stated; what Pressmark ships is not, until somebody states something', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const from = await study.file('a.json', [
      { kind: 'note', target: [{ start: 0, end: 6 }], tags: ['Place/East \\/ West', 'Place'] },
    ])
    await study.run('annotate', 'w', id, '--from', from, '--annotator', 'Tool')
    const { entries } = await study.json<{ entries: { id: string; fields: { name: string; parent?: string } }[] }>(
      'register',
      'w',
      'codebook',
    )
    const place = entries.find(({ fields }) => fields.name === 'Place')
    expect(entries.map(({ fields }) => fields)).toEqual([{ name: 'Place' }, { name: 'East / West', parent: place?.id }])
    expect(entries[0]).toEqual({ id: place?.id, type: 'tag', fields: { name: 'Place' }, clashes: [] })
    expect((await study.run('register', 'w', 'codebook')).out).toContain('Place/East \\/ West')
  })

  test('lists an empty register, and refuses one that is none', async () => {
    const study = await startStudy(onTestFinished)
    for (const register of ['codebook', 'speakers', 'claims', 'settings']) {
      expect(await study.json('register', 'w', register)).toEqual({ register, entries: [] })
    }
    expect((await study.run('register', 'w', 'annotators')).status).toBe(2)
  })
})

describe('whatever is asked for wrongly', () => {
  const wrong: [name: string, args: string[], says: string][] = [
    ['nothing', [], 'Usage: pressmark'],
    ['an unknown command', ['frobnicate'], "unknown command 'frobnicate'"],
    ['an unknown option', ['documents', 'w', '--loud'], "unknown option '--loud'"],
    ['a missing argument', ['show', 'w'], "missing required argument 'doc'"],
    ['an argument too many', ['documents', 'w', 'x'], 'too many arguments'],
    ['a missing option', ['export', 'w', '--format', 'csv'], "required option '--out <file>' not specified"],
    ['an unknown format', ['export', 'w', '--format', 'xls', '--out', 'o'], 'Allowed choices are csv, jsonl, md'],
    ['an unknown kind', ['export', 'w', '--format', 'csv', '--out', 'o', '--kind', 'x'], 'quote, claim, note'],
    ['an unknown tag', ['export', 'w', '--format', 'csv', '--out', 'o', '--tag', 'x'], 'There is no tag x'],
    ['an unknown annotator', ['annotations', 'w', '--annotator', 'x'], 'Nobody here is called x'],
    ['a folder that is no workspace', ['documents', '.'], 'is not a Pressmark workspace'],
    ['a folder that is not there', ['documents', 'gone'], 'gone is not there'],
    ['a file for a workspace', ['documents', 'file'], 'is not'],
    ['an export of no known format', ['verify', 'o.xls', '--workspace', 'w'], 'no such format'],
    ['an export that is not there', ['verify', 'o.csv', '--workspace', 'w'], 'o.csv is not there'],
    [
      'a place among the files',
      ['export', 'w', '--format', 'md', '--out', 'w/codebook/x.json'],
      "workspace's own files",
    ],
  ]
  test.each(wrong)('%s: status 2, in words, nothing on stdout', async (_name, args, says) => {
    const study = await startStudy(onTestFinished)
    await study.file('file', 'x')
    const ran = await study.run(...args)
    expect(ran).toMatchObject({ status: 2, out: '' })
    expect(ran.err).toContain(says)
    expect(ran.err).not.toMatch(/^\s+at /m)
  })

  test.each(wrong)('%s: with --json one JSON value that has the code', async (_name, args) => {
    const study = await startStudy(onTestFinished)
    await study.file('file', 'x')
    const ran = await study.run(...args, '--json')
    expect(ran.status).toBe(2)
    expect(JSON.parse(ran.out)).toEqual({ error: expect.objectContaining({ code: expect.any(String) }) })
  })

  test('help is an answer', async () => {
    const study = await startStudy(onTestFinished)
    const commands = ['init', 'import', 'documents', 'show', 'annotations', 'annotate', 'register', 'export', 'verify']
    for (const command of [...commands, 'doctor']) {
      const ran = await study.run(command, '-h')
      expect(ran).toMatchObject({ status: 0, err: '' })
      expect(ran.out).toMatch(new RegExp(`Examples?:\\n[^]*pressmark ${command} `))
    }
    expect((await study.run('--version')).out).toBe('9.9.9\n')
  })
})

describe('a workspace that is not as it should be', () => {
  test('damaged: status 3, from every command but doctor', async () => {
    const study = await startStudy(onTestFinished)
    await study.file('w/workspace.json', '{"format":')
    await study.file('a.json', [])
    for (const args of [
      ['documents', 'w'],
      ['import', 'w', seedRelease],
      ['annotate', 'w', 'd', '--from', 'a.json'],
    ]) {
      const ran = await study.run(...args)
      expect(ran).toMatchObject({ status: 3, out: '' })
      expect(ran.err).toContain('is damaged')
    }
    expect((await study.run('doctor', 'w')).status).toBe(1)
  })

  test('newer: read with a note, not written', async () => {
    const study = await startStudy(onTestFinished)
    const path = join(study.folder, 'w/workspace.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"schemaVersion":1', '"schemaVersion":2'))
    expect((await study.run('import', 'w', seedRelease)).status).toBe(3)
    const listed = await study.run('documents', 'w', '--json')
    expect(listed).toMatchObject({ status: 0, out: '[]\n' })
    expect(listed.err).toContain('newer Pressmark')
  })

  test('reached through a link it is the same workspace', async () => {
    const study = await startStudy(onTestFinished)
    await symlink(join(study.folder, 'w'), join(study.folder, 'link'))
    await study.run('import', 'link', seedRelease)
    expect(await study.json('documents', 'w')).toHaveLength(1)
  })
})
