import { strToU8, zipSync } from 'fflate'
import { type HostileFile, words } from './hostile-file'

/** Archives of files. */
export const hostileArchives: readonly HostileFile[] = [
  {
    what: 'an archive with a bomb beside a release',
    name: 'bomb.zip',
    bytes: () => zipSync({ 'bomb.txt': new Uint8Array(60 * 1024 * 1024), 'sound.txt': strToU8(words) }),
    comes: 'files',
    has: 'bomb.txt too-much-text',
  },
  {
    what: 'an archive inside an archive',
    name: 'nested.zip',
    bytes: () => zipSync({ 'in.zip': zipSync({ 'in.zip': zipSync({ 'a.txt': strToU8(words) }) }) }),
    comes: 'files',
    has: 'in.zip',
  },
  ...['../../evil.txt', '/etc/evil.txt', '..\\evil.txt', 'C:\\evil.txt', 'a\0.txt'].map((name, n) => ({
    what: `an archive with a file called ${JSON.stringify(name)}`,
    name: `path-${n}.zip`,
    bytes: () => zipSync({ 'a.txt': strToU8(words), [name]: strToU8(words) }),
    comes: 'unreadable',
  })),
  {
    what: 'an archive of 2,001 files',
    name: 'many.zip',
    bytes: () => zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}.txt`, strToU8('x')]))),
    comes: 'unreadable',
  },
]
