// @ts-check

/**
 * What electron-builder asks fpm for, as far as a deb needs it.
 * @typedef {object} Wanted
 * @property {string} target kind of package
 * @property {string} package the file to write
 * @property {[string, string][]} fields of the control file
 * @property {string} description its first line is the short one
 * @property {Record<string, string>} scripts by their name in the package
 * @property {{ from: string, to: string }[]} files
 */

const SWITCHES = ['--force', '--debug']
/** @type {Record<string, string>} */
const FIELDS = {
  '--name': 'Package',
  '--version': 'Version',
  '--architecture': 'Architecture',
  '--maintainer': 'Maintainer',
  '--category': 'Section',
  '--deb-priority': 'Priority',
}
/** @type {Record<string, string>} */
const SCRIPTS = { '--after-install': 'postinst', '--after-remove': 'postrm' }

/**
 * Reads fpm's arguments; options that a deb can do without are passed over.
 * @param {readonly string[]} args
 * @returns {Wanted}
 */
export function readFpmArguments(args) {
  /** @type {Wanted} */
  const wanted = { target: '', package: '', fields: [], description: '', scripts: {}, files: [] }
  const depends = []
  const recommends = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (!arg.startsWith('-')) {
      const sign = arg.lastIndexOf('=')
      wanted.files.push({ from: arg.slice(0, sign), to: arg.slice(sign + 1) })
      continue
    }
    if (SWITCHES.includes(arg)) continue
    i += 1
    const value = args[i] ?? ''
    if (arg === '-t') wanted.target = value
    else if (arg === '-d') depends.push(value)
    else if (arg === '--deb-recommends') recommends.push(value)
    else if (arg === '--package') wanted.package = value
    else if (arg === '--description') wanted.description = value
    else if (FIELDS[arg] !== undefined) wanted.fields.push([FIELDS[arg], value])
    else if (SCRIPTS[arg] !== undefined) wanted.scripts[SCRIPTS[arg]] = value
  }
  if (depends.length > 0) wanted.fields.push(['Depends', depends.join(', ')])
  if (recommends.length > 0) wanted.fields.push(['Recommends', recommends.join(', ')])
  return wanted
}

/**
 * The control file of a deb.
 * @param {Wanted} wanted
 */
export function controlText({ fields, description }) {
  const [short = '', ...long] = description.trim().split('\n')
  const lines = long.map(line => ` ${line.trim() === '' ? '.' : line.trim()}`)
  return `${[...fields.map(([name, value]) => `${name}: ${value}`), `Description: ${short}`, ...lines].join('\n')}\n`
}
