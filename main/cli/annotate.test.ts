import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import { createDirectIntake } from '#app/intake/direct-intake'
import { machineClock } from '../clock-and-ids'
import { openProfile } from '../profile/profile'
import { openWorkspace } from '../store/workspace-folder'
import { importSeed, type Study, seedHash, startStudy } from './testing/study'

const quote = {
  kind: 'quote',
  target: [{ start: 535, end: 540 }],
  tags: ['War/ISIS'],
  note: 'seen',
  status: 'submitted',
  quote: { type: 'direct', speakers: [{ name: 'Leilwa Abdullah', roleAsWritten: 'spokesperson' }] },
}
const claim = {
  kind: 'claim',
  target: [{ start: 10, end: 20 }],
  claim: { type: 'quantity', claimant: 'OIR', statement: '71 nations', figures: [{ asWritten: '71', value: 71 }] },
}

async function annotate(study: Study, id: string, entries: unknown, ...options: string[]) {
  return study.run('annotate', 'w', id, '--from', await study.file('in.json', entries), ...options)
}

async function profileOf(study: Study) {
  return (await openProfile(study.userFolder)).read()
}

/** A second text of the release, as an import of a new version would store it; gives its hash. */
async function addRevision(study: Study, document: string): Promise<string> {
  const bytes = Buffer.from('Syrian Democratic Forces announce a drive.\n\nIt was corrected today.\n')
  const read = await createDirectIntake().read({ name: 'second.txt', bytes }, machineClock.now())
  const store = await openWorkspace(join(study.folder, 'w'))
  if (!read.ok || !store.ok) throw new Error('no second text')
  const revision = { ...read.value.revision, parent: seedHash }
  const added = await store.value.addRevision(document, revision, bytes)
  if (!added.ok) throw new Error(added.error.code)
  return revision.id
}

/** Everything that annotators stated in the workspace; equal before and after means that nothing was written. */
async function standing(study: Study) {
  const registers = await Promise.all(['codebook', 'speakers'].map(name => study.json('register', 'w', name)))
  return [await study.json('annotations', 'w'), registers, (await profileOf(study)).annotators]
}

describe('annotations read in', () => {
  test('speak the schema that is printed, in the order of the text', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const ran = await annotate(study, id, [quote, claim], '--annotator', 'Tool', '--json')
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({
      annotator: { name: 'Tool', what: 'import' },
      created: 2,
      unchanged: 0,
      tags: ['War', 'War/ISIS'],
      speakers: ['Leilwa Abdullah', 'OIR'],
    })
    const listed = await study.json<ExchangeAnnotation[]>('annotations', 'w', id)
    expect(listed.map(({ kind, author }) => [kind, author])).toEqual([
      ['claim', 'Tool'],
      ['quote', 'Tool'],
    ])
    expect(listed[1]).toMatchObject({
      document: id,
      tags: ['War/ISIS'],
      note: 'seen',
      status: 'submitted',
      anchorState: 'exact',
      quote: { speakers: [{ name: 'Leilwa Abdullah', speaker: 'Leilwa Abdullah', roleAsWritten: 'spokesperson' }] },
    })
    expect(await study.json('documents', 'w')).toMatchObject([{ counts: { quote: 1, claim: 1, note: 0 } }])
  })

  test('the same input twice changes nothing, nor does what was printed', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await annotate(study, id, [quote, claim, claim], '--annotator', 'Tool')
    const file = join(study.folder, 'w/documents', id, 'annotations')
    const before = [await standing(study), await readAll(file)]
    const again = await annotate(study, id, [quote, claim, claim], '--annotator', 'Tool', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, unchanged: 3, tags: [], speakers: [] })
    const printed = await study.json('annotations', 'w')
    const back = await annotate(study, id, printed, '--annotator', 'Tool', '--json')
    expect(JSON.parse(back.out)).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
    expect([await standing(study), await readAll(file)]).toEqual(before)
  })

  test('an entry with an id is changed in place', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await annotate(study, id, [{ ...quote, id: 'q1' }], '--annotator', 'Tool')
    await annotate(study, id, [{ ...quote, id: 'q1', note: 'changed' }], '--annotator', 'Tool')
    expect(await study.json('annotations', 'w')).toMatchObject([{ id: 'q1', note: 'changed' }])
  })
})

async function readAll(folder: string) {
  return Promise.all((await readdir(folder)).sort().map(name => readFile(join(folder, name), 'utf8')))
}

