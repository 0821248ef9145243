// @ts-check
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { protocol, session } from 'electron'
import { nodeReadable } from './web-readable.mjs'

/** @typedef {(request: Request) => Response | Promise<Response>} Handler */

const FAILED = -2

/** The handlers of the default session, for `net.fetch`. @type {Map<string, Handler>} */
export const handlers = new Map()

/** @param {Electron.ProtocolRequest} request */
function toRequest(request) {
  const { url, method, uploadData } = request
  const headers = new Headers(request.headers)
  if (request.referrer && !headers.has('referer')) headers.set('referer', request.referrer)
  if (!uploadData || method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = /** @type {BodyInit} */ (/** @type {unknown} */ (bytesOf(uploadData)))
  return new Request(url, /** @type {RequestInit} */ ({ method, headers, body, duplex: 'half' }))
}

/** @param {Electron.UploadData[]} parts */
async function* bytesOf(parts) {
  for (const part of parts) {
    if (part.blobUUID) throw new Error('The loader cannot read a blob that a page uploads to a protocol handler.')
    if (part.file) yield* createReadStream(part.file)
    else yield part.bytes
  }
}

/** @param {Response} response @returns {Electron.ProtocolResponse} */
function toAnswer(response) {
  if (response.type === 'error') return { error: FAILED }
  /** @type {Record<string, string>} */
  const headers = {}
  for (const [name, value] of response.headers) headers[name] = value
  const data = response.body ? nodeReadable(response.body) : Readable.from([])
  return /** @type {Electron.ProtocolResponse} */ ({ statusCode: response.status, headers, data })
}

/** @param {Handler} handler */
function asStreamHandler(handler) {
  return async (
    /** @type {Electron.ProtocolRequest} */ request,
    /** @type {(answer: Electron.ProtocolResponse) => void} */ callback,
  ) => {
    try {
      callback(toAnswer(await handler(toRequest(request))))
    } catch (error) {
      console.error(`The handler of ${request.url} failed:`, error)
      callback({ error: FAILED })
    }
  }
}

/**
 * @param {Electron.Protocol} target
 * @param {Electron.Protocol} inner
 * @param {Map<string, Handler>} known
 */
function addHandle(target, inner, known) {
  Object.assign(target, {
    /** @param {string} scheme @param {Handler} handler */
    handle(scheme, handler) {
      const isBuiltIn = ['http', 'https', 'file'].includes(scheme)
      const register = isBuiltIn ? 'interceptStreamProtocol' : 'registerStreamProtocol'
      if (!inner[register](scheme, asStreamHandler(handler))) {
        throw new Error(`Failed to register protocol: ${scheme}`)
      }
      known.set(scheme, handler)
    },
    /** @param {string} scheme */
    unhandle(scheme) {
      if (!known.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
      if (!inner.unregisterProtocol(scheme)) inner.uninterceptProtocol(scheme)
    },
    /** @param {string} scheme */
    isProtocolHandled: scheme => known.has(scheme),
  })
}

/** `protocol.handle` for the default session; for others see `fillSessionProtocol`. */
export function fillProtocol() {
  addHandle(
    protocol,
    /** @type {Electron.Protocol} */ (
      new Proxy(/** @type {any} */ ({}), {
        get: (_, name) => {
          const inner = /** @type {any} */ (session.defaultSession.protocol)
          return inner[name].bind(inner)
        },
      })
    ),
    handlers,
  )
}

/** @param {Electron.Session} owner */
export function fillSessionProtocol(owner) {
  const inner = owner.protocol
  addHandle(inner, inner, owner === session.defaultSession ? handlers : new Map())
}
