import { readFile } from 'node:fs/promises'
import { join, normalize, relative, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { followPageFiles } from './page-files'

export const scheme = 'app'
/** Of the hidden page in which files are read; see `intake/page-reader.ts`. */
export const readerScheme = 'reader'
export const origin = `${scheme}://pressmark`

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const mediaTypes: { readonly [extension: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
  bcmap: 'application/octet-stream',
  json: 'application/json; charset=utf-8',
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: readerScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** The file below `folder` that a URL of our scheme `own` names; `undefined` for another host, an escape, or an unknown type. */
export function fileOf(
  url: string,
  folder: string,
  own: string = scheme,
): { readonly path: string; readonly mediaType: string } | undefined {
  let pathname: string
  try {
    const parsed = new URL(url)
    if (parsed.protocol !== `${own}:` || parsed.host !== 'pressmark') return undefined
    pathname = decodeURIComponent(parsed.pathname)
  } catch {
    return undefined
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return undefined
  const path = normalize(join(folder, pathname === '/' ? 'index.html' : pathname))
  const mediaType = mediaTypes[path.slice(path.lastIndexOf('.') + 1)]
  return path.startsWith(folder + sep) && mediaType !== undefined ? { path, mediaType } : undefined
}

/**
 * Serves the built window from `folder` under `app://pressmark/`, with the content security policy on every answer.
 * Resolves when the page has the scripts, styles and fonts of its start.
 */
export function serveWindow(session: Session, folder: string): Promise<void> {
  const start = followPageFiles('index.html')
  session.protocol.handle(scheme, async request => {
    const file = request.method === 'GET' ? fileOf(request.url, folder) : undefined
    const bytes = file === undefined ? undefined : await readFile(file.path).catch(() => undefined)
    if (file === undefined || bytes === undefined) return new Response('not found', { status: 404 })
    start.answered(relative(folder, file.path).replaceAll(sep, '/'), bytes)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    })
  })
  return start.complete
}
