import '../../../renderer/theme/tokens.css'
import '../../../renderer/theme/fonts.css'
import '../../../renderer/theme/base.css'
import { choosePainter } from '../../../renderer/editor/choose-painter'
import { type MountName, mount } from '../../../renderer/editor/testing/mounts'
import { syntheticAnnotations, syntheticRelease } from '../../../renderer/editor/testing/synthetic-release'

declare global {
  interface Window {
    /** The painter that the window uses in this browser. */
    readonly ownPainter: MountName
    /** Opens a text of so many characters and annotations; resolves to the milliseconds until its first frame. */
    open(name: MountName, characters: number, annotations: number): Promise<number>
    /** Since the last call: times from each key to the frame after it, and how often the selection moved. */
    takeKeys(): { readonly times: readonly number[]; readonly moves: number }
    /** The bench learns of each frame after a key through this binding. */
    frameAfterKey?(time: string): void
  }
}

/** A short text of the same kind, opened first, so that code that only runs once is not in the figure. */
const warmUp = { characters: 4_000, annotations: 40 }
const keyTimes: number[] = []
let moves = 0

/** Resolves after the next frame: its callbacks have run and it was handed to the compositor. */
function framePainted(): Promise<number> {
  return new Promise(resolve =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(null)
    }),
  )
}

function createHost(): HTMLElement {
  const host = document.createElement('main')
  host.style.cssText = 'position: fixed; inset: 0; width: 1000px; height: 700px'
  document.body.append(host)
  return host
}

async function open(name: MountName, characters: number, annotations: number): Promise<number> {
  await document.fonts.ready
  const revision = syntheticRelease(characters)
  const marks = syntheticAnnotations(revision, annotations)
  const short = syntheticRelease(warmUp.characters)
  const warmHost = createHost()
  const warm = mount(name, warmHost, short, syntheticAnnotations(short, warmUp.annotations))
  await framePainted()
  await document.fonts.ready
  warm.placeCaret(Math.floor(short.text.length / 2))
  await framePainted()
  warm.destroy()
  warmHost.remove()
  const host = createHost()
  await framePainted()
  const begun = performance.now()
  const mounted = mount(name, host, revision, marks)
  const opened = (await framePainted()) - begun
  mounted.placeCaret(Math.floor(revision.text.length / 2))
  for (let i = 0; i < 10; i += 1) await framePainted()
  return opened
}

window.addEventListener(
  'keydown',
  event => {
    void framePainted().then(now => {
      keyTimes.push(now - event.timeStamp)
      window.frameAfterKey?.(event.key)
    })
  },
  true,
)

document.addEventListener('selectionchange', () => {
  moves += 1
})

function takeKeys(): ReturnType<Window['takeKeys']> {
  const taken = { times: keyTimes.splice(0), moves }
  moves = 0
  return taken
}

Object.assign(window, { ownPainter: choosePainter(), open, takeKeys })
