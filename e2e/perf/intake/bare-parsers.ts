import { execFile, spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { mostMemory, processTree } from '../process-memory'

/** How long a program took for a file in milliseconds, the first time and later ones, what the processors did, and the most memory it held, in MB. */
export interface Reading {
  readonly first: number
  readonly others: readonly number[]
  /** Processor time of each, the first among them. */
  readonly worked: readonly number[]
  readonly memory: number
}

const run = promisify(execFile)

/** Bundles what reads files with one parser; gives the path. */
export async function bundleParsers(folder: string): Promise<string> {
  const file = join(folder, 'read-with.cjs')
  const bundled = await rolldown({
    input: join(import.meta.dirname, 'read-with.ts'),
    platform: 'node',
    external: [...builtinModules, ...builtinModules.map(name => `node:${name}`)],
    logLevel: 'silent',
  })
  await bundled.write({ file, format: 'cjs', codeSplitting: false })
  await bundled.close()
  return file
}

/** Reads a file so often with a parser, in a process of its own. */
export async function readWith(program: string, parser: string, file: string, rounds: number): Promise<Reading> {
  const { stdout } = await run(process.execPath, [program, parser, file, String(rounds)], { maxBuffer: 1_000_000 })
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Reading
}

/** Converts a file to text with LibreOffice; `undefined` where that is not installed. */
export async function convert(file: string, folder: string): Promise<Reading | undefined> {
  const soffice = await run('which', ['soffice']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
  if (soffice === undefined) return undefined
  const out = join(folder, 'converted')
  await mkdir(out, { recursive: true })
  const begun = performance.now()
  const child = spawn(
    soffice,
    [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      ...(file.endsWith('.pdf') ? ['--infilter=writer_pdf_import'] : []),
      ...['--convert-to', 'txt:Text', '--outdir', out, file],
    ],
    { stdio: 'ignore' },
  )
  let memory = 0
  const look = setInterval(async () => {
    const held = (await processTree(child.pid ?? 0)).map(mostMemory)
    memory = Math.max(
      memory,
      (await Promise.all(held)).reduce((sum, one) => sum + one, 0),
    )
  }, 100)
  const code = await new Promise(done => child.on('exit', done))
  clearInterval(look)
  await rm(out, { recursive: true })
  return code === 0 ? { first: performance.now() - begun, others: [], worked: [], memory } : undefined
}
