import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { ok, problem } from '#annotations/model/result'
import type { BatchRow } from '#app/contract/values'
import { createDirectIntake } from '#app/intake/direct-intake'
import { createMemoryStore } from '#app/testing/memory-store'
import { ImportBatch } from './import-batch'
import { type ImportPorts, importDocuments } from './import-documents'
import { importPasted } from './import-pasted'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'

const release = (name: string) =>
  `${name} opens a plant\n\n${name} said on Monday that it would open a plant on the river in spring, with work for two hundred people. ` +
  `The mayor of the town called it good news, and asked ${name} to think of the road that leads there as well.`

let session: WorkspaceSession
let disk: Map<string, Uint8Array>
let ports: ImportPorts
beforeEach(async () => {
  const opened = await openSession(createMemoryStore())
  if (!opened.ok) throw new Error(opened.error.code)
  session = opened.value
  disk = new Map()
  let ids = 0
  ports = {
    intake: createDirectIntake(),
    clock: { now: () => '2026-05-01T09:30:00.000Z' },
    ids: { next: () => `id${++ids}` },
    files: {
      list: async path => {
        const below = [...disk.keys()].filter(file => file === path || file.startsWith(`${path}/`))
        return below.length === 0 ? problem('not-found', { path }) : ok(below)
      },
      read: async path => {
        const bytes = disk.get(path)
        return bytes === undefined ? problem('not-found', { path }) : ok({ name: path.split('/').at(-1) ?? '', bytes })
      },
      write: async () => problem('io'),
    },
  }
})

const put = (path: string, content: string | Uint8Array) =>
  void disk.set(path, typeof content === 'string' ? strToU8(content) : content)

/** Imports, and gives a line for each row: its path, its state and why. */
async function bring(...paths: readonly string[]): Promise<string[]> {
  const rows = await importDocuments(session, ports, paths)
  return rows.map(({ path, state, code }) => [path, state, code].filter(Boolean).join(' '))
}

const headlines = () => session.rows(undefined).map(({ headline }) => headline)

const mail = `From: News <news@example.org>
Subject: Two releases
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Dear editors, please find two releases of today attached to this message.
--b
Content-Type: text/plain
Content-Disposition: attachment; filename="berth.txt"

${release('Berth')}
--b
Content-Type: image/png
Content-Disposition: attachment; filename="logo.png"

x
--b
Content-Type: text/plain
Content-Disposition: attachment; filename="berth.txt"
Content-Transfer-Encoding: base64

${Buffer.from(release('Quay')).toString('base64')}
--b--
`

describe('an archive', () => {
  test('is a batch of the files inside of it, without what systems leave there', async () => {
    put(
      'news.zip',
      zipSync({
        'may/ferry.txt': strToU8(release('Ferry')),
        'may/': new Uint8Array(),
        'note.md': strToU8('# Shore\n\nShore power comes.'),
        'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
        '__MACOSX/may/._ferry.txt': strToU8('x'),
        '.DS_Store': strToU8('x'),
      }),
    )
    put('last.txt', release('Last'))
    expect(await bring('news.zip', 'last.txt')).toEqual([
      'news.zip/may/ferry.txt imported',
      'news.zip/note.md imported',
      'news.zip/logo.png failed unsupported-format',
      'last.txt imported',
    ])
    const [first = ''] = session.documents()
    expect(session.release(first)?.current.source?.name).toBe('ferry.txt')
  })

  test.each([
    [
      'one inside another',
      { 'in.zip': zipSync({ 'a.txt': strToU8('Text.') }) },
      ['z.zip/in.zip failed nested-archive'],
    ],
    ['one without files', { 'folder/': new Uint8Array() }, ['z.zip failed empty-archive']],
    ['a name that leads outside', { '../../etc/a.txt': strToU8('Text.') }, ['z.zip failed unreadable']],
    [
      'a bomb beside a release',
      { 'bomb.txt': new Uint8Array(60 * 1024 * 1024), 'a.txt': strToU8('Text.') },
      ['z.zip/bomb.txt failed too-much-text', 'z.zip/a.txt imported'],
    ],
  ])('%s', async (_what, files, rows) => {
    put('z.zip', zipSync(files))
    expect(await bring('z.zip')).toEqual(rows)
  })

  test('gives one file of it where the path goes on', async () => {
    put('news.zip', zipSync({ 'a.txt': strToU8(release('A')), 'may/b.txt': strToU8(release('B')) }))
    expect(await bring('news.zip/may/b.txt', 'news.zip/c.txt', 'old.zip/a.txt')).toEqual([
      'news.zip/may/b.txt imported',
      'news.zip/c.txt failed not-found',
      'old.zip failed not-found',
    ])
  })
})

describe('a message', () => {
  test('comes in without what came with it, and says what could be read of that', async () => {
    put('mail.eml', mail)
    const [row] = await importDocuments(session, ports, ['mail.eml'])
    expect(row?.warnings).toEqual([
      {
        code: 'attachments-left-out',
        facts: { count: 3, names: 'berth.txt\nlogo.png\nberth (2).txt', readable: 'berth.txt\nberth (2).txt' },
      },
    ])
  })

  test('has documents of its own in what came with it, which know to which they belong', async () => {
    put('mail.eml', mail)
    await bring('mail.eml')
    expect(await bring('mail.eml/berth.txt', 'mail.eml/berth (2).txt')).toEqual([
      'mail.eml/berth.txt imported',
      'mail.eml/berth (2).txt imported',
    ])
    const [message, berth = '', quay = ''] = session.documents()
    expect(session.release(berth)?.current).toMatchObject({ attachedTo: { document: message, name: 'berth.txt' } })
    expect(session.release(quay)?.current.text).toContain('Quay said on Monday')
  })
})

