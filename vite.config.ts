import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'

const root = import.meta.dirname
const builtins = [...builtinModules, ...builtinModules.map(name => `node:${name}`)]

/** One CJS bundle of a machine-side entry; electron and Node's own modules stay outside. */
function machine(entries: Record<string, string>, outDir: string, target: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: [], conditions: ['node', 'import', 'module', 'default'] },
    build: {
      outDir: resolve(root, outDir),
      emptyOutDir: true,
      target,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        platform: 'node',
        external: ['electron', ...builtins],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          ...(Object.keys(entries).length === 1 ? { codeSplitting: false } : {}),
        },
      },
    },
  }
}

/**
 * The bundler lets every entry load the chunk that has its helpers, which is half a megabyte here; the Electron entry
 * uses none of them, and no window may wait for it.
 */
const lightEntry: Plugin = {
  name: 'light-entry',
  applyToEnvironment: environment => environment.name === 'main',
  generateBundle(_options, bundle) {
    const entry = bundle['index.cjs']
    if (entry?.type === 'chunk') entry.code = entry.code.replace(/^require\("\.\/[^"]+"\);$/gm, '')
  },
}

/** The tables of pdf.js for older code pages of Chinese, Japanese and Korean, with their licence, beside what reads files. */
const codePages: Plugin = {
  name: 'code-pages',
  applyToEnvironment: environment => environment.name === 'reader',
  generateBundle() {
    const folder = resolve(root, 'node_modules/pdfjs-dist/cmaps')
    for (const name of readdirSync(folder))
      this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(resolve(folder, name)) })
  },
}

/** The window, the machine and the bridge between them, built into `out/`. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react(), lightEntry, codePages],
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 108 << 16 } } },
  worker: { format: 'es' },
  build: { target: 'chrome108', assetsInlineLimit: 0, modulePreload: { polyfill: false }, cssTarget: 'chrome108' },
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'out/renderer'),
        emptyOutDir: true,
        sourcemap: true,
        rolldownOptions: {
          input: resolve(root, 'renderer/index.html'),
          // It asks the browser for its name when it is loaded, and for that Chromium parses the whole file anew.
          output: { codeSplitting: { groups: [{ name: 'prosemirror', test: /node_modules[\\/]prosemirror/ }] } },
        },
      },
    },
    main: machine(
      {
        index: resolve(root, 'main/index.ts'),
        pressmark: resolve(root, 'main/cli/pressmark.ts'),
        'command-thread': resolve(root, 'main/cli/command-thread.ts'),
        reader: resolve(root, 'main/intake/reader-entry.ts'),
        carry: resolve(root, 'main/carrying/carry-entry.ts'),
        measure: resolve(root, 'main/measuring/measure-entry.ts'),
      },
      'out/main',
      'node16',
    ),
    preload: machine({ index: resolve(root, 'main/preload/index.ts') }, 'out/preload', 'node16'),
    // A sandboxed preload is one file, so each is built alone.
    readerPreload: machine({ index: resolve(root, 'main/preload/reader.ts') }, 'out/reader-preload', 'node16'),
    // The hidden page in which files are read: its script; the page itself is a line that the app serves.
    reader: {
      consumer: 'client',
      build: {
        outDir: resolve(root, 'out/reader'),
        emptyOutDir: true,
        sourcemap: true,
        rolldownOptions: {
          input: { reader: resolve(root, 'main/intake/page/reader.ts') },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
  builder: {},
})
