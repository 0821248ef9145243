import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { unmount } from '../../components/testing/mount'
import type { RegisterDesk } from '../../state/testing/register-desk'
import { focused, item, onClose, openCodebook, some } from './testing/open-codebook'

let desk: RegisterDesk

afterEach(unmount)

describe('the tree', () => {
  beforeEach(async () => {
    desk = await openCodebook(some)
  })

  test('tells its levels, places and what a tag has', async () => {
    await expect.element(item('climate')).toHaveAccessibleName('climate 12 highlights shortcut 1')
    await expect.element(item('coal')).toHaveAttribute('aria-level', '2')
    await expect.element(item('coal')).toHaveAttribute('aria-posinset', '1')
    await expect.element(item('coal')).toHaveAttribute('aria-setsize', '2')
    await expect.element(item('climate')).toHaveAttribute('aria-expanded', 'true')
  })

  test('has the focus at once; arrows, Home, End and letters go', async () => {
    await expect.poll(focused).toBe('border')
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('methane')
    await userEvent.keyboard('{ArrowLeft}')
    expect(focused()).toBe('climate')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(item('coal')).not.toBeInTheDocument()
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('climate')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(focused()).toBe('coal')
    await userEvent.keyboard('{Home}')
    expect(focused()).toBe('border')
    await userEvent.keyboard('me')
    expect(focused()).toBe('methane')
  })

  test('Alt with arrows moves a tag and keeps the focus on it; Ctrl Z takes it back', async () => {
    await expect.poll(focused).toBe('border')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', 'border'])
    expect(focused()).toBe('border')
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', '  border'])
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Alt>}{ArrowLeft}{/Alt}')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', 'border'])
    expect(focused()).toBe('border')
    await userEvent.keyboard('{Control>}zz{/Control}')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', '  border'])
    await userEvent.keyboard('{Control>}zz{/Control}')
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
    await userEvent.keyboard('{Control>}y{/Control}')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', 'border'])
    expect(focused()).toBe('border')
  })

  test('F2 renames in place; Escape gives up without closing the dialog', async () => {
    await expect.poll(focused).toBe('border')
    await userEvent.keyboard('{F2}frontier{Enter}')
    expect(desk.lines()).toEqual(['climate', '  coal', '  methane', 'frontier'])
    await expect.poll(focused).toBe('frontier')
    await userEvent.keyboard('{F2}else{Escape}')
    expect(desk.lines()).toContain('frontier')
    await expect.poll(focused).toBe('frontier')
    expect(onClose).not.toHaveBeenCalled()
  })

  test('Delete removes a tag, says that highlights keep it, and goes on to the next', async () => {
    await expect.poll(focused).toBe('border')
    await userEvent.keyboard('{ArrowDown}{Delete}')
    expect(desk.lines()).toEqual(['border', 'coal', 'methane'])
    await expect.element(page.getByRole('status', { name: 'What was done' })).toHaveTextContent('Highlights keep it')
    await expect.poll(focused).toBe('coal')
    await page.getByRole('button', { name: 'Show removed (1)' }).click()
    await page.getByRole('button', { name: 'Restore climate' }).click()
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
  })

  test('a search keeps what a found tag hangs from, and moves nothing', async () => {
    await page.getByRole('searchbox', { name: 'Find in tags' }).fill('METH')
    await expect.element(item('coal')).not.toBeInTheDocument()
    await expect.element(item('climate')).toBeVisible()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Alt>}{ArrowLeft}{/Alt}')
    expect(focused()).toBe('methane')
    expect(desk.lines()).toEqual(['border', 'climate', '  coal', '  methane'])
  })
})

describe('the pointer', () => {
  const centre = (name: string, share = 0.5) => {
    const { left, top, height, width } = item(name).element().getBoundingClientRect()
    return { clientX: left + width / 2, clientY: top + height * share }
  }
  const press = (type: string, at: { clientX: number; clientY: number }, on: Element | Window = window) =>
    on.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button: 0, ...at }))

  beforeEach(async () => {
    desk = await openCodebook(some)
  })

  test.each([
    ['climate', 0.1, 'before', ['coal', 'climate', '  methane', 'border']],
    ['border', 0.5, 'into', ['climate', '  methane', 'border', '  coal']],
    ['border', 0.9, 'after', ['climate', '  methane', 'border', 'coal']],
  ] as const)('drops a tag at %s, %d down: %s', async (target, share, where, expected) => {
    desk.registers.move('border', { parent: null, index: 1 })
    await expect.element(item('border')).toHaveAttribute('aria-posinset', '2')
    press('pointerdown', centre('coal'), item('coal').element())
    press('pointermove', centre(target, share))
    await expect.element(item(target)).toHaveAttribute('data-drop', where)
    press('pointerup', centre(target, share))
    await expect.poll(desk.lines).toEqual(expected)
    await expect.element(item(target)).not.toHaveAttribute('data-drop')
  })

  test('drops nothing below itself, and nothing after Escape', async () => {
    const before = desk.lines()
    press('pointerdown', centre('climate'), item('climate').element())
    press('pointermove', centre('coal'))
    await expect.element(item('climate')).toHaveAttribute('data-drag', 'true')
    await expect.element(item('coal')).not.toHaveAttribute('data-drop')
    press('pointermove', centre('border'))
    await expect.element(item('border')).toHaveAttribute('data-drop', 'into')
    await userEvent.keyboard('{Escape}')
    press('pointerup', centre('border'))
    expect(desk.lines()).toEqual(before)
    expect(onClose).not.toHaveBeenCalled()
  })
})
