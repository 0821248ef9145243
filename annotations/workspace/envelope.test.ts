import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../model/json'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { readEnvelope, writeEnvelope } from './envelope'
import { hashText } from './hash-text'
import { readJournal, writeJournal } from './journal-file'
import { maxFileLength } from './parse-json'
import { utf8Length } from './utf8-length'
import { readWorkspace, writeWorkspace } from './workspace-file'

const text = revisionOf('“We won 😀.”')
const on = { document: 'd', annotation: 'n' } as const
const segments = [{ part: 'content', start: 0, end: 3 }] as const
const state = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', { do: 'create', ...on, kind: 'quote', revision: text.id, segments }),
  editOf(
    'e2',
    'ann',
    { do: 'set-note', ...on, note: 'ü 😀' },
    { do: 'set-fact', document: 'd', fields: { 'field.x': [{}] } },
  ),
)
const journal = scopeIn(state, 'document:d').journals.get('ann') ?? expect.fail('no journal')
const file = writeJournal(journal, { workspace: 'w', scope: 'document:d' })

function codeOf(written: string): unknown {
  const read = readJournal(written)
  return read.ok ? (read.value.sound ? 'sound' : 'not sound') : read.error
}

describe('a file that is damaged or strange', () => {
  const head =
    '{"format":"pressmark-annotations","schemaVersion":1,"workspace":"w","document":"d","annotator":"a","rev":0'
  const line = (json: string) => `${head},"entries":[\n${json}\n]}\n`
  const shape = (field: string, at?: number) => ({ code: 'wrong-shape', facts: at ? { field, line: at } : { field } })

  test.each<[string, string, unknown]>([
    ['as it was written', file, 'sound'],
    ['with a byte order mark', `\ufeff${file}`, 'not sound'],
    ['with CRLF', file.replaceAll('\n', '\r\n'), 'not sound'],
    ['without its last line end', file.slice(0, -1), 'not sound'],
    ['with a space more', file.replace('"n"', '"n" '), 'not sound'],
    ['with another word', file.replace('"quote"', '"claim"'), 'not sound'],
    ['all on one line', file.replaceAll('\n', ''), 'not sound'],
    ['empty', '', { code: 'truncated' }],
    ['cut in the first line', file.slice(0, 40), { code: 'truncated' }],
    ['cut in a later line', file.slice(0, -30), { code: 'truncated' }],
    ['full of NUL', '\0'.repeat(300), { code: 'not-json' }],
    ['NUL in its middle', file.replace('"quote"', '"\0uote"'), { code: 'not-json' }],
    ['a picture', '\u0089PNG\r\n\u001a\n', { code: 'not-json' }],
    ['no object', '[1]', { code: 'wrong-format' }],
    ['of another program', '{"format":"hypothesis","schemaVersion":1}', { code: 'wrong-format' }],
    [
      'a workspace’s',
      writeWorkspace({ id: 'w', name: 'x', created: 'y' }),
      { code: 'wrong-format', facts: { format: 'pressmark-workspace' } },
    ],
    ['without a version', '{"format":"pressmark-claims"}', shape('schemaVersion')],
    ['of version 0', '{"format":"pressmark-claims","schemaVersion":0}', shape('schemaVersion')],
    [
      'newer beyond reading',
      '{"format":"pressmark-claims","schemaVersion":7,"workspace":{}}',
      { code: 'newer-version', facts: { version: 7 } },
    ],
    ['without a workspace', '{"format":"pressmark-claims","schemaVersion":1}', shape('workspace')],
    ['without a document', `${head.replace('"d"', '""')}}`, shape('document')],
    ['without an annotator', `${head.replace('"a"', '"../a"')}}`, shape('annotator')],
    ['without a rev', `${head.replace('"rev":0', '"rev":-1')}}`, shape('rev')],
    ['without entries', `${head}}`, shape('entries')],
    ['an annotation without an id', line('{"type":"annotation","changes":[]}'), shape('id', 1)],
    ['an annotation without changes', line('{"type":"annotation","id":"n"}'), shape('changes', 1)],
    ['a change that is none', line('{"type":"annotation","id":"n","changes":[1]}'), shape('changes', 1)],
    ['a change without an edit', line('{},\n{"type":"annotation","id":"n","changes":[{}]}'), shape('edit', 2)],
    ['a rev that is no count', line('{"type":"fact","edit":"e","rev":1.5}'), shape('rev', 1)],
    ['a change without a time', line('{"type":"fact","edit":"e","rev":1}'), shape('at', 1)],
    ['a set that is a list', line('{"type":"fact","edit":"e","rev":1,"at":"x","set":[]}'), shape('set', 1)],
    [
      'an over that names no edit',
      line('{"type":"fact","edit":"e","rev":1,"at":"x","over":{"a":1}}'),
      shape('over', 1),
    ],
    ['an undo of no edit', line('{"type":"fact","edit":"e","rev":1,"at":"x","undoes":""}'), shape('undoes', 1)],
    ['a reason that is no text', line('{"type":"fact","edit":"e","rev":1,"at":"x","why":1}'), shape('why', 1)],
    ['half by the program', line('{"type":"fact","edit":"e","rev":1,"at":"x","auto":false}'), shape('auto', 1)],
    ['by nobody', line('{"type":"fact","edit":"e","rev":1,"at":"x","by":""}'), shape('by', 1)],
    [
      'a now that is no list',
      line('{"type":"annotation","id":"n","changes":[{"edit":"e","rev":1,"at":"x","now":"kind"}]}'),
      shape('now', 1),
    ],
    [
      'a now that names the id',
      line('{"type":"annotation","id":"n","changes":[{"edit":"e","rev":1,"at":"x","now":["id"]}]}'),
      shape('now', 1),
    ],
    ['a member named __proto__', line('{"type":"fact","__pro\\u0074o__":{}}'), { code: 'forbidden-key' }],
    ['nested 70 deep', line('['.repeat(70) + ']'.repeat(70)), { code: 'too-deep', facts: { limit: 64 } }],
    [
      'nested 100,000 deep',
      line('['.repeat(100_000) + ']'.repeat(100_000)),
      { code: 'too-deep', facts: { limit: 64 } },
    ],
    ['in a merge of Git', `<<<<<<< HEAD\n${file}=======\n${file}>>>>>>> x\n`, { code: 'merge-conflict' }],
  ])('%s', (_, written, expected) => {
    expect(codeOf(written)).toEqual(expected)
  })

  test('of more than 50 MB is not parsed', () => {
    const limit = { code: 'too-large', facts: { limit: maxFileLength, length: maxFileLength + 1 } }
    expect(codeOf(' '.repeat(maxFileLength + 1))).toEqual(limit)
  })

  test('cut at each character is never taken for whole', () => {
    for (let end = 0; end < file.length; end += 1) {
      const code = codeOf(file.slice(0, end))
      expect([end, code]).toEqual([end, end === file.length - 1 ? 'not sound' : { code: 'truncated' }])
    }
  })

  test('with one bit flipped anywhere is read as not sound, or refused, or says the same', () => {
    const bytes = new TextEncoder().encode(file)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = bytes.slice()
        flipped[at] = (bytes[at] ?? 0) ^ (1 << bit)
        const read = readJournal(new TextDecoder().decode(flipped))
        if (!read.ok || !read.value.sound) return
        expect(at).toBeLessThan(file.indexOf('\n'))
      }),
      { numRuns: 3000 },
    )
  })

  test('never makes reading throw', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.string({ unit: 'binary' }), (json, junk) => {
        for (const written of [
          json,
          junk,
          line(json),
          line(`{"type":"annotation","id":"n","changes":[${json}]}`),
          file + junk,
        ]) {
          readJournal(written)
          readWorkspace(written)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the first line', () => {
  test('counts and sums the bytes of all that follows it', () => {
    const written = writeEnvelope({ format: 'pressmark-claims', workspace: 'w', annotator: 'a', rev: 3 }, [
      '{"x":"ü😀"}',
      '1',
    ])
    const body = '{"x":"ü😀"},\n1\n]}\n'
    expect(written.slice(written.indexOf('\n') + 1)).toBe(body)
    const sha256 = createHash('sha256').update(body, 'utf8').digest('hex')
    expect(written.split('\n')[0]).toBe(
      `{"format":"pressmark-claims","schemaVersion":1,"workspace":"w","annotator":"a","rev":3,"bytes":${Buffer.byteLength(body)},"sha256":"${sha256}","entries":[`,
    )
    expect(readEnvelope(written)).toMatchObject({ ok: true, value: { sound: true, newer: false } })
  })

  test('keeps members of another version, by name', () => {
    const head = { format: 'pressmark-claims', workspace: 'w', annotator: 'a', rev: 3 } as const
    const written = writeEnvelope(
      {
        ...head,
        extra: new Map<string, Json>([
          ['z', 1],
          ['b', [2]],
        ]),
      },
      [],
    )
    expect(written).toContain('"rev":3,"b":[2],"z":1,"bytes":')
    const read = readEnvelope(written)
    expect(read.ok && read.value.head.extra).toEqual(
      new Map<string, unknown>([
        ['b', [2]],
        ['z', 1],
      ]),
    )
    expect(read.ok && writeEnvelope(read.value.head, [])).toBe(written)
  })

  test('has the same checksum whoever computes it, and the right byte count for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(hashText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
        expect(utf8Length(text)).toBe(Buffer.byteLength(text))
      }),
      { numRuns: 1000 },
    )
    expect(utf8Length('a\ud800b\udc00')).toBe(Buffer.byteLength('a\ud800b\udc00'))
  })
})

describe('workspace.json', () => {
  const identity = { id: 'w', name: 'Vessen 2026 “ü”', created: '2026-05-01T09:30:00.000Z' }

  test('reads back as what was written', () => {
    expect(readWorkspace(writeWorkspace(identity))).toEqual({
      ok: true,
      value: { identity, sound: true, newer: false },
    })
  })

  test('of a newer version says so', () => {
    const newer = writeWorkspace(identity).replace('"schemaVersion":1', '"schemaVersion":2')
    expect(readWorkspace(newer)).toEqual({ ok: true, value: { identity, sound: true, newer: true } })
  })

  test.each([
    ['id', '"id":"w"', '"id":"x"'],
    ['name', '"name":', '"label":'],
    ['created', '"created":', '"made":'],
  ])('without its %s is refused', (field, from, to) => {
    const read = readWorkspace(writeWorkspace(identity).replace(from, to))
    expect(read).toEqual({ ok: false, error: { code: 'wrong-shape', facts: { field, line: 1 } } })
  })

  test('that is another file is refused', () => {
    expect(readWorkspace(file)).toMatchObject({ ok: false, error: { code: 'wrong-format' } })
  })
})
