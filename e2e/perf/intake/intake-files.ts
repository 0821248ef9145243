import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { makeDocx, paragraph, run } from '../../../app/intake/testing/make-docx'
import { seededRandom, syntheticRelease } from '../../../renderer/editor/testing/synthetic-release'

/** A file that is read by several programs. */
export interface IntakeFileToRead {
  readonly name: string
  readonly path: string
  readonly format: 'docx' | 'pdf'
  readonly bytes: number
}

/** So much text is about a page. */
const pageUnits = 2_500

/** Writes files of so many pages, PDFs as a browser prints them (fonts and structure in them), and a Word document of 5 MB. */
export async function writeIntakeFiles(folder: string): Promise<readonly IntakeFileToRead[]> {
  const files: IntakeFileToRead[] = []
  const add = async (name: string, format: 'docx' | 'pdf', bytes: Uint8Array) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.${format}`)
    await writeFile(path, bytes)
    files.push({ name: `${format}, ${name}, ${Math.round(bytes.length / 1000)} kB`, path, format, bytes: bytes.length })
  }
  const executablePath = process.env.PRESSMARK_CHROMIUM
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    for (const pages of [10, 60, 300]) await add(`${pages} pages`, 'pdf', await printed(browser, pages))
  } finally {
    await browser.close()
  }
  await add('60 pages', 'docx', makeDocx(wordBody(60)))
  await add('300 pages', 'docx', makeDocx(wordBody(300)))
  await add('5 MB with pictures', 'docx', makeDocx(wordBody(300), {}, [], pictures(5_000_000)))
  return files
}

async function printed(browser: Awaited<ReturnType<typeof chromium.launch>>, pages: number): Promise<Uint8Array> {
  const page = await browser.newPage()
  const body = paragraphs(pages)
    .map((text, n) =>
      n % 12 === 0 ? `<h2>${text.slice(0, 60)}</h2>` : `<p>${text.replace(/(\w+) /, '<b>$1</b> ')}</p>`,
    )
    .join('')
  await page.setContent(
    `<!doctype html><html lang="en"><title>Release</title><body style="font: 12pt/1.4 serif">${body}`,
  )
  const bytes = await page.pdf({ format: 'A4', tagged: true })
  await page.close()
  return new Uint8Array(bytes)
}

function paragraphs(pages: number): string[] {
  return syntheticRelease(pages * pageUnits).text.split('\n\n')
}

function wordBody(pages: number): string {
  return paragraphs(pages)
    .map((text, n) => {
      if (n % 12 === 0) return paragraph(text.slice(0, 60), '<w:pStyle w:val="Heading2"/>')
      const [first = '', ...rest] = text.split(' ')
      return `<w:p>${run(first, '<w:b/>')}${run(` ${rest.join(' ')}`)}</w:p>`
    })
    .join('')
}

/** Files of the document that no text is in: what cannot be packed, as pictures. */
function pictures(bytes: number): { readonly [name: string]: string } {
  const random = seededRandom(5)
  const letters = Array.from({ length: Math.ceil(bytes * 1.2) }, () =>
    String.fromCharCode(33 + Math.floor(random() * 94)),
  )
  return { 'word/media/image1.png': letters.join('') }
}
