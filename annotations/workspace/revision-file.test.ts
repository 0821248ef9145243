import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockSeparator, canonicalBlocks, splitCanonicalText, textHash } from '../model/canonical-text'
import { type Block, blockTypes, markTypes, metaNames, type Revision, roles } from '../model/revision'
import { cutsPair } from '../model/segments'
import { at, revisionOf } from '../testing/build'
import { readRevision, writeRevision } from './revision-file'

const runs = { numRuns: 1000 }
const head = { workspace: 'w', document: 'd' }

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('We', ' ', '\t', '\n', '“12%”', '😀', 'é', '\u00a0'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''))

/** Revisions with all that a file can hold of one. */
const revision: fc.Arbitrary<Revision> = fc
  .tuple(fc.array(words, { maxLength: 5 }), fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), fc.boolean())
  .map(([paragraphs, chance, full]) => {
    let turn = 0
    const next = () => {
      turn += 1
      return chance[turn % chance.length] ?? 0
    }
    const text = paragraphs.flatMap(canonicalBlocks).join(blockSeparator)
    const hash = textHash(String(next()))
    const offset = () => {
      const n = text === '' ? 0 : next() % text.length
      return cutsPair(text, n) ? n - 1 : n
    }
    const blocks = splitCanonicalText(text).map((range): Block => {
      const type = blockTypes[next() % blockTypes.length] ?? 'paragraph'
      return {
        ...range,
        role: roles[next() % roles.length] ?? 'body',
        type,
        ...(type === 'heading' ? { level: 1 + (next() % 6) } : {}),
        ...(type === 'item' ? { list: { n: 0, depth: next() % 3, ordered: full } } : {}),
        ...(type === 'row' ? { table: { n: 1, header: full, cells: cellsOf(text, range.start, range.end) } } : {}),
      }
    })
    return {
      id: textHash(text),
      text,
      parent: full ? hash : null,
      origin: full ? 'edit' : 'import',
      ...(full ? { by: 'ann' } : {}),
      at,
      ...(full ? {} : { source: { sha256: hash, name: 'a “b”.txt', mediaType: 'text/plain', bytes: next() } }),
      ...(full ? { attachedTo: { document: 'd2', name: 'x.pdf' } } : {}),
      blocks,
      marks: [offset(), offset()].flatMap((start, i) => {
        const end = start + ((text.codePointAt(start) ?? 0 > 0xffff) ? 2 : 1)
        const fits = end <= text.length && !cutsPair(text, end)
        return fits
          ? [
              {
                type: markTypes[next() % markTypes.length] ?? 'em',
                start,
                end,
                ...(i === 0 ? { href: 'https://x.example' } : {}),
              },
            ]
          : []
      }),
      found: metaNames.slice(0, next() % 4).map(name => ({
        name,
        value: name === 'issuer' ? null : { date: '2026-05-01' },
        ...(full ? { at: [0, 0] as const } : {}),
        how: 'text' as const,
      })),
    }
  })

function cellsOf(text: string, start: number, end: number): (readonly [number, number])[] {
  const cells: [number, number][] = []
  for (let from = start; from <= end; ) {
    const tab = text.slice(0, end).indexOf('\t', from)
    cells.push([from, tab < 0 ? end : tab])
    from = tab < 0 ? end + 1 : tab + 1
  }
  return cells
}

describe('law 1 and 12: a revision', () => {
  test('reads back as what was written, its text giving its hash and splitting into its blocks', () => {
    fc.assert(
      fc.property(revision, written => {
        const file = writeRevision(written, head)
        const read = readRevision(file)
        expect(read).toEqual({ ok: true, value: { revision: written, ...head, sound: true, newer: false } })
        if (read.ok) expect(writeRevision(read.value.revision, head)).toBe(file)
      }),
      runs,
    )
  })

  test('is refused as damaged when a character of its text is another, checksum or not', () => {
    fc.assert(
      fc.property(revision, fc.nat(), (written, n) => {
        fc.pre(written.text !== '')
        const { start, end } = written.blocks[n % written.blocks.length] ?? { start: 0, end: 1 }
        const i = start + (n % (end - start))
        const text = `${written.text.slice(0, i)}${written.text[i] === 'x' ? 'y' : 'x'}${written.text.slice(i + 1)}`
        const read = readRevision(writeRevision({ ...written, text }, head))
        expect(read).toMatchObject({ ok: false, error: { code: 'damaged' } })
      }),
      runs,
    )
  })
})

