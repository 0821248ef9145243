import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file that another program made, by the name of what it was made from. */
export interface MadeFile {
  readonly of: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** True when a program can be started; `option` is one that it only answers. */
export function isInstalled(program: string, option = '--version'): boolean {
  return spawnSync(program, [option], { stdio: 'ignore' }).status === 0
}

/** What LibreOffice Writer is told to make: the ending of the file, its filter, and how what it reads is written. */
export interface OfficeTarget {
  readonly ending: string
  readonly filter: string
}

export const officeTargets: { readonly [name: string]: OfficeTarget } = {
  docx: { ending: 'docx', filter: 'MS Word 2007 XML' },
  odt: { ending: 'odt', filter: 'writer8' },
  rtf: { ending: 'rtf', filter: 'Rich Text Format' },
  html: { ending: 'html', filter: 'HTML (StarWriter)' },
  pdf: { ending: 'pdf', filter: pdfFilter(true) },
  'pdf without structure': { ending: 'pdf', filter: pdfFilter(false) },
}

function pdfFilter(tagged: boolean): string {
  return `writer_pdf_Export:${JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: String(tagged) } })}`
}

/** Lets LibreOffice Writer make one file of each text (read as lines of UTF-8) or page (by its ending `.html`). */
export async function makeWithOffice(
  sources: readonly { readonly name: string; readonly text: string; readonly ending: 'txt' | 'html' }[],
  { ending, filter }: OfficeTarget,
  folder: string,
): Promise<readonly MadeFile[]> {
  const [from, to] = [join(folder, 'sources'), join(folder, 'made')]
  for (const path of [from, to]) await mkdir(path, { recursive: true })
  for (const source of sources) await writeFile(join(from, `${source.name}.${source.ending}`), source.text)
  for (const [kind, filters] of [
    ['txt', ['--infilter=Text (encoded):UTF8,LF,,,']],
    ['html', ['--infilter=HTML (StarWriter)']],
  ] as const) {
    const files = sources.flatMap(source => (source.ending === kind ? [join(from, `${source.name}.${kind}`)] : []))
    if (files.length === 0) continue
    const settings = [`-env:UserInstallation=file://${folder}/user`, '--headless', ...filters]
    await run('soffice', [...settings, '--convert-to', `${ending}:${filter}`, '--outdir', to, ...files])
  }
  return Promise.all(
    sources.map(async ({ name }) => {
      const file = `${name}.${ending}`
      return { of: name, name: file, bytes: new Uint8Array(await readFile(join(to, file))) }
    }),
  )
}

/** Reads `[{"text", "page"}]`; writes, of each, a message of every kind as base64. */
const mailProgram = `
import base64, json, sys
from email.message import EmailMessage
from email.policy import SMTP
def made(text, charset, cte, page=None):
    message = EmailMessage(policy=SMTP)
    message["From"] = "Press office <press@example.org>"
    message["Subject"] = "Release"
    message.set_content(text, charset=charset, cte=cte)
    if page is not None:
        message.add_alternative(page, subtype="html", charset=charset, cte=cte)
    return base64.b64encode(message.as_bytes()).decode("ascii")
def western(text):
    try:
        text.encode("windows-1252")
        return "windows-1252"
    except UnicodeEncodeError:
        return "utf-8"
print(json.dumps([[
    made(one["text"], western(one["text"]), "quoted-printable"),
    made(one["text"], "utf-8", "base64"),
    made(one["text"], western(one["text"]), "quoted-printable", one["page"]),
] for one in json.load(sys.stdin)]))
`

export const mailKinds = ['eml, windows-1252 quoted-printable', 'eml, base64', 'eml with a page'] as const

/** Lets Python's mail library make messages of each text: one list for each of `mailKinds`. */
export async function makeMail(
  sources: readonly { readonly name: string; readonly text: string; readonly page: string }[],
): Promise<readonly (readonly MadeFile[])[]> {
  const child = run('python3', ['-c', mailProgram], { maxBuffer: 100_000_000 })
  child.child.stdin?.end(JSON.stringify(sources))
  const made = JSON.parse((await child).stdout) as readonly (readonly string[])[]
  return mailKinds.map((_, kind) =>
    sources.map(({ name }, n) => ({
      of: name,
      name: `${name}.eml`,
      bytes: new Uint8Array(Buffer.from(made[n]?.[kind] ?? '', 'base64')),
    })),
  )
}
