import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import { openProfile } from '../profile/profile'
import { bundleCli } from './testing/bundle'
import { importSeed, type Study, seedRelease, startStudy } from './testing/study'

interface Process {
  readonly child: ChildProcess
  readonly done: Promise<{ status: number | null; out: string; err: string }>
}

/** The bundled program in a process of its own, over the study's workspace and profile. */
function start(study: Study, program: string, ...args: readonly string[]): Process {
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [program, ...args, '--user-data-dir', study.userFolder], {
    cwd: study.folder,
    env,
  })
  const output = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    output.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    output.err += text
  })
  return { child, done: once(child, 'close').then(([status]) => ({ status, ...output })) }
}

async function bundled(): Promise<{ study: Study; program: string; document: string }> {
  const study = await startStudy(onTestFinished)
  return { study, program: await bundleCli(join(study.folder, 'bundle')), document: await importSeed(study) }
}

function noteAt(n: number) {
  return { kind: 'note', target: [{ start: 10 * n, end: 10 * n + 5 }], note: `from ${n}`, tags: [`Tag ${n % 4}`] }
}

const several = Array.from({ length: 20 }, (_, n) => n)

test('20 programs that write at once: each is done or says why not, and all that was acknowledged is there', async () => {
  const { study, program, document } = await bundled()
  const runs = await Promise.all(
    several.map(async n => {
      const from = await study.file(`${n}.json`, [noteAt(n)])
      const name = n % 2 === 0 ? 'Tool' : `Tool ${n}`
      const { done } = start(study, program, 'annotate', 'w', document, '--from', from, '--annotator', name, '--json')
      return { n, name, ...(await done) }
    }),
  )
  for (const { status, err } of runs) expect([0, 3], err).toContain(status)
  const acknowledged = runs.filter(({ status }) => status === 0)
  expect(acknowledged.length).toBeGreaterThan(0)
  const listed = await study.json<ExchangeAnnotation[]>('annotations', 'w')
  const standing = listed.map(({ note, author }) => `${note} by ${author}`)
  for (const { n, name } of acknowledged) expect(standing).toContain(`from ${n} by ${name}`)
  expect(await study.json('doctor', 'w')).toEqual({ ok: true, problems: [] })
  const { annotators } = (await openProfile(study.userFolder)).read()
  const names = annotators.map(({ name }) => name).sort()
  expect(names).toEqual([...new Set(names)])
  for (const { name } of acknowledged) expect(names).toContain(name)
})

test('programs that are killed while they write leave nothing half done and keep nobody out', async () => {
  const { study, program, document } = await bundled()
  const annotations = join(study.folder, 'w/documents', document, 'annotations')
  await mkdir(annotations, { recursive: true })
  const acknowledged: number[] = []
  for (const n of several.slice(0, 8)) {
    const from = await study.file(`${n}.json`, [noteAt(n)])
    const run = start(study, program, 'annotate', 'w', document, '--from', from, '--annotator', 'Tool')
    // The first file that appears kills it, unless it was done before that was noticed.
    const watcher = n % 2 === 1 ? watch(annotations, () => run.child.kill('SIGKILL')) : undefined
    const { status, err } = await run.done
    watcher?.close()
    expect(status === null ? run.child.signalCode : status, err).toBe(status === null ? 'SIGKILL' : 0)
    if (status === 0) acknowledged.push(n)
    else expect(n % 2).toBe(1)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(4)
  const notes = (await study.json<ExchangeAnnotation[]>('annotations', 'w')).map(({ note }) => note)
  for (const n of acknowledged) expect(notes).toContain(`from ${n}`)
  expect(await study.json('doctor', 'w')).toEqual({ ok: true, problems: [] })
})

test('the program as it is shipped', async () => {
  const { study, program, document } = await bundled()
  expect((await readFile(program, 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true)
  const imported = await start(study, program, 'import', 'w', seedRelease, '--json').done
  expect([imported.status, JSON.parse(imported.out)[0].code]).toEqual([0, 'same-text'])
  expect(await start(study, program, 'show', 'w', 'nope').done).toMatchObject({ status: 2, out: '' })
  const reader = start(study, program, 'show', 'w', document, '--text')
  reader.child.stdout?.destroy()
  expect(await reader.done).toMatchObject({ err: '' })
})
