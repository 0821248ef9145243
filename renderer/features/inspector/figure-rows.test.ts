import { expect, test } from 'vitest'
import { figuresOf, figureWords, newRow, rowsOf, valueProblem } from './figure-rows'

test('rows say the figures they were made from, with the fields that the table does not show', () => {
  const figures = [{ asWritten: 'four', value: '4', unit: 'organizations', period: '2018' }, { asWritten: 'many' }]
  expect(figuresOf(rowsOf(figures))).toEqual(figures)
})

test('an empty row is no figure, and a lone value stands for what is written', () => {
  const rows = rowsOf([])
  const row = newRow(rows)
  expect(figuresOf([row])).toEqual([])
  expect(figuresOf([{ ...row, value: '0.10' }])).toEqual([{ asWritten: '0.10', value: '0.10' }])
})

test.each(['1e5', '1,000', '.5', '5.', 'four', '--1'])('%s is no decimal number', value => {
  expect(valueProblem(value)).toContain(value)
  expect(figuresOf([{ row: 0, figure: undefined, asWritten: 'x', value, unit: 'votes' }])).toEqual([
    { asWritten: 'x', unit: 'votes' },
  ])
  expect(figuresOf([{ row: 0, figure: undefined, asWritten: '', value, unit: '' }])).toEqual([{ asWritten: value }])
  const known = { asWritten: 'ten to twelve', value: '10', upTo: '12' }
  expect(figuresOf(rowsOf([known]).map(row => ({ ...row, value })))).toEqual([known])
})

test.each(['', '71', '-0.50', ' 12.5 '])('"%s" is one, or none', value => {
  expect(valueProblem(value)).toBeUndefined()
})

test('a range is typed and shown as one value', () => {
  const figures = [{ asWritten: '2 to 3 million', value: '2000000', upTo: '3000000', unit: 'people' }]
  const rows = rowsOf(figures)
  expect(rows.map(row => row.value)).toEqual(['2\u202f000\u202f000–3\u202f000\u202f000'])
  expect(figuresOf(rows)).toEqual(figures)
  expect(figuresOf(rows.map(row => ({ ...row, value: '2 to 4' })))).toEqual([
    { asWritten: '2 to 3 million', value: '2', upTo: '4', unit: 'people' },
  ])
  expect(figuresOf(rows.map(row => ({ ...row, value: '5' })))?.[0]).not.toHaveProperty('upTo')
})

test('a figure is said with its unit once', () => {
  const said = [
    { asWritten: 'four', unit: 'international organizations' },
    { asWritten: '7.5%', unit: '%' },
    { asWritten: '$3 billion', unit: '$' },
  ].map(figureWords)
  expect(said).toEqual(['four international organizations', '7.5%', '$3 billion'])
})

test('long values have spaces between thousands, and what is typed with them is the same number', () => {
  const figures = [{ asWritten: '$12 billion', value: '12000000000', unit: '$' }]
  const rows = rowsOf(figures)
  expect(rows[0]?.value).toBe('12\u202f000\u202f000\u202f000')
  expect(figuresOf(rows)).toEqual(figures)
  expect(rowsOf([{ asWritten: 'x', value: '2020' }])[0]?.value).toBe('2020')
  expect(rowsOf([{ asWritten: 'x', value: '-1234567.8901', upTo: '50000' }])[0]?.value).toBe(
    '-1\u202f234\u202f567.8901–50\u202f000',
  )
  expect(figuresOf([{ row: 0, figure: undefined, asWritten: 'x', value: '12 000', unit: '' }])).toEqual([
    { asWritten: 'x', value: '12000' },
  ])
})
