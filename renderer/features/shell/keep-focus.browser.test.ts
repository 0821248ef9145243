import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
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

test('what takes something away gets no focus that another lost; what is pressed once leads back to the text', async () => {
  document.querySelector('[role=dialog]')?.removeAttribute('role')
  const text = document.createElement('div')
  text.dataset.pane = 'text'
  const paper = document.createElement('button')
  paper.className = 'editor-text'
  paper.textContent = 'Text'
  text.append(paper)
  document.body.append(text)
  const near = document.querySelector('button')
  near?.setAttribute('data-takes-away', '')
  const offer = document.createElement('button')
  offer.textContent = 'Offer'
  const next = document.createElement('button')
  next.textContent = 'Next'
  button.after(offer, next)
  offer.focus()
  offer.remove()
  expect(await afterFrames()).toBe('Next')
  const once = document.createElement('button')
  once.textContent = 'Once'
  once.dataset.once = ''
  once.addEventListener('click', () => once.remove())
  button.after(once)
  once.focus()
  await userEvent.keyboard('{Enter}')
  expect(await afterFrames()).toBe('Next')
  button.after(once)
  await userEvent.click(once)
  expect(await afterFrames()).toBe('Text')
})
