import { execFile } from 'node:child_process'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import { ok } from '#annotations/model/result'
import { importSeed, type Study, startStudy } from './testing/study'

const quote = {
  kind: 'quote',
  target: [{ start: 535, end: 540 }],
  tags: ['War/ISIS'],
  quote: { speakers: [{ name: 'Leilwa Abdullah' }] },
}

async function annotate(study: Study, id: string, entries: unknown, ...options: string[]) {
  return study.run('annotate', 'w', id, '--from', await study.file('in.json', entries), ...options)
}

describe('names', () => {
  test('that another program wrote with control characters are shown with them, and find their tag again', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    expect((await annotate(study, id, [{ ...quote, tags: ['Wax'] }], '--annotator', 'Tool')).status).toBe(0)
    const folder = join(study.folder, 'w/codebook')
    const [file = ''] = (await readdir(folder)).filter(name => name.endsWith('.json'))
    const text = await readFile(join(folder, file), 'utf8')
    await writeFile(join(folder, file), text.replace('"Wax"', '"W\\u0000\\u001bx"'))
    await study.run('doctor', 'w', '--repair')
    const read = async () => (await study.json<ExchangeAnnotation[]>('annotations', 'w'))[0]?.tags
    expect(await read()).toEqual(['W\\u0000\\u001bx'])
    const again = await study.json(
      'annotate',
      'w',
      id,
      '--from',
      await study.file('b.json', [{ ...quote, tags: await read() }]),
      '--annotator',
      'Tool',
    )
    expect(again).toMatchObject({ unchanged: 1, tags: [] })
  })

  test('of speakers that run over a line end in the text are one in the register', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const speakers = [{ name: 'Leilwa\nAbdullah' }]
    const made = await annotate(study, id, [{ ...quote, quote: { speakers } }], '--annotator', 'Tool', '--json')
    expect(JSON.parse(made.out)).toMatchObject({ created: 1, speakers: ['Leilwa Abdullah'] })
    const other = [{ ...quote, target: [{ start: 0, end: 9 }], quote: { speakers: [{ name: 'Leilwa Abdullah' }] } }]
    expect(JSON.parse((await annotate(study, id, other, '--annotator', 'Tool', '--json')).out)).toMatchObject({
      speakers: [],
    })
  })
})

describe('what is read in', () => {
  test('comes from a plain file or the standard input, and has an end', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const bytes = new TextEncoder().encode(JSON.stringify([quote]))
    const from = ['annotate', 'w', id, '--annotator', 'Tool', '--from'] as const
    const asked: number[] = []
    const input = (most: number) => {
      asked.push(most)
      return ok(bytes)
    }
    expect(await study.runWith({ input }, ...from, '-', '--json')).toMatchObject({ status: 0 })
    expect(asked).toEqual([16 * 1024 * 1024])
    const none = await study.runWith({ input: () => ok(new Uint8Array()) }, ...from, '-')
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('The standard input is not JSON.')])
  })

  test.runIf(process.platform === 'linux')('is no device or pipe, whose end nobody knows', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await promisify(execFile)('mkfifo', [join(study.folder, 'pipe')])
    for (const path of ['/dev/zero', 'pipe', '.']) {
      const ran = await study.run('annotate', 'w', id, '--from', path, '--annotator', 'Tool', '--json')
      expect([ran.status, JSON.parse(ran.out).error.code]).toEqual([2, 'not-a-file'])
    }
    await symlink('/dev/zero', join(study.folder, 'o.csv'))
    const ran = await study.run('verify', 'o.csv', '--workspace', 'w', '--json')
    expect([ran.status, JSON.parse(ran.out).error.code]).toEqual([2, 'not-a-file'])
  })
})
