import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ScopeKey } from '#annotations/changes/journal'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import type { FileReport, WorkspaceStore } from '#app/ports/workspace-store'
import { systemError } from './file-system'
import { sha256 } from './place-file'
import { faultyFileSystem } from './testing/faulty-file-system'
import { notes, type Texts, tags, textsIn } from './testing/journals'
import { doc, identity, newWorkspace, opened, press, revision, source } from './testing/workspaces'
import type { OpenOptions } from './workspace-folder'

const head = { workspace: identity.id, scope: 'codebook' } as const
const file = 'codebook/ann.json'

/** A workspace in which Ann's tags were written twice: the second time `b` was added. */
async function used() {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path)
  await store.commit([{ scope: 'codebook', journal: tags('ann', { a: ['one'] }) }])
  await store.commit([{ scope: 'codebook', journal: tags('ann', { a: ['one'], b: ['two'] }) }])
  await store.close()
  return { path, whole: join(path, file), written: await readFile(join(path, file), 'utf8') }
}

const open = (path: string, options: OpenOptions = {}) => opened(path, { annotators: ['ann'], ...options })

async function textsOf(store: WorkspaceStore, scope: ScopeKey = 'codebook'): Promise<Texts | string> {
  const loaded = await store.loadScope(scope)
  return loaded.ok ? textsIn(loaded.value.journals.get('ann')) : loaded.error.code
}

const onDisk = async (path: string) => {
  const read = readJournal(await readFile(path, 'utf8'), sha256)
  return read.ok ? { sound: read.value.sound, texts: textsIn(read.value.journal) } : read.error.code
}

const kept = (path: string, { keptAt = '' }: FileReport) => readFile(join(path, keptAt), 'utf8')

describe('a damaged file of mine', () => {
  test.each([
    ['cut', (text: string) => text.slice(0, -30), { a: ['one'] }, 'truncated'],
    ['cut within its first line', (text: string) => text.slice(0, 60), { a: ['one'] }, 'truncated'],
    ['empty', () => '', { a: ['one'] }, 'truncated'],
    ['of NULs', (text: string) => '\0'.repeat(text.length), { a: ['one'] }, 'not-json'],
    [
      'with a broken line',
      (text: string) => text.replace('"name":"one"', '"name";"one"'),
      { a: ['one'], b: ['two'] },
      'not-json',
    ],
    [
      'of somebody else',
      (text: string) => text.replace('"annotator":"ann"', '"annotator":"bo"'),
      { a: ['one'] },
      'misplaced',
    ],
  ])('%s: what is known and what can be read stand in, and the file is set aside', async (_, damage, texts, code) => {
    const { path, whole, written } = await used()
    await writeFile(whole, damage(written))
    const store = await open(path)
    expect(await textsOf(store)).toEqual(texts)
    const [report] = store.reports()
    expect(report).toMatchObject({ file, code, from: 'previous' })
    expect(await kept(path, report as FileReport)).toBe(damage(written))
    expect(await onDisk(whole)).toEqual({ sound: true, texts })
    expect(await onDisk(`${whole}.prev`)).toEqual({ sound: true, texts: { a: ['one'] } })
    const again = await open(path)
    expect([await textsOf(again), again.reports()]).toEqual([texts, []])
  })

  test('gone, its generation before stands in', async () => {
    const { path, whole } = await used()
    await rm(whole)
    const store = await open(path)
    expect(await textsOf(store)).toEqual({ a: ['one'] })
    expect(store.reports()).toEqual([{ file, code: 'missing', from: 'previous', scope: 'codebook', differences: [] }])
    expect(await onDisk(whole)).toEqual({ sound: true, texts: { a: ['one'] } })
  })

  test('with its generation before: the newest backup stands in', async () => {
    const { path, whole, written } = await used()
    await writeFile(whole, 'rubbish')
    await writeFile(`${whole}.prev`, 'rubbish')
    const asked: string[] = []
    const spares = async (name: string) => {
      asked.push(name)
      return Buffer.from(written)
    }
    const store = await open(path, { spares: () => spares })
    expect(await textsOf(store)).toEqual({ a: ['one'], b: ['two'] })
    expect([asked, store.reports()[0]?.from]).toEqual([[file], 'backup'])
  })

  test('with all its spares: it is set aside, and one begins anew', async () => {
    const { path, whole } = await used()
    await writeFile(whole, 'rubbish')
    await writeFile(`${whole}.prev`, 'rubbish')
    const store = await open(path)
    expect(await textsOf(store)).toEqual({})
    const [report] = store.reports()
    expect(report).toMatchObject({ code: 'not-json', from: 'file', differences: [] })
    expect(await kept(path, report as FileReport)).toBe('rubbish')
    expect(await store.commit([{ scope: 'codebook', journal: tags('ann', { c: ['x'] }) }])).toMatchObject({ ok: true })
    expect(await onDisk(whole)).toEqual({ sound: true, texts: { c: ['x'] } })
  })

  test('while the disk takes nothing: it is read all the same, and set aside by the next write', async () => {
    const { path, whole } = await used()
    await writeFile(whole, 'rubbish')
    let full = true
    const fs = faultyFileSystem(operation => {
      if (full && operation === 'create') throw systemError('ENOSPC', 'full')
    })
    const store = await open(path, { fs })
    expect(await textsOf(store)).toEqual({ a: ['one'] })
    expect(await readFile(whole, 'utf8')).toBe('rubbish')
    full = false
    await store.commit([{ scope: 'codebook', journal: tags('ann', { c: ['x'] }) }])
    expect(await onDisk(whole)).toEqual({ sound: true, texts: { a: ['one'], c: ['x'] } })
    expect(await onDisk(`${whole}.prev`)).toEqual({ sound: true, texts: { a: ['one'] } })
    const [aside = ''] = await readdir(join(path, 'quarantine/codebook'))
    expect(await readFile(join(path, 'quarantine/codebook', aside), 'utf8')).toBe('rubbish')
  })

  test('while it is open: what is in memory stands in', async () => {
    const { path, whole } = await used()
    const store = await open(path)
    await store.loadScope('codebook')
    await writeFile(whole, 'rubbish')
    await store.commit([{ scope: 'codebook', journal: tags('ann', { c: ['x'] }) }])
    expect(await onDisk(whole)).toEqual({ sound: true, texts: { a: ['one'], b: ['two'], c: ['x'] } })
    expect(store.reports()).toMatchObject([{ file, code: 'not-json', from: 'memory' }])
    expect(await kept(path, store.reports()[0] as FileReport)).toBe('rubbish')
  })
})

