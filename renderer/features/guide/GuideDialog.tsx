import { useRef, useState } from 'react'
import guide from '../../../docs/user-guide.md?raw'
import { Dialog } from '../../components/Dialog'
import { Icon } from '../../components/Icon'
import './GuideDialog.css'
import { ImageOff } from 'lucide-react'
import { guidePicture } from './guide-pictures'
import { type GuideBlock, type Run, readGuide } from './read-guide'

const sections = readGuide(guide)

/** The user guide, as it comes with the program: its sections beside its text. */
export function GuideDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useRef<HTMLElement>(null)
  const [shown, setShown] = useState(0)
  const parts = () => [...(text.current?.querySelectorAll<HTMLElement>('.pm-guide-section') ?? [])]
  /** The last section that begins in the upper third of what is seen. */
  const look = (): void => {
    const { top = 0, height = 0 } = text.current?.getBoundingClientRect() ?? {}
    setShown(parts().filter(part => part.getBoundingClientRect().top <= top + height / 3).length - 1)
  }
  const goTo = (at: number): void => {
    const section = parts()[at]
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }
  return (
    <Dialog name="User guide" title="User guide" size="wide" onClose={onClose}>
      <div className="pm-guide">
        <nav className="pm-guide-contents pm-scroll" aria-label="Contents">
          <ul>
            {sections.map(({ title }, at) =>
              title === '' ? null : (
                <li key={title}>
                  <button type="button" aria-current={at === shown ? 'location' : undefined} onClick={() => goTo(at)}>
                    {title}
                  </button>
                </li>
              ),
            )}
          </ul>
        </nav>
        <article
          ref={text}
          className="pm-guide-text pm-scroll"
          aria-label="Text of the guide"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
          tabIndex={0}
          onScroll={look}
        >
          {sections.map(({ title, blocks }) => (
            <section
              key={title}
              className="pm-guide-section"
              tabIndex={-1}
              aria-label={title === '' ? 'Overview' : title}
            >
              {title !== '' && <h3>{title}</h3>}
              {blocks.map((block, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
                <Block key={n} block={block} />
              ))}
            </section>
          ))}
        </article>
      </div>
    </Dialog>
  )
}

function Block({ block }: { readonly block: GuideBlock }) {
  if (block.is === 'paragraph') {
    return (
      <p>
        <Runs runs={block.runs} />
      </p>
    )
  }
  if (block.is === 'heading') return <h4>{block.words}</h4>
  if (block.is === 'code') return <pre className="pm-guide-code">{block.text}</pre>
  if (block.is === 'table') return <Table head={block.head} rows={block.rows} />
  const url = guidePicture(block.name)
  return (
    <figure>
      {url === undefined ? <Icon of={ImageOff} /> : <img src={url} alt="" />}
      <figcaption>{block.words}</figcaption>
    </figure>
  )
}

function Table({ head, rows }: Pick<Extract<GuideBlock, { is: 'table' }>, 'head' | 'rows'>) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            <th key={n} scope="col">
              <Runs runs={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <tr key={n}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
              <td key={column}>
                <Runs runs={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ is, text }, n) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
    if (is === 'strong') return <strong key={n}>{text}</strong>
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
    if (is === 'em') return <em key={n}>{text}</em>
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
    return is === 'code' ? <code key={n}>{text}</code> : text
  })
}
