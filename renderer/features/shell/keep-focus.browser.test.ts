import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keep-focus'

const frame = () => new Promise(done => requestAnimationFrame(done))
let end: () => void
let button: HTMLButtonElement

beforeEach(() => {
  document.body.innerText = ''
  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  const close = document.createElement('button')
  close.textContent = 'Close'
  button = document.createElement('button')
  button.textContent = 'Back up now'
  dialog.append(close, button)
  document.body.append(dialog)
  end = keepFocus(document)
  button.focus()
})

afterEach(() => end())

async function afterFrames(): Promise<string | null> {
  for (let n = 0; n < 5; n += 1) await frame()
  return document.activeElement?.textContent ?? null
}

test('a button that is switched off for a moment has the focus again', async () => {
  button.disabled = true
  await frame()
  button.disabled = false
  expect(await afterFrames()).toBe('Back up now')
})

test('while it stays off, the focus is in the same dialog', async () => {
  button.disabled = true
  expect(await afterFrames()).toBe('Close')
})

test.each(['display: none', 'visibility: hidden'])(
  'what a rule of a style sheet hides gives it to what is near: %s',
  async rule => {
    const style = document.createElement('style')
    document.head.append(style)
    style.sheet?.insertRule(`.back-up { ${rule} }`)
    button.className = 'back-up'
    expect(await afterFrames()).toBe('Close')
    style.remove()
  },
)
