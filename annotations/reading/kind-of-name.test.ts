import { expect, test } from 'vitest'
import { kindOfName } from './kind-of-name'

test.each([
  'NASA',
  'CJTF-OIR',
  'U.S.',
  'the company',
  'The council',
  'the state police',
  'Sample Cold Chain Ltd',
  'Sample River Agency',
  'Port of Example Haven',
  'U.S. Department of Energy',
  'University of Example',
  'General Motors',
  'Harbour Workers’ Union',
  'The New York Times',
  'White House',
  'Combined Joint Task Force',
])('%s is an organisation', name => {
  expect(kindOfName(name)).toBe('organisation')
})

test.each([
  'Jane Doe',
  'Leilwa Abdullah',
  'Ahmad Abu Khawlah',
  'J. Doe',
  'Doe',
  'she',
  'officials',
  'task force officials',
  'Sample River Agency spokesperson',
  'the minister',
  'Ronald McDonald',
  'Margaret Court',
  'Tyra Banks',
  '',
])('%s is a person', name => {
  expect(kindOfName(name)).toBe('person')
})
