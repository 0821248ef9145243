// @ts-check
// The globals of today's Node that Node 16 lacks. Single modules: all of core-js would cost 170 ms at each start.
import 'core-js/actual/dom-exception/index.js'
import 'core-js/actual/structured-clone.js'
import 'core-js/actual/array/to-reversed.js'
import 'core-js/actual/array/to-sorted.js'
import 'core-js/actual/array/to-spliced.js'
import 'core-js/actual/array/with.js'
import 'core-js/actual/map/group-by.js'
import 'core-js/actual/object/group-by.js'
import 'core-js/actual/promise/with-resolvers.js'
import { Blob } from 'node:buffer'
import { webcrypto } from 'node:crypto'
import * as webStreams from 'node:stream/web'
import { FormData, fetch, Headers, Request, Response } from 'undici/index-fetch.js'
import { File } from 'undici/lib/fetch/file.js'
import './web-readable.mjs'

const STREAMS = [
  'ReadableStream',
  'ReadableStreamDefaultReader',
  'WritableStream',
  'TransformStream',
  'ByteLengthQueuingStrategy',
  'CountQueuingStrategy',
  'TextEncoderStream',
  'TextDecoderStream',
]

const globals = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis))

/** @param {string} name @param {unknown} value */
function fill(name, value) {
  if (globals[name] === undefined) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false })
  }
}

for (const [name, value] of Object.entries({ fetch, FormData, Headers, Request, Response, Blob, File }))
  fill(name, value)
for (const name of STREAMS) fill(name, /** @type {Record<string, unknown>} */ (webStreams)[name])
fill('crypto', webcrypto)

if (!URL.canParse) {
  URL.canParse = (url, base) => {
    try {
      return Boolean(new URL(url, base))
    } catch {
      return false
    }
  }
}

if (!AbortSignal.any) {
  AbortSignal.any = signals => {
    const controller = new AbortController()
    for (const signal of signals) {
      const abort = () => controller.abort(signal.reason)
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true, signal: controller.signal })
    }
    return controller.signal
  }
}
