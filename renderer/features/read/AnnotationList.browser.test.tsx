import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { AnnotationList } from './AnnotationList'
import type { ListedAnnotation } from './annotation-name'
import { listOf } from './testing/listed'

const annotations = (count: number): ListedAnnotation[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `a${n}`,
    kind: 'claim',
    words: `Words of ${n}`,
    n: n + 1,
    of: count,
    anchor: 'exact',
  }))

const onGo = vi.fn()
const list = page.getByRole('list', { name: 'Annotations' })
const go = (n: number, of: number) => list.getByRole('button', { name: `Claim, ${n} of ${of}, exact`, exact: true })

/** The list below what else an inspector shows, in a pane of a height. */
function show(count: number, active?: string): void {
  mount(
    <main>
      <h1>Test</h1>
      <div
        className="pm-scroll"
        data-testid="pane"
        style={{ height: '300px', overflowY: 'auto', position: 'relative' }}
      >
        <div style={{ height: '100px' }} />
        <AnnotationList annotations={listOf(annotations(count))} active={active} onGo={onGo} />
      </div>
    </main>,
  )
}

afterEach(() => {
  onGo.mockReset()
  unmount()
})

test('a list of an ordinary document is in the page whole', async () => {
  show(150, 'a149')
  await expect.element(go(150, 150)).toHaveAttribute('aria-current', 'true')
  expect(list.getByRole('listitem').elements()).toHaveLength(150)
})

test('of a very long list the rows near the view and the active one are in the page, and each says where it stands', async () => {
  show(20_000, 'a9999')
  await expect.element(go(1, 20_000)).toBeVisible()
  expect(list.getByRole('listitem').elements().length).toBeLessThan(60)
  await expect.element(go(10_000, 20_000)).toHaveAttribute('aria-current', 'true')
  const item = go(10_000, 20_000).element().closest('[role=listitem]')
  expect([item?.getAttribute('aria-posinset'), item?.getAttribute('aria-setsize')]).toEqual(['10000', '20000'])
  expect(await violations()).toEqual([])
})

test('scrolled to its end a long list shows its last row, whose press goes there', async () => {
  show(20_000)
  await expect.element(go(1, 20_000)).toBeVisible()
  const pane = page.getByTestId('pane').element()
  pane.scrollTop = pane.scrollHeight
  await go(20_000, 20_000).click()
  expect(onGo.mock.calls).toEqual([['a19999']])
  await expect.element(go(1, 20_000)).not.toBeInTheDocument()
})
