import { test } from '@playwright/test'
import { freshFolder } from '../pages/launch'
import { Measurements, type Target } from './figures'
import { bundleParsers, convert, readWith } from './intake/bare-parsers'
import { writeIntakeFiles } from './intake/intake-files'

const rounds = 3
/** How often a process reads a file: the first time is told apart. */
const repeats = 4
/** Files over so many bytes are judged: below, what is the same for every file weighs most. */
const judgedFrom = 100_000
const own = 'pressmark'
const bare = { docx: 'mammoth', pdf: 'pdf.js' } as const
const office = 'LibreOffice'

test('files read into releases, beside what only takes their text out', async () => {
  const { path, remove } = await freshFolder()
  try {
    const files = await writeIntakeFiles(path)
    const program = await bundleParsers(path)
    const measurements = new Measurements()
    for (const { name, path: file, format } of files) {
      const bench = `intake: ${name}`
      const subjects = [own, bare[format], ...(format === 'docx' ? ['mammoth, raw text'] : [])]
      for (let round = 0; round < rounds; round += 1) {
        for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
          const { first, others, worked, memory } = await readWith(program, subject, file, repeats)
          measurements.add({ bench, subject, metric: 'first time', unit: 'ms' }, first)
          measurements.add({ bench, subject, metric: 'time', unit: 'ms' }, Math.min(...others))
          measurements.add({ bench, subject, metric: 'processor time', unit: 'ms' }, Math.min(...worked.slice(1)))
          measurements.add({ bench, subject, metric: 'most memory', unit: 'MB' }, memory)
        }
      }
      const converted = await convert(file, path)
      if (converted === undefined)
        console.error(`${bench}: LibreOffice is not installed, or does not read it; left out`)
      else {
        measurements.add({ bench, subject: office, metric: 'first time', unit: 'ms' }, converted.first)
        measurements.add({ bench, subject: office, metric: 'most memory', unit: 'MB' }, converted.memory)
      }
    }
    measurements.print(({ bench }) => (bench.includes('pdf') ? bare.pdf : bare.docx))
    measurements.judge(
      files
        .filter(({ bytes }) => bytes > judgedFrom)
        .flatMap(({ name, format }) =>
          ['time', 'processor time'].map((metric): Target => {
            return { bench: `intake: ${name}`, subject: own, metric, peer: bare[format], atMost: 1.5 }
          }),
        ),
    )
  } finally {
    await remove()
  }
})
