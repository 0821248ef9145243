// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../checkout.mjs'

const LICENCE_FILE = /^(licen[cs]e|copying|notice)\b/i

/** Folders of packages that are handed on and have a licence of their own. @type {Readonly<Record<string, readonly string[]>>} */
const partsOf = { 'pdfjs-dist': ['cmaps'] }

/**
 * The npm packages that the program is bundled from, with the words of their licences: whoever hands the program on
 * has to hand these on too. Packages that another can do without are not bundled.
 * @param {string} [folder] of a checkout
 */
export function readNotices(folder = root) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .filter(([path]) => existsSync(join(folder, path)))
    .map(([path]) => readNotice(join(folder, path)))
}

/** @param {string} folder */
function readNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = [folder, ...(partsOf[name] ?? []).map(part => join(folder, part))].flatMap(from =>
    readdirSync(from)
      .filter(file => LICENCE_FILE.test(file))
      .sort()
      .map(file => readFileSync(join(from, file), 'utf8').trim()),
  )
  return { name: String(name), version: String(version), license: String(license), texts }
}

/**
 * One text file of them all.
 * @param {ReturnType<typeof readNotices>} notices
 */
export function noticesText(notices) {
  const parts = notices.map(({ name, version, license, texts }) =>
    [`${name} ${version} (${license})`, ...texts].join('\n\n'),
  )
  const rule = `\n\n${'-'.repeat(80)}\n\n`
  return `Pressmark is bundled from these packages, besides its own source.${rule}${parts.join(rule)}\n`
}