test('a damaged file of a colleague is read from its generation before, and left as it is', async () => {
  const { path, whole } = await used()
  await writeFile(whole, 'rubbish')
  for (const options of [{ annotators: ['bo'] }, { annotators: ['ann'], lock: 'held' }] as const) {
    const store = await open(path, options)
    expect(await textsOf(store)).toEqual({ a: ['one'] })
    expect(store.reports()).toEqual([{ file, code: 'not-json', from: 'previous', scope: 'codebook', differences: [] }])
    expect(await readFile(whole, 'utf8')).toBe('rubbish')
    expect(await readdir(path)).not.toContain('quarantine')
  }
})

describe('a file of mine that was edited by hand', () => {
  test('between two starts: what it says otherwise is told, and the former generation is kept', async () => {
    const { path, whole, written } = await used()
    const edited = written.replace('"name":"one"', '"name":"by hand"')
    await writeFile(whole, edited)
    const store = await open(path)
    expect(await textsOf(store)).toEqual({ a: ['one', 'by hand'], b: ['two'] })
    const [report] = store.reports()
    expect(report).toMatchObject({ code: 'edited-outside', from: 'previous' })
    expect(report?.differences.map(({ id, is, fields }) => [id, is, fields])).toEqual([
      ['a', 'changed', ['name']],
      ['b', 'added', ['name']],
    ])
    expect(await kept(path, report as FileReport)).toBe(edited)
    expect(await onDisk(`${whole}.prev`)).toEqual({ sound: true, texts: { a: ['one'] } })
    const again = await open(path)
    expect([await textsOf(again), again.reports()]).toEqual([{ a: ['one', 'by hand'], b: ['two'] }, []])
  })

  test.each(['in place', 'by a new file'])('while it is open, %s', async how => {
    const { path, whole, written } = await used()
    const store = await open(path)
    await store.loadScope('codebook')
    const edited = written.replace('"name":"two"', '"name":"by hand"')
    if (how === 'in place') await writeFile(whole, edited)
    else {
      await writeFile(`${whole}.other`, edited)
      await rename(`${whole}.other`, whole)
    }
    await store.commit([{ scope: 'codebook', journal: tags('ann', { c: ['x'] }) }])
    expect(await onDisk(whole)).toEqual({
      sound: true,
      texts: { a: ['one'], b: ['two', 'by hand'], c: ['x'] },
    })
    expect(store.reports()).toMatchObject([{ code: 'edited-outside', from: 'memory', differences: [{ id: 'b' }] }])
    expect(await kept(path, store.reports()[0] as FileReport)).toBe(edited)
  })

  test('a place whose words the text does not have is not accepted', async () => {
    const path = await newWorkspace(onTestFinished)
    const text = revision(press)
    const first = await open(path)
    await first.addRevision('doc', text, source)
    const place = {
      state: 'exact',
      via: 'hand',
      segments: [{ part: 'content', start: 0, end: 6, exact: 'Vessen', prefix: '', suffix: ' Works' }],
    }
    const made = notes('ann', { n: ['words'] })
    const [[key, entry] = expect.fail()] = made.entries
    const [change = expect.fail()] = entry.changes
    const set = new Map<string, never>([...change.set, ['kind', 'note'], [`placements.${text.id}`, place]] as never)
    const journal = { ...made, entries: new Map([[key, { ...entry, changes: [{ ...change, set }] }]]) }
    await first.commit([{ scope: doc, journal }])
    const whole = join(path, 'documents/doc/annotations/ann.json')
    const written = await readFile(whole, 'utf8')
    await writeFile(whole, written.replace('"exact":"Vessen"', '"exact":"Dessen"'))
    const store = await open(path)
    await store.loadScope(doc)
    expect(store.reports()[0]?.differences).toMatchObject([
      { id: 'n', is: 'refused', fields: [`placements.${text.id}`] },
    ])
    expect(await readFile(whole, 'utf8')).toBe(written)
  })
})

