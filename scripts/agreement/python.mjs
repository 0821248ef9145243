// @ts-check
import { join } from 'node:path'
import { root } from '../checkout.mjs'
import { capture } from '../run-command.mjs'

/** What each program is called in Python, and how it is installed. The last wants an older numpy than it needs. */
const installs = [
  ['-r', join(root, 'scripts', 'agreement', 'requirements.txt')],
  ['--no-deps', 'krippendorff-unitized-alpha==0.1.0'],
]

/**
 * A Python with the programs that agreement is compared with, in a folder; or why there is none.
 * @param {string} folder a new one
 * @returns {{ python: string } | { missing: string }}
 */
export function pythonWithPeers(folder) {
  const base = ['python3', 'python'].find(name => capture(name, ['-m', 'pip', '--version']).ok)
  if (base === undefined) return { missing: 'Python with pip is not there' }
  const made = capture(base, ['-m', 'venv', folder])
  if (!made.ok) return { missing: `Python makes no environment: ${lastLine(made)}` }
  const python = join(folder, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']))
  for (const what of installs) {
    const done = capture(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...what])
    if (!done.ok) return { missing: `pip installed nothing: ${lastLine(done)}` }
  }
  return { python }
}

/** @param {{ out: string, err: string }} done */
function lastLine({ out, err }) {
  const lines = `${out}\n${err}`.split('\n').filter(line => line.trim() !== '')
  return lines.at(-1) ?? 'no reason was given'
}
