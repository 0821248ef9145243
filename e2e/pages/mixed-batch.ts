import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { root } from './launch'

const towns = ['Aldham', 'Brant', 'Corley', 'Dunmore', 'Eastry', 'Fenwick', 'Garston', 'Holt', 'Ibstone', 'Jarrow']
const works = ['a ferry berth', 'a water works', 'a school', 'a rail bridge']

/** The words of a release that no other has; `n` from 0 to 39. */
export function releaseText(n: number): { readonly headline: string; readonly paragraphs: readonly string[] } {
  const town = towns[n % 10] ?? ''
  const work = works[Math.floor(n / 10)] ?? ''
  const cost = `${n + 3} million`
  return {
    headline: `${town} opens ${work} for ${cost}`,
    paragraphs: [
      `${town} said on Monday that it would open ${work} which costs ${cost} and takes ${n + 2} years to build.`,
      `“We in ${town} have waited ${n + 5} years for ${work},” said the mayor. “It is worth every one of the ${cost}.”`,
    ],
  }
}

/** What the files of a batch come to. */
export const mixedBatch = { files: 40, added: 35, near: 1, duplicates: 3, failed: 2 } as const

/**
 * Writes a folder with files of many formats, some of them in a folder, an archive and a message: `mixedBatch` says what comes of
 * them. `broken.docx` fails and so does `old.txt`, whose encoding cannot be told.
 */
export async function writeMixedBatch(folder: string): Promise<void> {
  const text = (n: number) => [releaseText(n).headline, ...releaseText(n).paragraphs].join('\n\n')
  const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
  await mkdir(join(folder, 'more'), { recursive: true })
  for (let n = 0; n < 12; n += 1) await write(`a${n}.txt`, text(n))
  for (const n of [12, 13, 14, 15, 16, 17, 18, 19, 32, 33]) await write(`more/b${n}.md`, `# ${text(n)}`)
  for (let n = 20; n < 26; n += 1) {
    const { headline, paragraphs } = releaseText(n)
    await write(`c${n}.html`, `<!doctype html><h1>${headline}</h1>${paragraphs.map(one => `<p>${one}</p>`).join('')}`)
  }
  for (const format of ['docx', 'odt', 'rtf']) {
    // Other programs wrote the same words: three files, one text.
    await copyFile(join(root, `app/intake/fixtures/harbour-shore-power.${format}`), join(folder, `d.${format}`))
  }
  await write('e.zip', zipSync(Object.fromEntries([26, 27, 28, 29].map(n => [`in/z${n}.txt`, Buffer.from(text(n))]))))
  await write('f.eml', messageOf(text(30), text(31)))
  await write('near.txt', text(0).replace('which costs', 'which now costs'))
  await write('same.txt', `${text(1)}\n\n`)
  await write('broken.docx', 'PK\u0003\u0004 and then nothing')
  await write('old.txt', Uint8Array.of(0xb1, 0xe6))
}

function messageOf(words: string, attached: string): string {
  return `From: News <news@example.org>
Subject: News
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

${words}
--b
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="attached.txt"

${attached}
--b--
`
}
