import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { mount, unmount } from '../components/testing/mount'
import type { Machine } from './machine'
import { useTextSearch } from './use-text-search'

let asked: { readonly text: string; readonly answer: () => void }[]
const passage = (document: string) => ({ document, at: { start: 0, end: 1 }, before: '', exact: 'x', after: '' })

const machine = {
  call: (_: string, { text }: { readonly text: string }) =>
    new Promise(done => asked.push({ text, answer: () => done({ ok: true, value: [passage(text)] }) })),
} as unknown as Machine

function Search() {
  const [typed, setTyped] = useState('')
  const { looking, passages } = useTextSearch(machine, typed, 0)
  return (
    <main>
      <input aria-label="Find" value={typed} onChange={event => setTyped(event.target.value)} />
      <output>{`${looking ? 'looking' : 'done'}: ${[...passages.keys()].join()}`}</output>
    </main>
  )
}

beforeEach(() => {
  asked = []
  mount(<Search />)
})
afterEach(unmount)

const field = page.getByRole('textbox', { name: 'Find' })
const texts = () => asked.map(({ text }) => text)

test('the texts are asked once typing rests, and told of what was typed last alone', async () => {
  await field.fill('a')
  await field.fill('ab')
  await field.fill('abc ')
  await expect.element(page.getByRole('status')).toHaveTextContent('looking:')
  await expect.poll(texts).toContain('abc')
  await field.fill('abcd')
  await expect.poll(texts).toContain('abcd')
  asked.find(({ text }) => text === 'abcd')?.answer()
  await expect.element(page.getByRole('status')).toHaveTextContent('done: abcd')
  asked.find(({ text }) => text === 'abc')?.answer()
  await field.fill('abcde')
  await expect.element(page.getByRole('status')).toHaveTextContent('looking: abcd')
})

test('without words there is nothing to look for', async () => {
  await field.fill('a')
  await expect.poll(texts).toEqual(['a'])
  asked[0]?.answer()
  await expect.element(page.getByRole('status')).toHaveTextContent('done: a')
  await field.fill(' ')
  await expect.element(page.getByRole('status')).toHaveTextContent(/^done:$/)
  expect(texts()).toEqual(['a'])
})
