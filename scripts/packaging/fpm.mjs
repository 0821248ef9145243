#!/usr/bin/env node
// @ts-check
// Stands in for fpm where electron-builder cannot download it: makes a deb of a folder with Debian's own dpkg-deb.
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Advice, run, runScript } from '../run-command.mjs'
import { controlText, readFpmArguments } from './fpm-arguments.mjs'

await runScript(async () => {
  const wanted = readFpmArguments(process.argv.slice(2))
  if (wanted.target !== 'deb') {
    throw new Advice(`${wanted.target} packages need fpm, which could not be downloaded; only deb is made without it.`)
  }
  const stage = await mkdtemp(join(tmpdir(), 'pressmark-deb-'))
  try {
    await chmod(stage, 0o755)
    for (const { from, to } of wanted.files) {
      const place = join(stage, to)
      await mkdir(dirname(place), { recursive: true })
      await cp(from, place, { recursive: true, verbatimSymlinks: true })
    }
    await mkdir(join(stage, 'DEBIAN'))
    await writeFile(join(stage, 'DEBIAN/control'), controlText(wanted))
    for (const [name, script] of Object.entries(wanted.scripts)) {
      await cp(script, join(stage, 'DEBIAN', name))
      await chmod(join(stage, 'DEBIAN', name), 0o755)
    }
    return await run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', stage, wanted.package])
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
})
