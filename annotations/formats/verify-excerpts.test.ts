import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../model/annotation'
import { buildExcerpts } from './build-excerpts'
import { excerptFromTexts, textsOf } from './column-text'
import { type ColumnName, type Excerpt, laterColumns } from './excerpt'
import { readMd } from './md/read'
import { writeMd } from './md/write'
import { excerptFormats } from './registry'
import { rowSha256, withHash } from './row-sha256'
import { annotation, good, lookup, on, second, state } from './sample-export'
import { rangeOf, sampleDocument, sampleRevision, sampleText, sourceOf, stateAfter, stateOf } from './sample-release'
import { verifyExcerpts } from './verify-excerpts'

/** An excerpt that somebody changed and whose hash is either as it was or made anew. */
function changed(columns: Partial<Excerpt>, hash: 'old hash' | 'new hash'): Excerpt {
  const excerpt = { ...good, ...columns }
  return hash === 'new hash' ? withHash(excerpt) : excerpt
}

function verify(excerpt: Excerpt, known = lookup()) {
  return verifyExcerpts([{ row: 1, line: 2, texts: textsOf(excerpt) }], known)
}

describe.each(excerptFormats)('a check of $name', ({ write, read }) => {
  it('passes what was exported', () => {
    const rows = read(write([good, second]))
    expect(rows.ok && verifyExcerpts(rows.value, lookup())).toEqual({
      checked: 2,
      passed: 2,
      failed: [],
      information: [],
      absent: [],
    })
  })

  it('names the row that was changed', () => {
    const file = write([second, changed({ tags: ['Tone'] }, 'old hash')])
    const rows = read(file)
    const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
    expect(found).toMatchObject({ checked: 2, passed: 1, failed: [{ row: 2, annotation: 'q1', code: 'row-altered' }] })
  })

  it('fails a row that is in the file twice, also with other content', () => {
    for (const again of [good, withHash({ ...good, note: 'other' })]) {
      const rows = read(write([good, second, again]))
      const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
      expect(found).toMatchObject({
        checked: 3,
        passed: 2,
        failed: [{ row: 3, annotation: 'q1', code: 'row-doubled' }],
      })
    }
  })

  it('tells which annotations of its documents are not in the file', () => {
    const rows = read(write([second]))
    const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
    expect(found).toMatchObject({ passed: 1, failed: [], absent: [{ document: sampleDocument, annotation: 'q1' }] })
  })
})

