/**
 * Makes the fixtures of the file formats with LibreOffice Writer (`soffice` in the PATH; those here are of 7.4): the release
 * `app/intake/fixtures/rich-release.fodt`, written by hand, and a sample release, each as docx, odt, rtf and html. Run it when a source
 * changes: node scripts/make-fixtures.mjs
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = join(import.meta.dirname, '../app/intake/fixtures')
const samples = join(import.meta.dirname, '../samples/releases')
const sources = [
  { file: join(here, 'rich-release.fodt'), options: [] },
  { file: join(samples, 'harbour-shore-power.txt'), options: ['--infilter=Text (encoded):UTF8,LF,,,'] },
]
const targets = ['docx:MS Word 2007 XML', 'odt:writer8', 'rtf:Rich Text Format', 'html:HTML (StarWriter)']

const profile = mkdtempSync(join(tmpdir(), 'pressmark-fixtures-'))
try {
  for (const { file, options } of sources) {
    const copy = join(profile, file.slice(file.lastIndexOf('/') + 1))
    copyFileSync(file, copy)
    for (const target of targets) {
      const settings = [`-env:UserInstallation=file://${profile}/user`, '--headless', ...options]
      execFileSync('soffice', [...settings, '--convert-to', target, '--outdir', here, copy], { stdio: 'inherit' })
    }
  }
} finally {
  rmSync(profile, { recursive: true, force: true })
}
