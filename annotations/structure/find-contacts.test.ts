import { describe, expect, it, test } from 'vitest'
import { findContacts } from './find-contacts'
import { findPhones } from './reach'

describe('contacts', () => {
  test.each([
    [
      ['Contact: Ann Doe, (555) 010-0199, ann@v.example'],
      [{ name: 'Ann Doe', phone: '(555) 010-0199', email: 'ann@v.example' }],
    ],
    [
      ['Ann Doe', 'Head of Media Relations', '555-010-0199', 'Bo Roe', 'bo@v.example'],
      [
        { name: 'Ann Doe', phone: '555-010-0199' },
        { name: 'Bo Roe', email: 'bo@v.example' },
      ],
    ],
    [
      ['Ann Doe / Bo Roe', '555-010-0199', 'ann@v.example / bo@v.example'],
      [
        { name: 'Ann Doe', phone: '555-010-0199', email: 'ann@v.example' },
        { name: 'Bo Roe', phone: '555-010-0199', email: 'bo@v.example' },
      ],
    ],
    [
      ['Technical information: (555) 010-0199 * a@v.example', 'Media contact: (555) 010-0188 * b@v.example'],
      [
        { phone: '(555) 010-0199', email: 'a@v.example' },
        { phone: '(555) 010-0188', email: 'b@v.example' },
      ],
    ],
    [
      ['For more, contact Ann Doe at ann@v.example or 555-010-0199. For tours write to tours@v.example.'],
      [{ name: 'Ann Doe', email: 'ann@v.example', phone: '555-010-0199' }, { email: 'tours@v.example' }],
    ],
    [['Press office: 01632 960201 (24 hours)'], [{ phone: '01632 960201' }]],
    [['Ann Doe', 'Vessen'], []],
  ])('%j', (lines, contacts) => {
    expect(findContacts(lines)).toEqual(contacts)
  })
})

it('takes no date, span of years or sum of money for a telephone number', () => {
  expect(findPhones('2018-05-01, 2018-2019, $1 250 000 000, 1.250.000, 12.05.2018, 40 million in 2018')).toEqual([])
  expect(findPhones('020 7946 0631 or +49 (0)40 5550-1742').map(({ text }) => text)).toEqual([
    '020 7946 0631',
    '+49 (0)40 5550-1742',
  ])
})
