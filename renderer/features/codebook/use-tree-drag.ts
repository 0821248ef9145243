import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { TagId } from '#annotations/model/ids'
import { dropAt } from './drop-target'
import type { Drop } from './moves'

export interface Dragging extends Drop {
  readonly tag: TagId
}

/** How far a pressed pointer moves before it drags, in pixels. */
const slack = 4

export interface TreeDrag {
  /** What is dragged and where a drop would put it; `undefined` while nothing is. */
  readonly dragging: Dragging | undefined
  readonly onPointerDown: (event: PointerEvent, tag: TagId) => void
}

/**
 * Drags rows of the list with the pointer; rows are its children with `data-tag`. Escape gives up. Places for which
 * `fits` is false are no targets.
 */
export function useTreeDrag(
  list: RefObject<HTMLElement | null>,
  fits: (tag: TagId, drop: Drop) => boolean,
  onDrop: (tag: TagId, drop: Drop) => void,
): TreeDrag {
  const [dragging, setDragging] = useState<Dragging | undefined>(undefined)
  const latest = useRef({ fits, onDrop })
  latest.current = { fits, onDrop }
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])

  function onPointerDown(event: PointerEvent, tag: TagId): void {
    if (event.button !== 0 || stop.current !== undefined) return
    const from = event.clientY
    let now: Dragging | undefined
    const show = (next: Dragging | undefined): void => {
      if (now?.target === next?.target && now?.where === next?.where) return
      now = next
      setDragging(next)
    }
    const move = (at: globalThis.PointerEvent): void => {
      if (now === undefined && Math.abs(at.clientY - from) < slack) return
      at.preventDefault()
      scrollNear(list.current, at.clientY)
      const drop = dropAt(boxesOf(list.current), at.clientY)
      show(
        drop === undefined || !latest.current.fits(tag, drop) ? { tag, target: tag, where: 'into' } : { tag, ...drop },
      )
    }
    const up = (): void => {
      const last = now
      end()
      if (last !== undefined && last.target !== last.tag) latest.current.onDrop(last.tag, last)
    }
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape' || now === undefined) return
      pressed.preventDefault()
      pressed.stopPropagation()
      end()
    }
    function end(): void {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', key, true)
      stop.current = undefined
      show(undefined)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', key, true)
    stop.current = end
  }

  return { dragging, onPointerDown }
}

function boxesOf(list: HTMLElement | null) {
  return [...(list?.querySelectorAll<HTMLElement>('[data-tag]') ?? [])].map(row => {
    const { top, height } = row.getBoundingClientRect()
    const open = row.getAttribute('aria-expanded') === 'true'
    return { id: row.dataset.tag ?? '', top, height, open, level: Number(row.getAttribute('aria-level')) }
  })
}

/** Scrolls a list whose edge the pointer is near. */
function scrollNear(list: HTMLElement | null, y: number): void {
  const box = list?.getBoundingClientRect()
  if (list === null || box === undefined) return
  if (y < box.top + 24) list.scrollTop -= 12
  if (y > box.bottom - 24) list.scrollTop += 12
}
