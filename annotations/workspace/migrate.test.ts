import { expect, test } from 'vitest'
import { isJsonObject, type Json } from '../model/json'
import { schemaVersion } from './envelope'
import { type Migration, migrateEntries, migrations } from './migrate'

test('there is one step for each version before the present one, in order', () => {
  expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: schemaVersion - 1 }, (_, i) => i + 1))
})

const step = (from: number): Migration => ({
  from,
  entry: (entry: Json, format) => (isJsonObject(entry) ? { ...entry, [`from${from}`]: format } : entry),
})

test('an entry goes through the steps from its version on, each in its turn', () => {
  const steps = [step(1), step(2), step(3)]
  const entries = [{ type: 'tag' }, 'loose']
  expect(migrateEntries(entries, 'pressmark-codebook', 2, steps)).toEqual([
    { type: 'tag', from2: 'pressmark-codebook', from3: 'pressmark-codebook' },
    'loose',
  ])
  expect(migrateEntries(entries, 'pressmark-codebook', 4, steps)).toBe(entries)
})
