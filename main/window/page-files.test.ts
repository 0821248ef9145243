import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followPageFiles } from './page-files'

const page = Buffer.from('<script type="module" src="./assets/a.js"></script><link href="./assets/a.css">')
const file = Buffer.from('')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function isComplete(files: ReturnType<typeof followPageFiles>): Promise<boolean> {
  return Promise.race([files.complete.then(() => true), vi.advanceTimersByTimeAsync(20).then(() => false)])
}

test('a page is complete when all that its head names was answered', async () => {
  const files = followPageFiles('index.html')
  files.answered('index.html', page)
  files.answered('assets/a.css', file)
  files.answered('assets/later.js', file)
  expect(await isComplete(files)).toBe(false)
  files.answered('assets/a.js', file)
  expect(await isComplete(files)).toBe(true)
})

test('a page that does not ask for all of it is complete after a while', async () => {
  const files = followPageFiles('index.html')
  files.answered('index.html', page)
  expect(await isComplete(files)).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await isComplete(files)).toBe(true)
})
