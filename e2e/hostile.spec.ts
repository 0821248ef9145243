import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { hostileFiles } from '../app/intake/testing/hostile-files'
import { givenRelease } from './pages/given-release'
import { openGivenRelease } from './pages/given-workspace'
import { ImportDialog } from './pages/import-dialog'
import { answerDialogs, launch } from './pages/launch'
import { watchMemory } from './pages/memory-watch'

const megabyte = 1024 * 1024

test('files that are made to harm, all at once: each is a text or says why not, and the program goes on', async () => {
  test.setTimeout(300_000)
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('outside')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const files = hostileFiles(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const first = await openGivenRelease()
  const folder = join(first.folder, 'hostile')
  await mkdir(folder)
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes())
  await first.close()

  // What the whole program asks of the network, in whatever process, is written down by the browser itself.
  const log = join(first.folder, 'network.json')
  const desk = await launch({ ...first.options, workspace: first.workspace, args: [`--log-net-log=${log}`] })
  await expect(desk.window.document(givenRelease.headline)).toBeVisible()
  const most = await watchMemory(desk.app)
  await answerDialogs(desk.app, [folder])
  await desk.window.command('File', 'Import…')
  const report = new ImportDialog(desk.page)
  await expect(report.button('Done')).toBeVisible({ timeout: 240_000 })
  const held = await most()

  const rows = new Map((await report.rows()).map(row => [row.name.slice(folder.length + 1), row]))
  const said = files.map(({ name, comes }) => {
    const row = rows.get(name)
    const end = row?.state.startsWith('Added') || row?.state === 'Duplicate' ? 'text' : (row?.message ?? 'no row')
    return comes === 'files' ? [name, rows.has(name)] : [name, comes === 'text' ? end : end.length > 20]
  })
  expect(said).toEqual(
    files.map(({ name, comes }) => [name, comes === 'files' ? false : comes === 'text' ? 'text' : true]),
  )
  // None of them ended the process it was read in, and none says a code in place of words.
  for (const { message } of rows.values()) expect(message).not.toMatch(/^[a-z-]+$|broke down|took too/)
  expect(rows.get('bomb.zip/bomb.txt')?.message).toContain('too much text')
  expect(rows.get('nested.zip/in.zip')?.message).toContain('archive')
  expect(rows.get('locked.pdf')?.message).toContain('password')
  expect(rows.get('scanned.pdf')?.message).toContain('pictures')

  const [reader, main, shown] = [held.reader, held.main, held.window].map(bytes => Math.round(bytes / megabyte))
  console.log(`hostile files: ${rows.size} rows; most memory: reader ${reader}, main ${main}, window ${shown} MB`)
  expect(reader).toBeGreaterThan(0)
  expect(reader).toBeLessThan(1024)

  // The program goes on: another release is read, and can be marked.
  await report.button('Done').click()
  await desk.window.document(givenRelease.headline).click()
  await desk.window.mark('q', givenRelease.firstQuote.pieces[0])
  await desk.window.saved()
  expect(await desk.page.evaluate(() => 'harmed' in window || 'stolen' in window)).toBe(false)
  expect(desk.complaints).toEqual([])
  await desk.close()

  const asked = [...(await readFile(log, 'utf8')).matchAll(/"url":"((?:https?|wss?|ftp):[^"]*)"/g)].map(
    ([, url]) => url,
  )
  console.log(`hostile files: ${asked.length} requests to a network, ${visits.length} visits`)
  expect(asked).toEqual([])
  expect(visits).toEqual([])
  server.close()
  await rm(first.folder, { recursive: true, force: true })
})
