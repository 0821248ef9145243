import { expect, it, test } from 'vitest'
import { findWrittenMoment } from './written-time'

test.each([
  ['9 a.m. ET, May 2, 2018', '2018-05-02', '09:00', '-04:00'],
  ['8:30 a.m. (ET) Wednesday, January 15, 2025', '2025-01-15', '08:30', '-05:00'],
  ['May 2, 2018 at 12:05 p.m. Eastern Time', '2018-05-02', '12:05', '-04:00'],
  ['00.01 GMT on Wednesday 24 February 2021', '2021-02-24', '00:01', '+00:00'],
  ['28. März 2019, 12.00 Uhr MEZ', '2019-03-28', '12:00', '+01:00'],
  ['mardi 3 octobre 2023 à 10h00 (CEST)', '2023-10-03', '10:00', '+02:00'],
  ['22 de octubre de 2020 a las 9:30', '2020-10-22', '09:30', undefined],
  ['noon on May 2, 2018', '2018-05-02', '12:00', undefined],
  ['2018-05-02 14:00 UTC+2', '2018-05-02', '14:00', '+02:00'],
  ['May 2, 2018', '2018-05-02', undefined, undefined],
  ['March 11, 2018, 9 a.m. PT', '2018-03-11', '09:00', '-07:00'],
  ['March 10, 2018, 9 a.m. PT', '2018-03-10', '09:00', '-08:00'],
])('%s', (text, date, time, zone) => {
  const found = findWrittenMoment(text)
  expect([found?.date, found?.time, found?.zone]).toEqual([date, time, zone])
})

it('reads no time without a day, and no hour that no clock shows', () => {
  expect(findWrittenMoment('9 a.m. ET')).toBeNull()
  expect(findWrittenMoment('May 2, 2018, 31:00')?.time).toBeUndefined()
})