describe('what is wrong is named by entry and field, and nothing is read in', () => {
  const good = claim
  const wrong: [name: string, entry: unknown, field: string, code: string][] = [
    ['no object', 7, '', 'not-an-object'],
    ['no kind', { target: good.target }, 'kind', 'missing'],
    ['an unknown kind', { ...good, kind: 'rumour' }, 'kind', 'wrong-value'],
    ['no target', { kind: 'note' }, 'target', 'missing'],
    ['an empty target', { kind: 'note', target: [] }, 'target', 'missing'],
    ['no end', { kind: 'note', target: [{ start: 1 }] }, 'target[0].end', 'missing'],
    ['a start in words', { kind: 'note', target: [{ start: 'one', end: 2 }] }, 'target[0].start', 'wrong-value'],
    ['half an offset', { kind: 'note', target: [{ start: 1.5, end: 2 }] }, 'target[0].start', 'wrong-value'],
    ['a negative start', { kind: 'note', target: [{ start: -1, end: 2 }] }, 'target[0].start', 'outside-text'],
    ['an end outside', { kind: 'note', target: [{ start: 1, end: 9999 }] }, 'target[0].end', 'outside-text'],
    [
      'a second piece that is empty',
      {
        kind: 'note',
        target: [
          { start: 1, end: 2 },
          { start: 4, end: 4 },
        ],
      },
      'target[1].end',
      'empty-range',
    ],
    [
      'another text',
      { kind: 'note', target: [{ start: 0, end: 6, exact: 'Syriam' }] },
      'target[0].exact',
      'exact-differs',
    ],
    ['a note that is none', { ...good, note: 5 }, 'note', 'wrong-value'],
    ['a tag with NUL in its name', { ...good, tags: ['War', 'W\0ar'] }, 'tags[1]', 'control-character'],
    ['a tag on two lines', { ...good, tags: ['Places/Ea\nst'] }, 'tags[0]', 'control-character'],
    ['a tag without a name', { ...good, tags: ['War', 'War/ '] }, 'tags[1]', 'wrong-value'],
    ['a status that nobody has', { ...good, status: 'finished' }, 'status', 'unknown-status'],
    ['fields of another kind', { ...good, kind: 'note' }, 'claim', 'wrong-kind'],
    ['an unknown claim type', { ...good, claim: { type: 'gossip' } }, 'claim.type', 'unknown-claim-type'],
    [
      'a figure without wording',
      { ...good, claim: { figures: [{ value: 1 }] } },
      'claim.figures[0].asWritten',
      'missing',
    ],
    [
      'a value that is no number',
      { ...good, claim: { figures: [{ asWritten: 'a', value: 'many' }] } },
      'claim.figures[0].value',
      'wrong-value',
    ],
    [
      'a speaker without a name',
      { ...quote, quote: { speakers: [{ roleAsWritten: 'x' }] } },
      'quote.speakers[0].name',
      'missing',
    ],
    ['a part that is none', { ...good, parts: [{ part: 'echo', start: 1, end: 2 }] }, 'parts[0].part', 'wrong-value'],
    ['an id that is none', { ...good, id: '../x' }, 'id', 'wrong-value'],
    ['an id again', { ...good, id: 'first' }, 'id', 'repeated-id'],
    ['another document', { ...good, document: 'd2' }, 'document', 'wrong-document'],
    ['an unknown revision', { ...good, revision: 'f'.repeat(64) }, 'revision', 'unknown-revision'],
    ['another author', { ...good, author: 'Ada Marsh' }, 'author', 'wrong-author'],
    ["another author's id", { ...good, authorId: 'ada' }, 'authorId', 'wrong-author'],
  ]
  test.each(wrong)('%s', async (_name, entry, field, code) => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const before = await standing(study)
    const ran = await annotate(study, id, [{ ...quote, id: 'first' }, entry], '--annotator', 'Tool', '--json')
    expect(ran.status).toBe(2)
    expect(JSON.parse(ran.out).error).toMatchObject({ code, facts: { entry: 1, field } })
    expect(ran.err).toContain(field === '' ? 'Entry [1]: ' : `Entry [1], field ${field}: `)
    expect(ran.err).toContain('Nothing was read in.')
    expect(await standing(study)).toEqual(before)
  })

  test.each([
    ['no JSON', '{"kind":', 'not-json'],
    ['no list', '{"kind":"note"}', 'not-a-list'],
    ['a member that is not accepted', '[{"kind":"note","__proto__":{}}]', 'forbidden-key'],
  ])('a file that holds %s', async (_name, content, code) => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const ran = await annotate(study, id, content, '--annotator', 'Tool', '--json')
    expect(ran.status).toBe(2)
    expect(JSON.parse(ran.out).error.code).toBe(code)
    expect((await profileOf(study)).annotators).toEqual([])
  })

  test('a target for an earlier text, until such targets can be carried over', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const current = await addRevision(study, id)
    const before = await standing(study)
    const entries = [
      { ...claim, revision: current },
      { ...quote, revision: seedHash },
    ]
    const ran = await annotate(study, id, entries, '--annotator', 'Tool', '--json')
    expect(ran.status).toBe(2)
    expect(JSON.parse(ran.out).error).toMatchObject({ code: 'not-yet', facts: { entry: 1, field: 'revision' } })
    expect(await standing(study)).toEqual(before)
    expect((await annotate(study, id, entries.slice(0, 1), '--annotator', 'Tool')).status).toBe(0)
  })

  test('formats that are not there yet are not offered', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    for (const format of ['w3c', 'brat', '']) {
      expect((await annotate(study, id, [], '--annotator', 'Tool', '--format', format)).status).toBe(2)
    }
    expect((await annotate(study, id, [claim], '--annotator', 'Tool', '--format', 'pressmark')).status).toBe(0)
  })
})

