import { expect, test } from 'vitest'
import { type PaletteEntry, searchPalette } from './palette-search'

const entries: readonly PaletteEntry[] = [
  { id: 'command export', group: 'commands', name: 'Export excerpts as CSV…', words: 'spreadsheet' },
  { id: 'command repeat', group: 'commands', name: 'Repeat last tags' },
  {
    id: 'document 1',
    group: 'documents',
    name: 'Inland Waters Agency Reports Lowest April Level',
    words: 'Agency 2018-04-23',
  },
  {
    id: 'document 2',
    group: 'documents',
    name: 'Port of Linden Opens Second Container Berth',
    words: 'Linden Port Authority',
  },
  { id: 'place 0 0', group: 'paragraphs', name: '1  The port reports' },
  { id: 'place 4 8', group: 'text', name: 'the port reports' },
  { id: 'tag 1', group: 'tags', name: 'reputation' },
  { id: 'speaker 1', group: 'speakers', name: 'Reporter One' },
]

function found(typed: string, recent: readonly string[] = []) {
  return searchPalette(entries, typed, recent).groups.map(({ group, hits }) => [
    group,
    hits.map(({ entry }) => entry.id),
  ])
}

test('hits stand in groups, the group with the best hit first', () => {
  expect(found('rep')[0]).toEqual(['commands', ['command repeat']])
  expect(found('port').map(([group]) => group)).toEqual(['documents', 'text', 'commands', 'speakers'])
  expect(found('linden')).toEqual([['documents', ['document 2']]])
  expect(found('rep').map(([group]) => group)).not.toContain('paragraphs')
})

test('what would be given to the annotation stands last, and Enter takes it only where it was asked for or gone to', () => {
  expect(found('repo').map(([group]) => group)).toEqual(['text', 'documents', 'speakers'])
  const first = (typed: string, recent: readonly string[] = []) => searchPalette(entries, typed, recent).first
  expect(first('rep')).toBe(0)
  expect(first('reputation')).toBe(-1)
  expect(first('reporter one')).toBe(-1)
  expect([first('#reputation'), first('@one')]).toEqual([0, 0])
  expect([first('', ['tag 1', 'document 1']), first('', ['document 1', 'tag 1'])]).toEqual([-1, 0])
})

test('of equal hits the shortest name is first, however many further words find it', () => {
  const exports: readonly PaletteEntry[] = [
    { id: 'command md', group: 'commands', name: 'Export excerpts as Markdown…' },
    { id: 'command csv', group: 'commands', name: 'Export excerpts as CSV…', words: 'spreadsheet table excel' },
  ]
  expect(searchPalette(exports, 'export', []).groups[0]?.hits[0]?.entry.id).toBe('command csv')
})

test('a document is found by its issuer and day too', () => {
  expect(found('authority')).toEqual([['documents', ['document 2']]])
  expect(found('2018-04')).toEqual([['documents', ['document 1']]])
})

test('only the name is underlined', () => {
  expect(searchPalette(entries, 'spreadsheet', []).groups[0]?.hits[0]?.ranges).toEqual([])
})

test.each([
  ['>rep', 'commands', ['command repeat']],
  ['#rep', 'tags', ['tag 1']],
  ['@one', 'speakers', ['speaker 1']],
  ['¶', 'paragraphs', ['place 0 0']],
  [':1', 'paragraphs', ['place 0 0']],
  ['/port', 'text', ['place 4 8']],
])('%s asks for one group alone', (typed, group, ids) => {
  expect(found(typed)).toEqual([[group, ids]])
})

test('what was chosen lately stands first, alone before anything is typed', () => {
  expect(found('', ['document 2', 'command repeat'])[0]).toEqual(['recent', ['document 2', 'command repeat']])
  const equal = [1, 2, 3].map(n => ({ id: `document ${n}`, group: 'documents' as const, name: 'Same name' }))
  const first = searchPalette(equal, 'same', ['document 3']).groups[0]?.hits[0]?.entry.id
  expect(first).toBe('document 3')
})

test('among 2,000 documents the few best are shown, and all are counted', () => {
  const many = Array.from({ length: 2_000 }, (_, n) => ({
    id: `document ${n}`,
    group: 'documents' as const,
    name: `Agency Reports Lowest Level on Lake ${n}`,
  }))
  const result = searchPalette(many, 'agency lake 1234', [])
  expect(result.groups[0]?.hits[0]?.entry.id).toBe('document 1234')
  const all = searchPalette(many, 'agency', [])
  expect([all.total, all.groups[0]?.hits.length]).toEqual([2_000, 8])
})

test('what cannot be done now is found after all others, and only by its name', () => {
  const marks: readonly PaletteEntry[] = [
    { id: 'command quote', group: 'commands', name: 'Mark as quote', disabled: true },
    { id: 'command about', group: 'commands', name: 'About Pressmark' },
  ]
  const ids = (typed: string) =>
    searchPalette(marks, typed, []).groups.flatMap(({ hits }) => hits.map(({ entry }) => entry.id))
  expect(ids('mark')).toEqual(['command about', 'command quote'])
  expect(ids('')).toEqual(['command about'])
})
