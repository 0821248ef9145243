// @ts-check
// Draws build/icon.svg in every size and container that the packages need. Run it by hand when the drawing changes.
import '../node-version.mjs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { root } from '../checkout.mjs'
import { ensureChromium } from '../electron-runtime/system.mjs'
import { runScript } from '../run-command.mjs'
import { toIcns, toIco } from './icon-files.mjs'

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024]
const ICO_LIMIT = 256
const folder = join(root, 'build')

/** @param {string} svg */
async function draw(svg) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const pictures = []
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(svg.replace('<svg ', '<svg style="position:fixed;inset:0;width:100%;height:100%" '))
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) })
  }
  await browser.close()
  return pictures
}

await runScript(async () => {
  const pictures = await draw(await readFile(join(folder, 'icon.svg'), 'utf8'))
  await mkdir(join(folder, 'icons'), { recursive: true })
  for (const { size, png } of pictures) await writeFile(join(folder, `icons/${size}x${size}.png`), png)
  await writeFile(join(folder, 'icon.ico'), toIco(pictures.filter(({ size }) => size <= ICO_LIMIT)))
  await writeFile(join(folder, 'icon.icns'), toIcns(pictures))
  return 0
})
