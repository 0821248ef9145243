// @ts-check
import { installPackages } from './electron-runtime/debian.mjs'
import { Advice, hasProgram } from './run-command.mjs'

/** Programs the fault tests break the store with, and the Debian packages they come in. */
const TOOLS = [
  { program: 'strace', name: 'strace' },
  { program: 'mkfs.ext4', name: 'e2fsprogs' },
  { program: 'xfs_io', name: 'xfsprogs' },
]

/** Installs what is missing, as root. Where that cannot be done the tests that need it are skipped, and say so. */
export function ensureFaultTools() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  const missing = TOOLS.filter(({ program }) => !hasProgram(program)).map(({ name }) => name)
  if (missing.length === 0) return
  try {
    installPackages(missing, 'for the fault tests')
  } catch (error) {
    if (!(error instanceof Advice)) throw error
    console.error(error.message)
  }
}
