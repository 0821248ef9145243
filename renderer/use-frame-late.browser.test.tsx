import { useState } from 'react'
import { flushSync } from 'react-dom'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { mount, unmount } from './components/testing/mount'
import { useFrameLate } from './use-frame-late'

interface Shown {
  readonly key: string
  readonly words: string
}

function Late({ now, atOnce }: { readonly now: Shown; readonly atOnce: boolean }) {
  return <output>{useFrameLate(now, now.key, () => atOnce).words}</output>
}

const output = () => document.querySelector('output')?.textContent
/** What is drawn when the next frame begins, before that frame is painted. */
const nextFrame = () => new Promise<string | undefined>(resolve => requestAnimationFrame(() => resolve(output())))

afterEach(unmount)

async function change(from: Shown, to: Shown, atOnce = false): Promise<void> {
  mount(<Window from={from} to={to} atOnce={atOnce} />)
  await expect.element(page.getByRole('status')).toHaveTextContent(from.words)
}

function Window({ from, to, atOnce }: { readonly from: Shown; readonly to: Shown; readonly atOnce: boolean }) {
  const [now, setNow] = useState(from)
  return (
    <>
      <button type="button" onClick={() => flushSync(() => setNow(to))}>
        Change
      </button>
      <Late now={now} atOnce={atOnce} />
    </>
  )
}

function press(): void {
  page
    .getByRole('button', { name: 'Change' })
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }))
}

test('with another key the frame that comes next still shows what was shown before, and then what is now', async () => {
  await change({ key: 'a', words: 'first' }, { key: 'b', words: 'second' })
  const seen = nextFrame()
  press()
  expect(output()).toBe('first')
  expect(await seen).toBe('first')
  await expect.poll(output).toBe('second')
})

test('with the same key nothing is late', async () => {
  await change({ key: 'a', words: 'first' }, { key: 'a', words: 'second' })
  press()
  expect(output()).toBe('second')
})

test('what must not wait does not', async () => {
  await change({ key: 'a', words: 'first' }, { key: 'b', words: 'second' }, true)
  press()
  expect(output()).toBe('second')
})
