import { expect, test } from 'vitest'
import { figuresOf, newRow, rowsOf, valueProblem } from './figure-rows'

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
  expect(figuresOf([{ row: 0, figure: undefined, asWritten: 'x', value, unit: '' }])).toBeUndefined()
})

test.each(['', '71', '-0.50', ' 12.5 '])('"%s" is one, or none', value => {
  expect(valueProblem(value)).toBeUndefined()
})
