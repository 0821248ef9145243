import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { SegmentedControl } from './SegmentedControl'
import { mount, unmount } from './testing/mount'

afterEach(unmount)

test('a radio group: the chosen one takes the focus, arrows choose the neighbour', async () => {
  const onChange = vi.fn()
  const options = [
    { id: 'direct', name: 'Direct' },
    { id: 'indirect', name: 'Indirect' },
    { id: 'mixed', name: 'Mixed' },
  ] as const
  mount(<SegmentedControl label="Type" options={options} value="direct" onChange={onChange} />)
  const group = page.getByRole('radiogroup', { name: 'Type' })
  await expect.element(group.getByRole('radio', { name: 'Direct', exact: true })).toBeChecked()
  await userEvent.keyboard('{Tab}')
  await expect.element(group.getByRole('radio', { name: 'Direct', exact: true })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => onChange.mock.calls).toEqual([['indirect']])
})