describe('a text', () => {
  test.each(['gone', 'damaged'])('that is %s is put back from the newest backup', async how => {
    const path = await newWorkspace(onTestFinished)
    const text = revision(press)
    await (await opened(path)).addRevision('doc', text, source)
    const name = `documents/doc/revisions/${text.id}.json`
    const written = await readFile(join(path, name), 'utf8')
    if (how === 'gone') await rm(join(path, name))
    else await writeFile(join(path, name), 'rubbish')
    const none = await (await open(path)).loadRevisions('doc', [text.id])
    expect(none).toMatchObject({
      value: { revisions: [], damaged: [{ file: name, code: how === 'gone' ? 'missing' : 'not-json' }] },
    })
    const store = await open(path, { spares: () => async asked => (asked === name ? Buffer.from(written) : undefined) })
    expect(await store.loadRevisions('doc', [text.id])).toMatchObject({ value: { revisions: [text], damaged: [] } })
    expect(store.reports()).toMatchObject([{ file: name, from: 'backup' }])
    expect(await readFile(join(path, name), 'utf8')).toBe(written)
    if (how === 'damaged') expect(await kept(path, store.reports()[0] as FileReport)).toBe('rubbish')
  })
})

test('a text whose roles another program changed is told, and put back where a backup has it', async () => {
  const path = await newWorkspace(onTestFinished)
  const text = revision(press)
  await (await opened(path)).addRevision('doc', text, source)
  const name = `documents/doc/revisions/${text.id}.json`
  const written = await readFile(join(path, name), 'utf8')
  const edited = written.replace('"role":"body"', '"role":"lead"')
  await writeFile(join(path, name), edited)
  const alone = await open(path)
  expect(await alone.loadRevisions('doc')).toMatchObject({ value: { revisions: [{ blocks: [{ role: 'lead' }] }] } })
  expect(alone.reports()).toEqual([{ file: name, code: 'edited-outside', from: 'file', differences: [] }])
  const store = await open(path, { spares: () => async () => Buffer.from(written) })
  expect(await store.loadRevisions('doc')).toMatchObject({ value: { revisions: [text] } })
  expect(store.reports()).toMatchObject([{ file: name, code: 'edited-outside', from: 'backup' }])
  expect(await readFile(join(path, name), 'utf8')).toBe(written)
  expect(await kept(path, store.reports()[0] as FileReport)).toBe(edited)
})

test('a conflict of Git within one line of the head, with lines of both sides, loses nothing', async () => {
  const { path, whole } = await used()
  const sides = [
    { a: ['one'], b: ['two'], c: ['mine'] },
    { a: ['one'], b: ['two'], d: ['theirs'] },
  ].map(texts => writeJournal(tags('ann', texts), head, sha256).split('\n'))
  const [ours = [], theirs = []] = sides
  const merged = ['<<<<<<< HEAD', ours[0], '=======', theirs[0], '>>>>>>> other', ours[1], ours[2]]
  merged.push('<<<<<<< HEAD', ours[3], '=======', theirs[3], '>>>>>>> other', ...ours.slice(4))
  await writeFile(whole, merged.join('\n'))
  const store = await open(path)
  expect(await textsOf(store)).toEqual({ a: ['one'], b: ['two'], c: ['mine'], d: ['theirs'] })
  expect(store.reports()).toEqual([])
})

test('the same damage again is set aside once', async () => {
  const { path, whole } = await used()
  for (let n = 0; n < 2; n += 1) {
    await writeFile(whole, 'rubbish')
    await textsOf(await open(path))
  }
  expect(await readdir(join(path, 'quarantine/codebook'))).toHaveLength(1)
})
