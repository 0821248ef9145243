import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { releaseOf, syntheticRelease } from '../../editor/testing/synthetic-release'
import { CompareDialog } from './CompareDialog'

afterEach(unmount)

const before = releaseOf([
  { text: 'A cut of 40 percent.' },
  { text: 'It is taken out here, whole.' },
  { text: 'The end.' },
])
const after = releaseOf([{ text: 'A cut of 38 percent.' }, { text: 'The end.' }], [], 'b'.repeat(64))

function show(singleKeys = true, texts = { before, after }): void {
  mount(
    <CompareDialog
      versions={[texts.before, texts.after].map(({ id }, n) => ({ id, name: `Version ${n + 1}` }))}
      origins={new Map()}
      {...texts}
      singleKeys={singleKeys}
      onBefore={() => undefined}
      onAfter={() => undefined}
      onClose={() => undefined}
    />,
  )
}

test('words that went and came are told in words, and gone through by key, round and round', async () => {
  show()
  const said = page.getByRole('status')
  await expect.element(said).toHaveTextContent('Change 1 of 2, ¶ 1: “40” became “38”')
  await expect.element(page.getByRole('deletion').first()).toHaveTextContent('40')
  await expect.element(page.getByRole('insertion')).toHaveTextContent('38')
  await userEvent.keyboard('j')
  await expect.element(said).toHaveTextContent('Change 2 of 2, ¶ 2: “It is taken out here, whole.” was taken out')
  await userEvent.keyboard('j')
  await expect.element(said).toHaveTextContent('Change 1 of 2')
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await expect.element(said).toHaveTextContent('Change 2 of 2')
  expect(await violations()).toEqual([])
})

test('single keys that are switched off do nothing here either', async () => {
  show(false)
  await expect.element(page.getByRole('status')).toHaveTextContent('Change 1 of 2')
  await userEvent.keyboard('j')
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await expect.element(page.getByRole('status')).toHaveTextContent('Change 2 of 2')
})

test('of a long text only the rows in sight are laid out, and the last change comes into sight', async () => {
  const long = syntheticRelease(200_000)
  const blocks = long.blocks.map(({ start, end, role, type }) => ({ text: long.text.slice(start, end), role, type }))
  const changed = releaseOf([...blocks.slice(0, -1), { text: 'Something else at the very end.' }], [], 'c'.repeat(64))
  show(true, { before: long, after: changed })
  await userEvent.keyboard('k')
  // Asked for by selector: to look through the names of so many paragraphs takes longer than to show them.
  await expect
    .poll(() => {
      const came = document.querySelector('ins')?.getBoundingClientRect()
      return came !== undefined && came.height > 0 && came.top > 0 && came.bottom < innerHeight
    })
    .toBe(true)
})
