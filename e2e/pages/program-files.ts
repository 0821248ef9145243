import { readFile, writeFile } from 'node:fs/promises'

/** The fuses in the order in which they stand in Electron's program file. */
export const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'fileProtocolExtraPrivileges',
] as const

export type FuseName = (typeof fuseNames)[number]
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const off = '0'
const on = '1'

/** Where the fuses begin: behind their mark, a byte for the version and one for how many there are. */
function fusesIn(bytes: Buffer): { readonly start: number; readonly count: number } {
  const mark = bytes.indexOf(sentinel)
  if (mark < 0) throw new Error('the program file has no fuses')
  const start = mark + sentinel.length + 2
  return { start, count: bytes[start - 1] ?? 0 }
}

/** Reads the fuses of a program file by bytes, not with the tool that set them; those that it does not have are left out. */
export async function readFuses(executable: string): Promise<{ [Name in FuseName]?: 'on' | 'off' }> {
  const bytes = await readFile(executable)
  const { start, count } = fusesIn(bytes)
  const states = fuseNames
    .slice(0, count)
    .map((name, n) => [name, String.fromCharCode(bytes[start + n] ?? 0)] as const)
    .filter(([, state]) => state === on || state === off)
    .map(([name, state]) => [name, state === on ? 'on' : 'off'] as const)
  return Object.fromEntries(states)
}

/** Switches a fuse of a program file on. */
export async function switchOn(executable: string, name: FuseName): Promise<void> {
  const bytes = await readFile(executable)
  bytes.write(on, fusesIn(bytes).start + fuseNames.indexOf(name), 'latin1')
  await writeFile(executable, bytes)
}

interface ArchiveFolder {
  readonly files?: { readonly [name: string]: ArchiveFolder }
}

/** The paths of the files in an asar archive. */
export async function filesInArchive(path: string): Promise<string[]> {
  const bytes = await readFile(path)
  const header: ArchiveFolder = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)))
  return pathsIn(header, '')
}

function pathsIn({ files }: ArchiveFolder, before: string): string[] {
  return Object.entries(files ?? {}).flatMap(([name, entry]) =>
    entry.files === undefined ? [before + name] : pathsIn(entry, `${before}${name}/`),
  )
}
