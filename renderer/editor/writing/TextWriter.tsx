import type { Command } from 'prosemirror-state'
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Role } from '#annotations/model/revision'
import '../editor.css'
import '../marks.css'
import { gutterBox } from '../text-geometry'
import './writing.css'
import { setRole } from './writing-commands'
import { type WritingEvents, type WritingStart, WritingView, type Written } from './writing-view'

export interface WriterHandle {
  focus(): void
  run(command: Command): void
  setRole(role: Role, block: number): void
  written(): Written | undefined
  /** The address of the link at the caret. */
  link(): string | undefined
  goTo(segment: number): void
  /** Asks for the role of the block at the caret. */
  askRole(): void
}

export interface TextWriterProps extends Omit<WritingEvents, 'onGutter'> {
  /** What is edited; it is taken once. */
  readonly start: WritingStart
  /** Nothing more can be written, as a version is made of it. */
  readonly held?: boolean
  /** The role of a block, counted from 0, is asked for; `near` is where its label stands, in window coordinates. */
  onRole(block: number, near: DOMRect): void
  readonly ref?: Ref<WriterHandle>
}

/** A text to write on. It scrolls by itself and fills its parent. */
export function TextWriter(props: TextWriterProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const writing = useRef<WritingView | null>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    if (scroller.current === null || page.current === null) return
    const made = new WritingView(scroller.current, page.current, latest.current.start, {
      onFacts: facts => latest.current.onFacts(facts),
      onRest: written => latest.current.onRest(written),
      onGutter: block => askRole(writing.current, block, latest.current),
      onKey: event => latest.current.onKey(event),
      onTooLong: () => latest.current.onTooLong(),
    })
    writing.current = made
    made.view.focus()
    return () => {
      writing.current = null
      made.destroy()
    }
  }, [])
  const { held = false } = props
  useLayoutEffect(() => {
    if (writing.current !== null) writing.current.held = held
  }, [held])
  useImperativeHandle(
    props.ref,
    () => ({
      focus: () => writing.current?.view.focus(),
      run: command => writing.current?.run(command),
      setRole: (role, block) => writing.current?.run(setRole(role, block)),
      written: () => writing.current?.written,
      link: () => writing.current?.link,
      goTo: segment => writing.current?.goTo(segment),
      askRole: () => {
        if (writing.current !== null) askRole(writing.current, writing.current.block, latest.current)
      },
    }),
    [],
  )
  return (
    <div className="editor-frame">
      <div className="editor" ref={scroller}>
        <div className="editor-page" ref={page} />
      </div>
    </div>
  )
}

function askRole(writing: WritingView | null, block: number, { onRole }: TextWriterProps): void {
  const near = writing === null ? null : gutterBox(writing.view, block)
  if (near !== null) onRole(block, near)
}
