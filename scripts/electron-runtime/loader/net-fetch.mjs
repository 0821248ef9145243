// @ts-check
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { net } from 'electron'
import { handlers } from './protocol-handle.mjs'
import { webReadable } from './web-readable.mjs'

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml',
}

/** @param {string} url */
async function fetchFile(url) {
  const path = fileURLToPath(url)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Error('net::ERR_FILE_NOT_FOUND')
  const type = MEDIA_TYPES[extname(path).toLowerCase()]
  const body = found.size === 0 ? null : webReadable(createReadStream(path))
  return new Response(body, { headers: type ? { 'content-type': type } : {} })
}

/**
 * @param {string | Request} input
 * @param {RequestInit & { bypassCustomProtocolHandlers?: boolean }} [init]
 */
async function fetchLocally(input, init = {}) {
  const { bypassCustomProtocolHandlers, ...rest } = init
  const request = new Request(input, rest)
  const scheme = new URL(request.url).protocol.slice(0, -1)
  const handler = bypassCustomProtocolHandlers ? undefined : handlers.get(scheme)
  if (handler) return handler(request)
  if (scheme === 'file') return fetchFile(request.url)
  if (scheme === 'data') return fetch(request)
  // Not through undici: that would go round the session's own request filters.
  throw new Error(`net::ERR_UNKNOWN_URL_SCHEME (the loader does not fetch ${scheme}:)`)
}

export function fillNetFetch() {
  net.fetch ??= /** @type {typeof net.fetch} */ (fetchLocally)
}
