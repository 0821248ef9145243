import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { TextArea } from './TextArea'
import { mount, unmount } from './testing/mount'
import { typeText } from './testing/type-text'

const onText = vi.fn()

beforeEach(async () => {
  onText.mockReset()
  mount(<TextArea label="Note" value="old" onText={onText} />)
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveValue('old')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  unmount()
})

const area = () => page.getByRole('textbox', { name: 'Note' }).element() as HTMLTextAreaElement

test('typing is reported when it has rested for half a second, and no sooner', () => {
  typeText(area(), 'new')
  vi.advanceTimersByTime(400)
  typeText(area(), 'newer')
  vi.advanceTimersByTime(499)
  expect(onText).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onText.mock.calls).toEqual([['newer', false]])
})

test('the end of typing is reported at once, as final, and only once', () => {
  area().focus()
  typeText(area(), 'new')
  area().blur()
  expect(onText.mock.calls).toEqual([['new', true]])
  vi.advanceTimersByTime(1000)
  expect(onText).toHaveBeenCalledTimes(1)
})

test('a field that goes away reports what was typed', () => {
  typeText(area(), 'new')
  unmount()
  expect(onText.mock.calls).toEqual([['new', true]])
})

test('leaving without typing reports nothing', () => {
  area().focus()
  area().blur()
  expect(onText).not.toHaveBeenCalled()
})