describe('a text', () => {
  test('that is there is named, one that is nearly there comes in and says to which it is near', async () => {
    put('a.txt', release('Ferry'))
    put('b/again.txt', `${release('Ferry')}\n\n`)
    put('b/corrected.txt', release('Ferry').replace('two hundred', 'two hundred and fifty'))
    put('b/other.md', '# Shore power\n\nThe harbour gets shore power for cruise ships, which cost nine million in all.')
    const rows = await importDocuments(session, ports, ['a.txt', 'b'])
    const [first] = session.documents()
    expect(rows.map(row => [row.state, row.similar?.document])).toEqual([
      ['imported', undefined],
      ['skipped', undefined],
      ['imported', first],
      ['imported', undefined],
    ])
    expect(rows[2]?.similar?.containment).toBeGreaterThan(0.8)
    expect(headlines()).toHaveLength(3)
  })

  test('of an encoding that is not known comes in when one is chosen', async () => {
    put('old.txt', Uint8Array.of(0xb1, 0xe6))
    const again = await importDocuments(session, ports, ['old.txt'], { encoding: 'iso-8859-2' })
    expect(again[0]?.state).toBe('imported')
    expect(headlines()).toEqual(['ąć'])
  })
})

describe('what was copied', () => {
  const paste = async (html: string, text: string) => {
    const [row] = await importPasted(session, ports, { html, text })
    return row?.code ?? row?.state
  }

  test('is a page where it is one, with headings and without what a page has around its text', async () => {
    const page =
      '<meta charset="utf-8"><nav><a href="/">Home</a></nav><h1>Ferry opens</h1><p>It opens on <b>Monday</b>.</p>'
    expect(await paste(page, 'Home Ferry opens It opens on Monday.')).toBe('imported')
    const [document = ''] = session.documents()
    const { current } = session.release(document) ?? {}
    expect(current?.text).toBe('Ferry opens\n\nIt opens on Monday.')
    expect(current?.blocks[0]).toMatchObject({ type: 'heading', role: 'headline' })
    expect(current?.source).toMatchObject({ name: 'Pasted text.html', mediaType: 'text/html' })
  })

  test('is plain text where there is no page, or one without words', async () => {
    expect(await paste('', release('Ferry'))).toBe('imported')
    expect(await paste('<img src="x">', release('Quay'))).toBe('imported')
    expect(headlines()).toEqual(['Ferry opens a plant', 'Quay opens a plant'])
  })

  test('is under the rules of files: the same text again is one, and too much or nothing says so', async () => {
    expect(await paste('', release('Ferry'))).toBe('imported')
    expect(await paste(`<p>${release('Ferry').replaceAll('\n\n', '</p><p>')}`, '')).toBe('same-text')
    expect(await paste('', 'x'.repeat(51 * 1024 * 1024))).toBe('too-large')
    expect(await paste(' ', '\n')).toBe('nothing-copied')
    expect(headlines()).toHaveLength(1)
  })
})

test('every row goes from waiting over reading to its end, and none is left out', async () => {
  put('a.txt', release('A'))
  put('z.zip', zipSync({ 'b.txt': strToU8(release('B')), 'c.txt': strToU8('') }))
  const states = new Map<string, string[]>()
  const shown: BatchRow[] = []
  const rows = await importDocuments(session, ports, ['a.txt', 'z.zip', 'none.txt'], {
    onRows: (told, whole) => {
      if (whole) shown.length = 0
      for (const [at, row] of told) {
        shown[at] = row
        const before = states.get(row.path) ?? []
        if (before.at(-1) !== row.state) states.set(row.path, [...before, row.state])
      }
    },
  })
  expect(shown).toEqual(rows)
  expect([...states]).toEqual([
    ['a.txt', ['waiting', 'reading', 'imported']],
    ['z.zip', ['waiting', 'reading']],
    ['none.txt', ['waiting', 'failed']],
    ['z.zip/b.txt', ['waiting', 'reading', 'imported']],
    ['z.zip/c.txt', ['waiting', 'reading', 'failed']],
  ])
})

test('after a cancel the rest are rows that say so', async () => {
  for (const name of ['a', 'b', 'c']) put(`${name}.txt`, release(name))
  const stop = new AbortController()
  const rows = await importDocuments(session, ports, ['a.txt', 'b.txt', 'c.txt'], {
    signal: stop.signal,
    onRows: told => {
      if (told.some(([at, row]) => at === 0 && row.state === 'imported')) stop.abort()
    },
  })
  expect(rows.map(({ code = 'in' }) => code)).toEqual(['in', 'cancelled', 'cancelled'])
})

test('rows of an archive stand where it stood', () => {
  const told: BatchRow[][] = []
  const batch = new ImportBatch(
    [
      { path: 'z.zip', state: 'waiting' },
      { path: 'b', state: 'waiting' },
    ],
    rows => told.push(rows.map(([, row]) => row)),
  )
  batch.replace(0, [{ path: 'z.zip/a', state: 'waiting' }])
  expect(told.at(-1)?.map(({ path }) => path)).toEqual(['z.zip/a', 'b'])
})
