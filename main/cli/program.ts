import { resolve } from 'node:path'
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { usualBootstrap } from '#annotations/agreement/bootstrap'
import { registerNames } from '#annotations/changes/journal'
import { excerptFormats } from '#annotations/formats/registry'
import { kinds } from '#annotations/model/annotation'
import type { CliIo } from './cli-io'
import { type AdjudicateOptions, adjudicate } from './commands/adjudicate'
import { type AgreementOptions, agreement } from './commands/agreement'
import { type AnnotateOptions, annotate } from './commands/annotate'
import { annotations } from './commands/annotations'
import { createBackup, listBackups } from './commands/backup'
import { type RestoreOptions, restoreBackup } from './commands/backup-restore'
import { type BundleOptions, bundle } from './commands/bundle'
import { type CompareOptions, compare } from './commands/compare'
import { doctor } from './commands/doctor'
import { documents } from './commands/documents'
import { type ExportOptions, exportTo } from './commands/export'
import { gitSetup } from './commands/git-setup'
import { type ImportOptions, importFiles } from './commands/import'
import { init } from './commands/init'
import { mergeFile } from './commands/merge-file'
import { type ReceiveOptions, receive } from './commands/receive'
import { register } from './commands/register'
import { show } from './commands/show'
import { verify } from './commands/verify'
import * as help from './help'
import { type CommandResult, present } from './outcome'

interface Common {
  readonly json?: boolean
  readonly userDataDir?: string
}

