import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Verification } from '#annotations/formats/verify-excerpts'
import { importSeed, type Study, seedHash, startStudy } from './testing/study'

const formats = ['csv', 'jsonl', 'md'] as const

/** A study with two annotations, of which the second is untagged, and its exports. */
async function exported(study: Study): Promise<string> {
  const id = await importSeed(study)
  const from = await study.file('a.json', [
    { id: 'n1', kind: 'note', target: [{ start: 72, end: 85 }], tags: ['Places/East', 'War'], note: '=1+1' },
    { id: 'c1', kind: 'claim', target: [{ start: 100, end: 120 }], claim: { type: 'prediction' } },
  ])
  await study.run('annotate', 'w', id, '--from', from, '--annotator', 'Tool')
  for (const format of formats) await study.run('export', 'w', '--format', format, '--out', `o.${format}`)
  return id
}

async function verify(study: Study, file: string): Promise<Verification & { status: number }> {
  const ran = await study.run('verify', file, '--workspace', 'w', '--json')
  return { ...(JSON.parse(ran.out) as Verification), status: ran.status }
}

describe.each(formats)('an export as %s', format => {
  test('stands as it was written', async () => {
    const study = await startStudy(onTestFinished)
    await exported(study)
    expect(await verify(study, `o.${format}`)).toEqual({
      status: 0,
      checked: 2,
      passed: 2,
      failed: [],
      information: [],
      absent: [],
    })
    expect((await study.run('verify', `o.${format}`, '--workspace', 'w')).out).toBe('2 excerpts checked: all stand.\n')
  })

  test('fails after one changed character, naming the row', async () => {
    const study = await startStudy(onTestFinished)
    await exported(study)
    const path = join(study.folder, `o.${format}`)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('prediction', 'predictiom').replace('Prediction', 'Predictiom'))
    const checked = await verify(study, `o.${format}`)
    expect(checked).toMatchObject({ status: 1, checked: 2, passed: 1 })
    expect(checked.failed).toMatchObject([{ row: 2, annotation: 'c1', code: 'row-altered' }])
    const words = await study.run('verify', `o.${format}`, '--workspace', 'w')
    expect(words.out).toContain('annotation c1: was changed after it was exported')
  })

  test('fails after one changed character in the stored text', async () => {
    const study = await startStudy(onTestFinished)
    const id = await exported(study)
    const path = join(study.folder, 'w/documents', id, 'revisions', `${seedHash}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('critical', 'Critical'))
    const checked = await verify(study, `o.${format}`)
    expect(checked).toMatchObject({ status: 1, passed: 0 })
    expect(checked.failed.map(({ code }) => code)).toEqual(['text-differs', 'text-differs'])
  })

  test('stands where the stored file is damaged but not its text', async () => {
    const study = await startStudy(onTestFinished)
    const id = await exported(study)
    const path = join(study.folder, 'w/documents', id, 'revisions', `${seedHash}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('"start":0', '"start":1'))
    const ran = await study.run('verify', `o.${format}`, '--workspace', 'w', '--json')
    expect([ran.status, JSON.parse(ran.out).passed]).toEqual([0, 2])
    expect(ran.err).toContain(`left out: documents/${id}/revisions/`)
  })

  test('tells what changed since as information', async () => {
    const study = await startStudy(onTestFinished)
    const id = await exported(study)
    const from = await study.file('b.json', [{ id: 'n1', kind: 'note', target: [{ start: 72, end: 90 }] }])
    await study.run('annotate', 'w', id, '--from', from, '--annotator', 'Tool')
    const checked = await verify(study, `o.${format}`)
    expect(checked).toMatchObject({ status: 0, passed: 2 })
    expect(checked.information).toMatchObject([{ row: 1, annotation: 'n1', code: 'annotation-changed' }])
  })

  test('against another workspace no row stands', async () => {
    const study = await startStudy(onTestFinished)
    await exported(study)
    await study.run('init', 'other')
    const ran = await study.run('verify', `o.${format}`, '--workspace', 'other', '--json')
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out).failed[0]).toMatchObject({ row: 1, code: 'unknown-document' })
  })

  test('that is empty proves nothing, and says so', async () => {
    const study = await startStudy(onTestFinished)
    await exported(study)
    await study.run('export', 'w', '--format', format, '--out', `none.${format}`, '--kind', 'quote')
    const ran = await study.run('verify', `none.${format}`, '--workspace', 'w')
    expect([ran.status, ran.out]).toEqual([1, expect.stringContaining('Nothing was checked: the file has no excerpt')])
  })

  test('of which a part is missing says how many annotations are not in it', async () => {
    const study = await startStudy(onTestFinished)
    await exported(study)
    await study.run('export', 'w', '--format', format, '--out', `part.${format}`, '--kind', 'note')
    expect(await verify(study, `part.${format}`)).toMatchObject({
      status: 0,
      passed: 1,
      absent: [{ annotation: 'c1' }],
    })
    const { out } = await study.run('verify', `part.${format}`, '--workspace', 'w')
    expect(out).toContain('1 annotation of these documents is not in the file')
  })

  test('a file that holds no excerpts fails', async () => {
    const study = await startStudy(onTestFinished)
    await study.file(`x.${format}`, 'Dear reader,\n')
    expect(await verify(study, `x.${format}`)).toMatchObject({ status: 1 })
  })
})

