// @ts-check
// Imported first, for its effect: every script stops here with a sentence when Node does not fit.
import { readFileSync } from 'node:fs'

/** @param {string} version */
function toNumbers(version) {
  const [major = 0, minor = 0, patch = 0] = version
    .replace(/^[^\d]*/, '')
    .split('.')
    .map(Number)
  return /** @type {const} */ ([major, minor, patch])
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  const left = toNumbers(a)
  const right = toNumbers(b)
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/**
 * Whether a version fits an `engines` range made of `>=`, `<`, spaces and `||`.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  return range.split('||').some(part =>
    part
      .trim()
      .split(/\s+/)
      .every(bound => {
        const order = compare(version, bound)
        if (bound.startsWith('>=')) return order >= 0
        if (bound.startsWith('<')) return order < 0
        return order === 0
      }),
  )
}

/**
 * What to tell the user, or nothing when this Node fits.
 * @param {string} version
 * @param {string} range
 */
export function nodeVersionSentence(version, range) {
  if (satisfies(version, range)) return undefined
  return `Pressmark needs Node ${range.replaceAll(' || ', ' or ')}; this is Node ${version.replace(/^v/, '')}. Install a fitting one from nodejs.org and run the command again.`
}

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const sentence = nodeVersionSentence(process.version, engines.node)
if (sentence) {
  console.error(sentence)
  process.exit(1)
}