/** The `pressmark` command. `finish` is told the exit status of the command that ran. */
export function createProgram(io: CliIo, finish: (status: number) => void): Command {
  const program = new Command('pressmark')
    .description('Releases, quotes and claims in a Pressmark workspace, without a window.')
    .version(io.version, '--version', 'print the version')
    .option('--user-data-dir <dir>', "folder of another profile than the app's")
    .helpOption('-h, --help', 'print this')
    .showHelpAfterError('"pressmark help" and "pressmark help COMMAND" tell more.')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: (text, write) => write(asMessage(text)) })
    .addHelpText('after', help.program)
  const userFolder = () => {
    const { userDataDir } = program.opts<Common>()
    return userDataDir === undefined ? io.userFolder : resolve(io.cwd, userDataDir)
  }
  const command = (name: string, description: string, examples: string, parent: Command = program) =>
    parent
      .command(name)
      .description(description)
      .option('--json', 'print one JSON value')
      .addHelpText('after', examples)
  const finished = async ({ json }: Common, result: Promise<CommandResult>) =>
    finish(present(io, await result, json === true))

  command('init', 'make a folder a workspace', help.init)
    .argument('<workspace>', 'a new or empty folder')
    .option('--name <name>', "the workspace's name; the folder's, if not given")
    .action((workspace: string, options: Common & { name?: string }) => finished(options, init(io, workspace, options)))

  command('import', 'bring releases in', help.importFiles)
    .argument('<workspace>')
    .argument('<path...>', 'files, archives (.zip), and folders with files')
    .option('--encoding <name>', 'how the letters of text files are written, such as windows-1250')
    .option('--revision-of <doc>', 'the file is a new text of this document')
    .action((workspace: string, paths: string[], options: Common & Omit<ImportOptions, 'userFolder'>) =>
      finished(options, importFiles(io, workspace, paths, { ...options, userFolder: userFolder() })),
    )

  command('documents', 'list the documents', help.documents)
    .argument('<workspace>')
    .action((workspace: string, options: Common) => finished(options, documents(io, workspace)))

  command('show', 'print a document', help.show)
    .argument('<workspace>')
    .argument('<doc>', 'id of a document')
    .option('--text', 'the canonical text alone, byte for byte')
    .action((workspace: string, document: string, options: Common & { text?: boolean }) =>
      finished(options, show(io, workspace, document, options)),
    )

  command('annotations', 'list annotations', help.annotations)
    .argument('<workspace>')
    .argument('[doc]', 'id of a document; all, if not given')
    .option('--annotator <annotator>', 'only theirs; id or name')
    .action((workspace: string, document: string | undefined, options: Common & { annotator?: string }) =>
      finished(options, annotations(io, workspace, document, options)),
    )

  command('annotate', 'read annotations in', help.annotate)
    .argument('<workspace>')
    .argument('<doc>', 'id of a document')
    .requiredOption(
      '--from <file>',
      'JSON, as "pressmark annotations --json" prints it, or brat standoff; - for the standard input',
    )
    .option('--format <format>', 'pressmark or brat', 'pressmark')
    .option('--map <file>', 'brat: what becomes of its types, as JSON; without it notes with the type as a tag')
    .option('--text <file>', 'brat: the text that the offsets count in; the .txt beside FILE, if not given')
    .option('--annotator <annotator>', 'whose annotations they become; id or name')
    .action((workspace: string, document: string, options: Common & Omit<AnnotateOptions, 'userFolder'>) =>
      finished(options, annotate(io, workspace, document, { ...options, userFolder: userFolder() })),
    )

  command('register', 'list what all annotators stated', help.register)
    .argument('<workspace>')
    .addArgument(new Argument('<register>').choices(registerNames))
    .action((workspace: string, name: (typeof registerNames)[number], options: Common) =>
      finished(options, register(io, workspace, name)),
    )

  command('export', 'write excerpts to a file', help.exportTo)
    .argument('<workspace>')
    .addOption(new Option('--format <format>').choices(excerptFormats.map(({ name }) => name)).makeOptionMandatory())
    .requiredOption('--out <file>', 'the file; one that is there is replaced')
    .option('--document <doc>', 'only of this document; may be repeated', collect, [])
    .addOption(new Option('--kind <kind>', 'only of this kind; may be repeated').default([]).argParser(collectKind))
    .option('--tag <tag>', 'only with this tag or one below it: path, name or id; may be repeated', collect, [])
    .option('--annotator <annotator>', 'only by this annotator: id or name; may be repeated', collect, [])
    .option('--raw', 'without the quote mark that keeps spreadsheets from running formulas (csv)')
    .action((workspace: string, options: Common & ExportOptions) => finished(options, exportTo(io, workspace, options)))

  command('verify', 'check an export against the stored texts', help.verify)
    .argument('<file>', 'csv, jsonl or md')
    .requiredOption('--workspace <workspace>')
    .action((file: string, options: Common & { workspace: string }) => finished(options, verify(io, file, options)))

  command('bundle', "put an annotator's work into one file", help.bundle)
    .argument('<workspace>')
    .requiredOption('--annotator <annotator>', 'whose work; id or name')
    .requiredOption('--out <file>', 'the file; one that is there is replaced')
    .option('--document <doc>', 'only what is said of this document; may be repeated', collect, [])
    .option('--texts', 'with the texts')
    .action((workspace: string, options: Common & BundleOptions) => finished(options, bundle(io, workspace, options)))

  command('receive', "take a colleague's bundle in", help.receive)
    .argument('<workspace>')
    .argument('<bundle>', 'the file')
    .option('--member', 'whoever made it works in this folder, and is no guest')
    .action((workspace: string, path: string, options: Common & Omit<ReceiveOptions, 'userFolder'>) =>
      finished(options, receive(io, workspace, path, { ...options, userFolder: userFolder() })),
    )

  command('compare', 'list where annotators differ', help.compare)
    .argument('<workspace>')
    .requiredOption('--annotators <a,b>', 'whose work; ids or names', collectNames)
    .option('--document <doc>', 'only in this document; may be repeated', collect, [])
    .option('--all', 'also what they have alike')
    .action((workspace: string, options: Common & CompareOptions) => finished(options, compare(io, workspace, options)))

  command('adjudicate', 'make a gold set of several annotators', help.adjudicate)
    .argument('<workspace>')
    .requiredOption('--gold <gold>', 'the gold set; a new name makes one')
    .option('--annotators <a,b>', 'whose work; ids or names', collectNames)
    .option('--document <doc>', 'only in this document; may be repeated', collect, [])
    .option('--decide <file>', 'decisions, as JSON')
    .option('--export <file>', 'write the gold set; a file that is there is replaced')
    .action((workspace: string, options: Common & Omit<AdjudicateOptions, 'userFolder'>) =>
      finished(options, adjudicate(io, workspace, { ...options, userFolder: userFolder() })),
    )

  command('agreement', 'measure how far annotators agree', help.agreement)
    .argument('<workspace>')
    .requiredOption('--annotators <a,b>', 'whose work; ids or names', collectNames)
    .option('--document <doc>', 'only in this document; may be repeated', collect, [])
    .option(
      '--layer <layer>',
      'only this: all, kind:quote, tag:PATH, source, cue, label:kind ...; may be repeated',
      collect,
      [],
    )
    .option('--before <moment>', 'one annotator, beside their own work as it stood then')
    .option('--per-document', 'with the figures of every document')
    .option('--cases', 'with the places behind each figure (--json)')
    .option('--rounds <n>', 'rounds of the bootstrap; 0: no intervals', countOf, usualBootstrap.rounds)
    .option('--seed <n>', 'where its random numbers begin', countOf, usualBootstrap.seed)
    .action((workspace: string, options: Common & AgreementOptions) =>
      finished(options, agreement(io, workspace, options)),
    )

  command('doctor', 'check every file of a workspace', help.doctor)
    .argument('<workspace>')
    .option('--repair', 'mend what can be mended without loss, after a backup')
    .action((workspace: string, options: Common & { repair?: boolean }) =>
      finished(options, doctor(io, workspace, { ...options, userFolder: userFolder() })),
    )

  const backup = program
    .command('backup')
    .description('list, make and restore backups')
    .addHelpText('after', help.backup)

  command('list', 'list the backups of a workspace', help.backupList, backup)
    .argument('<workspace>', 'its folder, or its id')
    .action((workspace: string, options: Common) =>
      finished(options, listBackups(io, workspace, { userFolder: userFolder() })),
    )

  command('create', 'make a backup', help.backupCreate, backup)
    .argument('<workspace>')
    .action((workspace: string, options: Common) =>
      finished(options, createBackup(io, workspace, { userFolder: userFolder() })),
    )

  command('restore', 'bring a backup back', help.backupRestore, backup)
    .argument('<workspace>', 'its folder, or its id')
    .option('--backup <id>', 'which one; the newest that was not made before a restore, if not given')
    .option('--out <dir>', 'as a copy into a new or empty folder')
    .option('--yes', "do it in the workspace's own folder")
    .action((workspace: string, options: Common & Omit<RestoreOptions, 'userFolder'>) =>
      finished(options, restoreBackup(io, workspace, { ...options, userFolder: userFolder() })),
    )

  command('git-setup', 'let Git merge the files of a workspace', help.gitSetup)
    .argument('<workspace>')
    .action((workspace: string, options: Common) => finished(options, gitSetup(io, workspace)))

  command('merge-file', 'merge two versions of a file, for Git', help.mergeFile)
    .argument('<base>', 'what both versions began with; may be empty')
    .argument('<ours>', 'replaced by the outcome')
    .argument('<theirs>')
    .argument('[path]', "the file's name in the repository, for messages")
    .action((base: string, ours: string, theirs: string, path: string | undefined, options: Common) =>
      finished(options, mergeFile(io, { base, ours, theirs }, path)),
    )

  return program
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value]
}

function collectNames(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(',').map(name => name.trim())].filter(name => name !== '')
}

function countOf(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > 100_000) throw new InvalidArgumentError('A whole number up to 100000.')
  return number
}

function collectKind(value: string, before: unknown): string[] {
  if (!kinds.some(kind => kind === value)) throw new InvalidArgumentError(`Allowed choices are ${kinds.join(', ')}.`)
  return collect(value, before as readonly string[])
}

function asMessage(text: string): string {
  return text.replace(/^error: /, 'pressmark: ')
}