describe('verifying excerpts', () => {
  it('fails a Markdown file that shows another text than its fields have', () => {
    const rows = readMd(writeMd([good]).replace('> “We are glad,”', '> “We are sad,”'))
    const found = rows.ok ? verifyExcerpts(rows.value, lookup()) : undefined
    expect(found?.failed).toMatchObject([{ row: 1, annotation: 'q1', code: 'row-altered' }])
  })

  it('passes whatever is exported, in every format', () => {
    const offsets = [0, ...[...sampleText.matchAll(/./gsu)].map(({ 0: char, index }) => index + char.length)]
    const offset = fc.constantFrom(...offsets)
    const part = fc.constantFrom('content' as const, 'content' as const, 'cue' as const, 'source' as const)
    const range = fc
      .tuple(part, offset, offset)
      .filter(([, a, b]) => a !== b)
      .map(([part, a, b]) => ({ part, start: Math.min(a, b), end: Math.max(a, b) }))
    const segments = fc
      .array(range, { minLength: 1, maxLength: 4 })
      .filter(list => list.some(piece => piece.part === 'content'))
    fc.assert(
      fc.property(fc.array(segments, { maxLength: 4 }), fc.string({ unit: 'binary' }), (targets, note) => {
        const acts = targets.map((pieces, i) => ({
          do: 'create' as const,
          document: sampleDocument,
          annotation: `n${i}`,
          kind: 'quote' as const,
          revision: sampleRevision.id,
          segments: pieces,
          note,
        }))
        const exported = buildExcerpts(sourceOf(stateAfter(stateOf(sampleRevision), acts)))
        expect(exported).toHaveLength(targets.length)
        for (const { write, read } of excerptFormats) {
          const rows = read(write(exported))
          expect(rows.ok && verifyExcerpts(rows.value, lookup()).failed).toEqual([])
        }
      }),
    )
  })

  it.each<[string, Excerpt, string, readonly string[] | undefined]>([
    [
      'a changed word of the text',
      changed({ exact_text: '“We are sad,”' }, 'old hash'),
      'text-differs',
      ['row-altered'],
    ],
    [
      'a changed word with the hash made anew',
      changed({ exact_text: '“We are sad,”' }, 'new hash'),
      'text-differs',
      undefined,
    ],
    ['a changed note', changed({ note: 'other' }, 'old hash'), 'row-altered', undefined],
    ['a moved range', changed({ segments: [{ start: 0, end: 4 }] }, 'new hash'), 'text-differs', undefined],
    ['a range beyond the text', changed({ segments: [{ start: 0, end: 1e6 }] }, 'new hash'), 'text-differs', undefined],
    ['no range', changed({ segments: [] }, 'new hash'), 'text-differs', undefined],
    ['another prefix', changed({ prefix: 'x' }, 'new hash'), 'text-differs', undefined],
    ['another suffix', changed({ suffix: 'x' }, 'new hash'), 'text-differs', undefined],
    ['a sentence that is not there', changed({ sentence: 'We lost.' }, 'new hash'), 'text-differs', undefined],
    ['a paragraph that is not there', changed({ paragraph: 'We lost.' }, 'new hash'), 'text-differs', undefined],
    ['a cue that is not there', changed({ cue: 'admitted' }, 'new hash'), 'text-differs', undefined],
    ['another unit', changed({ segments_unit: 'bytes' }, 'new hash'), 'text-differs', undefined],
    ['another document', changed({ document_id: 'd9' }, 'new hash'), 'unknown-document', undefined],
    ['another revision', changed({ revision_hash: 'b'.repeat(64) }, 'old hash'), 'unknown-revision', ['row-altered']],
  ])('finds %s', (_name, excerpt, code, also) => {
    const { failed } = verify(excerpt)
    expect(failed).toEqual([{ row: 1, line: 2, annotation: 'q1', code, ...(also === undefined ? {} : { also }) }])
  })

  it('fails where the stored text is damaged, even far from the excerpt', () => {
    expect(verify(good, lookup({ text: sampleText.replace('12 towns', '21 towns') })).failed).toMatchObject([
      { code: 'text-differs' },
    ])
    expect(verify(good, lookup({ text: undefined })).failed).toMatchObject([{ code: 'unknown-revision' }])
  })

  it.each([
    ['a column that is missing', { drop: 'note' as const }],
    ['ranges that are none', { segments: 'somewhere' }],
    ['a row that cannot be read', { broken: true as const }],
  ])('calls %s a bad row', (_name, how) => {
    const texts = textsOf(good)
    if ('drop' in how) texts.delete(how.drop)
    if ('segments' in how) texts.set('segments', how.segments)
    const broken = 'broken' in how ? { broken: how.broken } : {}
    const { failed, information } = verifyExcerpts([{ row: 7, line: 9, texts, ...broken }], lookup())
    expect(failed).toEqual([{ row: 7, line: 9, annotation: 'q1', code: 'bad-row' }])
    expect(information).toEqual([])
  })

  it.each<[string, Annotation | undefined, string]>([
    ['has changed since', { ...annotation, modified: '2030-01-01T00:00:00.000Z' }, 'annotation-changed'],
    ['was removed since', { ...annotation, deleted: true }, 'annotation-removed'],
    ['is not known', undefined, 'unknown-annotation'],
  ])('tells, without failing, that the annotation %s', (_name, now, code) => {
    const known = lookup({ annotation: now })
    expect(verify(good, known)).toEqual({
      checked: 1,
      passed: 1,
      failed: [],
      information: [{ row: 1, line: 2, annotation: 'q1', code }],
      absent: [{ document: sampleDocument, annotation: 'q2' }],
    })
  })

  it('sees that an annotation was drawn anew or made another kind', () => {
    const segments = [{ part: 'content' as const, ...rangeOf('“We are glad,”') }]
    for (const act of [
      { do: 'place' as const, ...on, revision: sampleRevision.id, segments },
      { do: 'set-kind' as const, ...on, kind: 'claim' as const },
    ]) {
      const now = sourceOf(stateAfter(state, [act])).annotations[0]?.annotation
      const sameTime = now === undefined ? undefined : { ...now, modified: annotation.modified }
      expect(verify(good, lookup({ annotation: sameTime })).information).toMatchObject([{ code: 'annotation-changed' }])
    }
  })

  it('passes what an earlier version exported, without the columns that came later, and sees these changed', () => {
    const columns = [...textsOf({ ...good, own_fields: ['Beat: Ports'] })].filter(([name]) => name !== 'row_sha256')
    const earlier = new Map(columns.filter(([name]) => !laterColumns.has(name)))
    const now = new Map(columns)
    const check = (texts: Map<ColumnName, string>) => verifyExcerpts([{ row: 1, line: 2, texts }], lookup())
    expect(check(new Map([...earlier, ['row_sha256', rowSha256(earlier)]]))).toMatchObject({ passed: 1 })
    const hash = rowSha256(now)
    expect(check(new Map([...now, ['row_sha256', hash]]))).toMatchObject({ passed: 1 })
    const other = new Map<ColumnName, string>([...now, ['own_fields', 'Beat: Rail'], ['row_sha256', hash]])
    expect(check(other)).toMatchObject({ failed: [{ code: 'row-altered' }] })
    const without = new Map<ColumnName, string>([...earlier, ['row_sha256', hash]])
    expect(check(without)).toMatchObject({ failed: [{ code: 'row-altered' }] })
  })

  it('has one failure per row at most, so that passed and failed add up', () => {
    const rows = [good, changed({ exact_text: 'x' }, 'old hash'), changed({ document_id: 'x' }, 'old hash')].map(
      (excerpt, i) => ({ row: i + 1, line: i + 1, texts: textsOf(excerpt) }),
    )
    const { checked, passed, failed } = verifyExcerpts(rows, lookup())
    expect([checked, passed, failed.length]).toEqual([3, 1, 2])
    expect(excerptFromTexts(rows[0]?.texts ?? new Map())).toEqual(good)
  })
})
