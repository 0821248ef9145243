/// <reference path="../../../app/intake/pdf/pdf-worker.d.ts" />
import { readFile as bytesOf } from 'node:fs/promises'
import mammoth from 'mammoth'
import { readFile } from '../../../app/intake/read-file'
import { mostMemory } from '../process-memory'

// Runs in a process of its own: `node read-with.cjs SUBJECT FILE ROUNDS` reads a file and prints how long that took.

type Subject = (file: Uint8Array, name: string) => Promise<number>

/** How many code units each makes of a file. */
const subjects: { readonly [name: string]: Subject } = {
  pressmark: async (bytes, name) => {
    const read = await readFile({ name, bytes }, '2024-01-01T00:00:00.000Z')
    if (!read.ok) throw new Error(read.error.code)
    return read.value.revision.text.length
  },
  mammoth: async bytes => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.length,
  'mammoth, raw text': async bytes => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.length,
  'pdf.js': async bytes => {
    Object.assign(globalThis, { DOMMatrix: class {} }) // as it wants one to be loaded, and Node has none
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const pdf = await pdfjs.getDocument({ data: bytes.slice(), verbosity: pdfjs.VerbosityLevel.ERRORS }).promise
    let units = 0
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const { items } = await (await pdf.getPage(n)).getTextContent()
      for (const item of items) if ('str' in item) units += item.str.length
    }
    await pdf.destroy()
    return units
  },
}

async function run(name: string, file: string, rounds: number): Promise<void> {
  const read = subjects[name]
  if (read === undefined) throw new Error(`unknown: ${name}`)
  const bytes = new Uint8Array(await bytesOf(file))
  const times: number[] = []
  const worked: number[] = []
  let units = 0
  for (let round = 0; round < rounds; round += 1) {
    const [begun, before] = [performance.now(), process.cpuUsage()]
    units = await read(bytes, file)
    times.push(performance.now() - begun)
    const { user, system } = process.cpuUsage(before)
    worked.push((user + system) / 1000)
  }
  const [first, ...others] = times
  console.log(JSON.stringify({ first, others, worked, units, memory: await mostMemory(process.pid) }))
}

const [, , subject = '', file = '', rounds = '1'] = process.argv
void run(subject, file, Number(rounds))