describe('export', () => {
  test('says how many excerpts, and what the format has no room for', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const entry = { kind: 'note', target: [{ start: 72, end: 85 }], parts: [{ part: 'cue', start: 90, end: 95 }] }
    await study.run('annotate', 'w', id, '--from', await study.file('a.json', [entry]), '--annotator', 'Tool')
    const ran = await study.run('export', 'w', '--format', 'csv', '--out', 'o.csv')
    expect(ran).toMatchObject({ status: 0, out: '1 excerpt written to o.csv\n' })
    expect(ran.err).toContain('csv has no room for: 1 places of sources and cues')
    const json = await study.json('export', 'w', '--format', 'csv', '--out', 'o.csv')
    expect(json).toEqual({ path: 'o.csv', rows: 1, losses: [{ code: 'source-and-cue-places', count: 1 }] })
  })

  test.each([
    ['all', [], 2],
    ['a kind', ['--kind', 'claim'], 1],
    ['two kinds', ['--kind', 'claim', '--kind', 'note'], 2],
    ['no quote', ['--kind', 'quote'], 0],
    ['a tag by its path', ['--tag', 'Places/East'], 1],
    ['a tag by its name', ['--tag', 'East'], 1],
    ['a tag above', ['--tag', 'Places'], 1],
    ['an annotator', ['--annotator', 'Tool'], 2],
  ])('lets through: %s', async (_name, filter, rows) => {
    const study = await startStudy(onTestFinished)
    const id = await exported(study)
    expect(await study.json('export', 'w', '--format', 'csv', '--out', 'f.csv', ...filter)).toMatchObject({ rows })
    const one = await study.json('export', 'w', '--format', 'csv', '--out', 'f.csv', '--document', id, ...filter)
    expect(one).toMatchObject({ rows })
  })

  test('a tag that fits two places is refused, with the paths', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const from = await study.file('a.json', [
      { kind: 'note', target: [{ start: 1, end: 2 }], tags: ['A/X', 'B/X', 'X/Y'] },
    ])
    await study.run('annotate', 'w', id, '--from', from, '--annotator', 'Tool')
    const name = await study.run('export', 'w', '--format', 'md', '--out', 'o.md', '--tag', 'X')
    expect(name.status).toBe(0)
    const from2 = await study.file('b.json', [{ kind: 'note', target: [{ start: 3, end: 4 }], tags: ['C/Y'] }])
    await study.run('annotate', 'w', id, '--from', from2, '--annotator', 'Tool')
    const two = await study.run('export', 'w', '--format', 'md', '--out', 'o.md', '--tag', 'Y')
    expect(two.status).toBe(2)
    expect(two.err).toContain('C/Y, X/Y')
  })

  test('formulas are escaped unless --raw, and both forms verify', async () => {
    const study = await startStudy(onTestFinished)
    await exported(study)
    expect(await readFile(join(study.folder, 'o.csv'), 'utf8')).toContain(",'=1+1,")
    await study.run('export', 'w', '--format', 'csv', '--out', 'raw.csv', '--raw')
    expect(await readFile(join(study.folder, 'raw.csv'), 'utf8')).toContain(',=1+1,')
    expect(await verify(study, 'raw.csv')).toMatchObject({ status: 0, passed: 2 })
  })

  test('a damaged file is a note and status 1, never rows that are missing without a word', async () => {
    const study = await startStudy(onTestFinished)
    const id = await exported(study)
    const folder = join(study.folder, 'w/documents', id, 'annotations')
    const [name = ''] = await readdir(folder)
    await writeFile(join(folder, name), '{"format":')
    const older = await study.run('export', 'w', '--format', 'jsonl', '--out', 'part.jsonl')
    expect(older).toMatchObject({ status: 1, out: '2 excerpts written to part.jsonl\n' })
    expect(older.err).toContain(`documents/${id}/annotations/${name} is cut off`)
    expect(older.err).toContain('Its generation before stands in.')
    await rm(join(folder, `${name}.prev`))
    const ran = await study.run('export', 'w', '--format', 'jsonl', '--out', 'part.jsonl')
    expect(ran).toMatchObject({ status: 1, out: '0 excerpts written to part.jsonl\n' })
    expect(ran.err).toContain(`left out: documents/${id}/annotations/${name}`)
  })

  test('a folder that is not there, and one that cannot be written', async () => {
    const study = await startStudy(onTestFinished)
    expect((await study.run('export', 'w', '--format', 'md', '--out', 'no/o.md')).status).toBe(2)
    expect((await study.run('export', 'w', '--format', 'md', '--out', '/proc/o.md')).status).not.toBe(0)
  })
})
