// @ts-check
import { existsSync } from 'node:fs'
import { Advice, capture } from '../run-command.mjs'

const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/**
 * Installs Debian packages as root, or says which command does it.
 * @param {string[]} names
 * @param {string} purpose completes the sentence "... are needed"
 */
export function installPackages(names, purpose) {
  const command = `apt-get install --yes --no-install-recommends ${names.join(' ')}`
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/etc/debian_version') || !capture('apt-get', ['--version']).ok) {
    throw new Advice(
      `Some system packages are missing ${purpose}. On Debian or Ubuntu install them with:\n  sudo ${command}\nElsewhere install what those packages hold.`,
    )
  }
  console.error(`Installing Debian packages ${purpose}: ${names.join(' ')}`)
  if (aptInstall(names).ok) return
  capture('apt-get', ['update'], { env: ENV })
  const done = aptInstall(names)
  if (!done.ok) throw new Advice(`This command failed:\n  ${command}\n${done.err.trim()}`)
}

/** @param {string[]} names */
function aptInstall(names) {
  const args = ['install', '--yes', '--no-install-recommends', ...names.map(currentName)]
  // Another installation may hold the lock for a while.
  return capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env: ENV })
}

/**
 * Since Debian 13 some libraries have a new name for their 64-bit time.
 * @param {string} name
 */
function currentName(name) {
  const renamed = `${name}t64`
  return capture('apt-cache', ['show', '--no-all-versions', renamed]).ok ? renamed : name
}
