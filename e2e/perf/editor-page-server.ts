import { join } from 'node:path'
import { build, preview } from 'vite'
import { root } from '../pages/launch'

/** Builds the page that mounts editors, as the window is built, and serves it on this machine alone. */
export async function serveEditorPage(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = join(import.meta.dirname, 'editor-page')
  const outDir = join(root, '.cache/bench-page')
  const shared = { root: folder, configFile: false, logLevel: 'silent' } as const
  await build({
    ...shared,
    css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 108 << 16 } } },
    build: { outDir, emptyOutDir: true, target: 'chrome108', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the page is not served')
  return { url, close: () => server.close() }
}
