import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { bindingsFrom } from '../../state/key-bindings'
import { useKeys } from './use-keys'

const run = vi.fn()
const onOther = vi.fn(() => true)

function Window({ singleKeys = true }: { readonly singleKeys?: boolean }) {
  const onTextKey = useKeys({ bindings: bindingsFrom(undefined), singleKeys, run, onOther })
  return (
    <main>
      {/* biome-ignore lint/a11y/useSemanticElements: as the editor has it */}
      <div
        className="editor-text"
        role="textbox"
        aria-label="Text"
        tabIndex={0}
        onKeyDown={event => {
          if (onTextKey(event.nativeEvent)) event.preventDefault()
        }}
      />
      <div role="listbox" aria-label="Documents" tabIndex={0} />
      <ul aria-label="Annotations">
        <li>
          <button type="button">Quote</button>
        </li>
      </ul>
      <input aria-label="Field" />
      <div role="dialog" aria-label="Dialog" tabIndex={-1} />
    </main>
  )
}

async function pressAt(name: string, keys: string): Promise<unknown[]> {
  run.mockClear()
  ;(page.getByLabelText(name, { exact: true }).element() as HTMLElement).focus()
  await userEvent.keyboard(keys)
  return run.mock.calls.flat()
}

beforeEach(() => {
  onOther.mockClear()
  mount(<Window />)
})

afterEach(unmount)

test('keys act by where the focus is, each once', async () => {
  await expect.element(page.getByLabelText('Field')).toBeVisible()
  expect(await pressAt('Text', 'q{Control>}k{/Control}')).toEqual(['mark-quote', 'palette'])
  expect(await pressAt('Documents', 'q/?')).toEqual(['find-in-list', 'keyboard'])
  expect(await pressAt('Field', 'q/?{Control>}z{/Control}{Control>}k{/Control}')).toEqual(['palette'])
  expect(await pressAt('Dialog', '?{Control>}k{/Control}')).toEqual([])
})

test('the list of annotations has the keys of the text, and its buttons keep theirs', async () => {
  await expect.element(page.getByRole('button', { name: 'Quote' })).toBeVisible()
  run.mockClear()
  ;(page.getByRole('button', { name: 'Quote' }).element() as HTMLElement).focus()
  await userEvent.keyboard('j{Delete}{Enter}')
  expect(run.mock.calls.flat()).toEqual(['next-annotation', 'delete-annotation'])
})

test('a key that no command has is offered to the tags, unless single keys are off', async () => {
  await expect.element(page.getByLabelText('Field')).toBeVisible()
  expect(await pressAt('Text', '1')).toEqual([])
  expect(onOther.mock.calls).toEqual([['1']])
  mount(<Window singleKeys={false} />)
  expect(await pressAt('Text', '2q')).toEqual([])
  expect(onOther).toHaveBeenCalledTimes(1)
})
