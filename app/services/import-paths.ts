/** Endings of files in which others are. */
const archive = /\.zip$/i
const container = /^(.+?\.(?:zip|eml|msg))[/\\](.+)$/is

/** True for an archive of files. Documents that are archives too have endings of their own. */
export function isArchive(path: string): boolean {
  return archive.test(path)
}

/** A path that goes on behind a file: the file, and the name inside of it, with `/` between folders. */
export function containerOf(path: string): { readonly path: string; readonly inside: string } | undefined {
  const [, file, inside] = container.exec(path) ?? []
  return file === undefined || inside === undefined ? undefined : { path: file, inside: inside.replaceAll('\\', '/') }
}

/** The path of a file inside another, as `containerOf` reads it. */
export function pathInside(path: string, name: string): string {
  return `${path}/${name}`
}
