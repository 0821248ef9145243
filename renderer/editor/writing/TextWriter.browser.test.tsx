import { createRef } from 'react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { composeText } from '#annotations/text/compose-text'
import { toDraft } from '#annotations/text/draft'
import { mount, unmount } from '../../components/testing/mount'
import { releaseOf, syntheticRelease } from '../testing/synthetic-release'
import { TextWriter, type WriterHandle } from './TextWriter'
import type { Written } from './writing-view'

afterEach(unmount)

/** Shows a text to write on; its first paragraph has one annotation, over `marked`. */
function write(
  revision = releaseOf([{ text: 'The berth opens in May.' }, { text: 'Nothing else.' }]),
  marked = 'berth',
) {
  const ref = createRef<WriterHandle>()
  const before = toDraft(revision)
  const at = revision.text.indexOf(marked)
  const end = at + marked.length
  const rests: Written[] = []
  const shown = (held: boolean) => (
    <div style={{ position: 'fixed', inset: 0 }}>
      <TextWriter
        ref={ref}
        held={held}
        start={{
          revision,
          draft: before,
          before,
          segments: [{ id: 'a', kind: 'claim', part: 'content', exact: marked }],
          places: [{ start: { block: 0, at }, end: { block: 0, at: end } }],
          caret: { block: 0, at: 0 },
        }}
        onFacts={() => undefined}
        onRest={written => rests.push(written)}
        onKey={() => false}
        onTooLong={() => undefined}
        onRole={() => undefined}
      />
    </div>
  )
  mount(shown(false))
  const text = () => composeText(ref.current?.written()?.draft ?? []).text
  return { ref, text, rests, hold: () => mount(shown(true)), box: page.getByRole('textbox', { name: 'Edit text' }) }
}

function paste(data: { readonly [type: string]: string }): void {
  const clipboardData = new DataTransfer()
  for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  document.querySelector('.pm-writing')?.dispatchEvent(event)
}

test('typing, parting and joining paragraphs change the text; the annotation moves along and is marked where its words differ', async () => {
  const { box, text, ref } = write()
  await expect.element(box).toHaveFocus()
  await userEvent.keyboard('All: ')
  expect(text()).toBe('All: The berth opens in May.\n\nNothing else.')
  expect(ref.current?.written()?.places).toEqual([{ start: { block: 0, at: 9 }, end: { block: 0, at: 14 } }])
  await userEvent.keyboard('{Enter}')
  expect(text()).toBe('All:\n\nThe berth opens in May.\n\nNothing else.')
  await userEvent.keyboard('{Backspace}')
  expect(text()).toBe('All: The berth opens in May.\n\nNothing else.')
  expect(document.querySelectorAll('.pm-written-changed')).toHaveLength(0)
  for (let n = 0; n < 6; n += 1) await userEvent.keyboard('{ArrowRight}')
  await userEvent.keyboard('X')
  await expect.poll(() => document.querySelector('.pm-written-changed')?.textContent).toBe('beXrth')
})

test('while a version is made of it the text stays as it is, and keeps the focus', async () => {
  const { box, text, hold } = write()
  await expect.element(box).toHaveFocus()
  await userEvent.keyboard('All: ')
  hold()
  await userEvent.keyboard('more{Enter}{Backspace}{Delete}')
  paste({ 'text/plain': 'pasted' })
  expect(text()).toBe('All: The berth opens in May.\n\nNothing else.')
  await expect.element(box).toHaveTextContent('All: The berth opens in May.')
  await expect.element(box).toHaveFocus()
})

test('what is pasted is mere text: paragraphs by blank lines, no markup, no picture, no control characters', async () => {
  const { box, text } = write()
  await expect.element(box).toHaveFocus()
  paste({
    'text/plain': 'One\u0000 two.\r\n\r\nThree\u00ad.',
    'text/html': '<p>One <b onclick="x()">two</b></p><img src="https://a.example/t.gif"><script>x()</script>',
  })
  expect(text()).toBe('One two.\n\nThree.The berth opens in May.\n\nNothing else.')
  expect(document.querySelectorAll('.pm-writing :is(img:not(.ProseMirror-separator), script, b, strong)')).toHaveLength(
    0,
  )
})

test('a long text that nobody changed comes out of the view as it went in, marks and all', async () => {
  const plain = syntheticRelease(60_000)
  const revision = { ...plain, marks: [{ type: 'em', start: 5, end: 90 } as const] }
  const { box, ref } = write(revision, revision.text.slice(0, 12))
  await expect.element(box).toHaveFocus()
  const composed = composeText(ref.current?.written()?.draft ?? [])
  expect(composed.text).toBe(revision.text)
  expect(composed.blocks).toEqual(revision.blocks)
  const again = toDraft({ ...revision, marks: composed.marks })
  expect(again).toEqual(toDraft(revision))
})