describe('the file of a revision', () => {
  const plain = revisionOf('Vessen wins', '“We won,” she said. 😀')
  const [first, second] = plain.blocks
  if (first === undefined || second === undefined) throw new Error('no blocks')

  test('has a line per block with its text', () => {
    expect(writeRevision(plain, head).split('\n').slice(1, 4)).toEqual([
      `{"type":"revision","id":"${plain.id}","parent":null,"origin":"import","at":"${at}"},`,
      '{"type":"paragraph","role":"body","start":0,"end":11,"text":"Vessen wins"},',
      `{"type":"paragraph","role":"body","start":13,"end":35,"text":"“We won,” she said. 😀"}`,
    ])
  })

  test.each<[string, Partial<Revision>, string]>([
    ['another id', { id: 'f'.repeat(64) }, 'hash'],
    ['a block left out', { blocks: [first] }, 'hash'],
    ['blocks in another order', { blocks: [second, first] }, 'hash'],
    ['two blocks as one', { blocks: [{ ...first, end: second.end }] }, 'blocks'],
    ['a block that starts late', { blocks: [first, { ...second, start: second.start + 1 }] }, 'hash'],
    ['a mark past the end', { marks: [{ type: 'em', start: 3, end: 99 }] }, 'offsets'],
    ['a mark without length', { marks: [{ type: 'em', start: 3, end: 3 }] }, 'offsets'],
    ['a mark in a character', { marks: [{ type: 'em', start: 0, end: plain.text.length - 1 }] }, 'offsets'],
    ['a finding past the end', { found: [{ name: 'place', value: 'x', at: [0, 99], how: 'text' }] }, 'offsets'],
    [
      'a cell outside its block',
      { blocks: [{ ...first, table: { n: 0, header: false, cells: [[0, 12]] } }, second] },
      'offsets',
    ],
  ])('with %s is damaged', (_, change, reason) => {
    const read = readRevision(writeRevision({ ...plain, ...change }, head))
    expect(read).toEqual({ ok: false, error: { code: 'damaged', facts: { reason } } })
  })

  test.each([
    ['id', `"id":"${plain.id}"`, '"id":"x"', 1],
    ['parent', '"parent":null', '"parent":1', 1],
    ['origin', '"import"', '"dream"', 1],
    ['at', '"at":', '"when":', 1],
    ['role', '"role":"body"', '"role":1', 2],
    ['start', '"start":0', '"start":-1', 2],
    ['end', '"end":11', '"end":"11"', 2],
    ['text', '"text":"Ve', '"words":"Ve', 2],
    ['type', '"type":"revision"', '"type":"paragraph"', 1],
  ])('with a wrong %s is refused', (field, from, to, line) => {
    const read = readRevision(writeRevision(plain, head).replace(from, to))
    expect(read).toEqual({ ok: false, error: { code: 'wrong-shape', facts: { field, line } } })
  })

  test('of a newer version is read where its text gives its hash', () => {
    const newer = writeRevision(plain, head).replace('"schemaVersion":1', '"schemaVersion":2')
    expect(readRevision(newer)).toMatchObject({ ok: true, value: { newer: true, revision: { id: plain.id } } })
    const strange = newer.replace('"text":"Vessen', '"text":"essen')
    expect(readRevision(strange)).toMatchObject({ ok: false, error: { code: 'newer-version' } })
  })

  test('skips lines, roles and findings that this version does not know', () => {
    const file = writeRevision({ ...plain, found: [{ name: 'place', value: 'x', how: 'text' }] }, head)
    const later = file
      .replace('"name":"place"', '"name":"mood"')
      .replace('"role":"body"', '"role":"verse"')
      .replace('\n]}', ',\n{"type":"picture"}\n]}')
    const read = readRevision(later)
    expect(read).toMatchObject({
      ok: true,
      value: { sound: false, revision: { found: [], blocks: [{ role: 'other' }, {}] } },
    })
  })

  test('that is another file is refused', () => {
    const other = writeRevision(plain, head).replace('pressmark-revision', 'pressmark-annotations')
    expect(readRevision(other)).toMatchObject({ ok: false, error: { code: 'wrong-shape' } })
    expect(readRevision('{}')).toEqual({ ok: false, error: { code: 'wrong-format' } })
  })
})
