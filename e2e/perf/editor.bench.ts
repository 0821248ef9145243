import { chromium, expect, type Page, test } from '@playwright/test'
import { openBare } from './bare-electron'
import { serveEditorPage } from './editor-page-server'
import { measureEditor, type Size, type Subject } from './editor-run'
import { Measurements, type Target } from './figures'

const rounds = 5
const sizes: readonly Size[] = [
  { name: '20 kB, 200 annotations', characters: 20_000, annotations: 200 },
  { name: '200 kB, 5000 annotations', characters: 200_000, annotations: 5_000 },
]
const plain = 'all-decorations'
const peers: readonly Subject[] = ['bare', 'bare-lazy', plain]

function targetsOf(bench: string, subject: Subject): Target[] {
  return [
    { bench, subject, metric: 'open', peer: plain, atMost: 1 / 3 },
    { bench, subject, metric: 'processor time per key', peer: 'bare', atMost: 2 },
  ]
}

/** Measures the painter that the window would use in this browser beside its peers, in rounds. */
async function compare(browser: string, page: Page, url: string): Promise<void> {
  await page.goto(url)
  const own = await page.evaluate(() => (window as unknown as { readonly ownPainter: Subject }).ownPainter)
  const measurements = new Measurements()
  for (let round = 0; round < rounds; round += 1) {
    for (const size of sizes) {
      const bench = `editor in ${browser}: ${size.name}`
      for (const subject of round % 2 === 0 ? [...peers, own] : [own, ...peers]) {
        const run = await measureEditor(page, url, subject, size)
        measurements.add({ bench, subject, metric: 'open', unit: 'ms' }, run.open)
        measurements.add({ bench, subject, metric: 'processor time per key', unit: 'ms' }, run.processorPerKey)
        measurements.add({ bench, subject, metric: 'key to frame', unit: 'ms' }, run.keyToFrame)
      }
    }
  }
  measurements.print(({ subject, metric }) => (subject === own && metric === 'open' ? plain : 'bare'))
  measurements.judge(targetsOf(`editor in ${browser}: ${sizes.at(-1)?.name}`, own))
}

let server: Awaited<ReturnType<typeof serveEditorPage>> | undefined
test.beforeAll(async () => {
  server = await serveEditorPage()
})
test.afterAll(async () => {
  await server?.close()
})

test('the editor beside plain decorations and a bare editor, in Electron', async () => {
  const { app, page, close } = await openBare(server?.url ?? '')
  try {
    const version = await app.evaluate(() => process.versions.electron)
    await compare(`Electron ${version}`, page, server?.url ?? '')
  } finally {
    await close()
  }
})

test('the editor beside plain decorations and a bare editor, in the newest Chromium', async () => {
  const executablePath = process.env.PRESSMARK_CHROMIUM
  test.skip(executablePath === undefined, 'no Chromium is named')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    expect(server).toBeDefined()
    await compare(`Chromium ${browser.version().split('.')[0]}`, page, server?.url ?? '')
  } finally {
    await browser.close()
  }
})