describe('whose annotations they become', () => {
  test('a new name makes one set, which the profile may act as; who is at the desk stays', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await annotate(study, id, [claim], '--annotator', 'Tool')
    await annotate(study, id, [quote], '--annotator', ' Tool ')
    const { annotators, current } = await profileOf(study)
    expect(annotators).toEqual([{ id: expect.any(String), name: 'Tool', what: 'import' }])
    expect(current).toBeUndefined()
    expect(await study.json('annotations', 'w', '--annotator', annotators[0]?.id ?? '')).toHaveLength(2)
  })

  test('a set that is in the workspace is found from another profile', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await annotate(study, id, [claim], '--annotator', 'Tool')
    const again = await annotate(study, id, [claim], '--annotator', 'Tool', '--user-data-dir', 'elsewhere', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ unchanged: 1, created: 0 })
  })

  test('a colleague is refused, by name and by id', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const from = await study.file('in.json', [claim])
    await study.runWith({ env: { PRESSMARK_ANNOTATOR: 'Ada' } }, 'annotate', 'w', id, '--from', from)
    const [{ authorId } = { authorId: '' }] = await study.json<ExchangeAnnotation[]>('annotations', 'w')
    for (const name of ['Ada', authorId]) {
      const ran = await annotate(study, id, [quote], '--annotator', name, '--user-data-dir', 'elsewhere')
      expect(ran.status).toBe(2)
      expect(ran.err).toContain('somebody else')
    }
    expect((await annotate(study, id, [quote], '--annotator', 'Ada')).status).toBe(0)
  })

  test('a name that fits two is refused in reading and in writing; the id is taken', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    for (const folder of ['one', 'two']) {
      const from = await study.file('in.json', [{ ...claim, note: folder }])
      const io = { env: { PRESSMARK_ANNOTATOR: 'Ada' }, userFolder: join(study.folder, folder) }
      expect((await study.runWith(io, 'annotate', 'w', id, '--from', from)).status).toBe(0)
    }
    const one = (await openProfile(join(study.folder, 'one'))).read().annotators[0]
    const two = (await openProfile(join(study.folder, 'two'))).read().annotators[0]
    const both = await openProfile(study.userFolder)
    await both.update(profile => ({ ...profile, annotators: [one, two].flatMap(found => found ?? []) }))
    for (const args of [
      ['annotations', 'w', '--annotator', 'Ada'],
      ['export', 'w', '--format', 'csv', '--out', 'o.csv', '--annotator', 'Ada'],
      ['annotate', 'w', id, '--from', 'in.json', '--annotator', 'Ada'],
    ]) {
      const ran = await study.run(...args)
      expect(ran.status).toBe(2)
      expect(ran.err).toContain(`${one?.id}, ${two?.id}`)
    }
    const env = { PRESSMARK_ANNOTATOR: 'Ada' }
    expect((await study.runWith({ env }, 'annotate', 'w', id, '--from', 'in.json')).status).toBe(2)
    expect(await study.json('annotations', 'w', '--annotator', two?.id ?? '')).toMatchObject([{ note: 'two' }])
  })

  test('without a name: PRESSMARK_ANNOTATOR, else who is at the desk, else status 2', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const none = await annotate(study, id, [claim])
    expect(none.status).toBe(2)
    expect(none.err).toContain('Who is writing?')
    const profile = await openProfile(study.userFolder)
    await profile.update(now => ({ ...now, current: 'ada', annotators: [{ id: 'ada', name: 'Ada', what: 'person' }] }))
    await annotate(study, id, [claim])
    await study.runWith({ env: { PRESSMARK_ANNOTATOR: 'Ben' } }, 'annotate', 'w', id, '--from', 'in.json')
    const listed = await study.json<ExchangeAnnotation[]>('annotations', 'w')
    expect(listed.map(({ author }) => author).sort()).toEqual(['Ada', 'Ben'])
  })
})
