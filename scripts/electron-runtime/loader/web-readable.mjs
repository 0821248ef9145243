// @ts-check
import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'

/**
 * A web stream's chunks; leaving early cancels it.
 * @param {globalThis.ReadableStream<Uint8Array>} stream
 */
async function* chunksOf(stream) {
  const reader = stream.getReader()
  let isDone = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      isDone = done
      if (done) return
      yield value
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => {})
  }
}

/** @param {globalThis.ReadableStream<Uint8Array>} stream */
export function nodeReadable(stream) {
  return Readable.from(chunksOf(stream), { objectMode: false })
}

/** @param {Readable} readable @returns {globalThis.ReadableStream<Uint8Array>} */
export function webReadable(readable) {
  const chunks = readable[Symbol.asyncIterator]()
  return /** @type {any} */ (
    new ReadableStream(
      {
        async pull(controller) {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(new Uint8Array(value))
        },
        cancel(reason) {
          readable.destroy(reason instanceof Error ? reason : undefined)
        },
      },
      { highWaterMark: 0 },
    )
  )
}

Readable.fromWeb ??= /** @type {any} */ (nodeReadable)
Readable.toWeb ??= /** @type {any} */ (webReadable)
