import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Study, startStudy } from './testing/study'

const before = 'Northmark commits\n\nNorthmark will cut methane by 40 percent by 2025.\n\nEvery leak will be published.'
const after = before.replace('40', '38')

interface Row {
  readonly state: string
  readonly document?: string
  readonly revision?: string
  readonly code?: string
  readonly message?: string
  readonly anchors?: { readonly mine: object; readonly others: object }
}

/** A study with one document, two annotations of Ann and one of Bo in it. */
async function annotated() {
  const study = await startStudy(onTestFinished)
  const [row] = await rowsOf(study, before)
  const document = row?.document ?? ''
  const marks = (...words: string[]) =>
    words.map(text => ({
      kind: 'note',
      target: [{ start: before.indexOf(text), end: before.indexOf(text) + text.length }],
    }))
  await study.file('ann.json', marks('40 percent', 'Every leak'))
  await study.file('bo.json', marks('published'))
  await study.json('annotate', 'w', document, '--from', 'ann.json', '--annotator', 'Ann')
  await study.json('annotate', 'w', document, '--from', 'bo.json', '--annotator', 'Bo')
  return { study, document, revision: row?.revision }
}

/** Imports a text, as Ann. */
async function rowsOf(study: Study, text: string, ...more: string[]): Promise<Row[]> {
  await writeFile(join(study.folder, 'release.txt'), text)
  const ran = await study.runWith(
    { env: { PRESSMARK_ANNOTATOR: 'Ann' } },
    'import',
    'w',
    'release.txt',
    ...more,
    '--json',
  )
  return JSON.parse(ran.out)
}

describe('import --revision-of', () => {
  test('makes the file the current text, and says how annotations stand in it', async () => {
    const { study, document, revision } = await annotated()
    const [row] = await rowsOf(study, after, '--revision-of', document)
    expect(row).toMatchObject({
      state: 'imported',
      document,
      anchors: { mine: { exact: 1, undecided: 1 }, others: { exact: 1 } },
    })
    expect(await study.json('show', 'w', document)).toMatchObject({ revision: row?.revision })
    expect(row?.revision).not.toBe(revision)
    const shown = await study.json<{ anchor: string }[]>('annotations', 'w', '--annotator', 'Ann')
    expect(shown.flatMap(one => Object.values(one))).toEqual(expect.arrayContaining(['exact', 'undecided']))
    expect(await study.json('doctor', 'w')).toMatchObject({ ok: true, problems: [] })
  })

  test('says it in words', async () => {
    const { study, document } = await annotated()
    await writeFile(join(study.folder, 'new.txt'), after)
    const env = { PRESSMARK_ANNOTATOR: 'Ann' }
    const ran = await study.runWith({ env }, 'import', 'w', 'new.txt', '--revision-of', document)
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.out).toBe(
      `imported  ${document}  new.txt\nYour annotations: 2 annotations: 1 exact, 0 moved, 1 to decide, 0 lost\nThose of others: 1 annotation: 1 exact, 0 moved, 0 to decide, 0 lost\n`,
    )
  })

  test('skips the current text, and gives an old one back with its places', async () => {
    const { study, document, revision } = await annotated()
    expect(await rowsOf(study, before, '--revision-of', document)).toMatchObject([
      { state: 'skipped', code: 'same-text' },
    ])
    await rowsOf(study, after, '--revision-of', document)
    expect(await rowsOf(study, before, '--revision-of', document)).toMatchObject([
      { state: 'imported', code: 'text-returned', revision, anchors: { mine: { exact: 2 } } },
    ])
  })

  test('refuses the text of another document, and names that', async () => {
    const { study, document } = await annotated()
    const [other] = await rowsOf(study, 'Another release.')
    const [row] = await rowsOf(study, 'Another release.', '--revision-of', document)
    expect(row).toMatchObject({ state: 'failed', code: 'text-of-another', document: other?.document })
    const ran = await study.run('import', 'w', 'gone.txt', '--revision-of', document)
    expect(ran).toMatchObject({ status: 2 })
  })
})
