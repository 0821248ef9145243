import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Role, roles } from '#annotations/model/revision'

/** A release with what a reader says of it; see `samples/labelled/README.md`. */
export interface LabelledRelease {
  readonly name: string
  /** Rules may have been tuned on it, or it was kept from whoever wrote them. */
  readonly part: 'tuned' | 'held'
  readonly text: string
  readonly roles: readonly Role[]
  /** By name, as the label says it; a field without a value is not in the text. Lists for `contact`. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

const samples = new URL('../../../samples/labelled/', import.meta.url)

/** The labelled releases of the project, and of those that `folder` holds the ones that `real.txt` labels. */
export function labelledReleases(folder: string | undefined): LabelledRelease[] {
  const own = (['tuned', 'held'] as const).flatMap(part =>
    readdirSync(new URL(part, samples)).map(file => {
      const [head, marked] = readText(`${part}/${file}`).split('\n---\n')
      const blocks = (marked ?? '').trim().split('\n\n').map(readMarked)
      const text = blocks.map(block => block.text).join('\n\n')
      return { name: file, part, text, roles: blocks.map(({ role }) => role), fields: readFields(head ?? '') }
    }),
  )
  return [...own, ...(folder === undefined ? [] : realReleases(folder))]
}

function realReleases(folder: string): LabelledRelease[] {
  return readText('real.txt')
    .split(/^== /m)
    .slice(1)
    .flatMap((label): LabelledRelease[] => {
      const [, name = '', part, head = ''] = /^(\S+) (tuned|held)\n(.*)$/s.exec(label) ?? []
      const file = join(folder, `${name}.txt`)
      if (!existsSync(file)) return []
      const fields = readFields(head)
      const written = (fields.get('roles')?.[0] ?? '').split(' ').flatMap(item => {
        const [role = '', times = '1'] = item.split('*')
        return Array.from({ length: Number(times) }, () => toRole(role))
      })
      return [
        {
          name,
          part: part === 'held' ? 'held' : 'tuned',
          text: readFileSync(file, 'utf8'),
          roles: written,
          fields,
        },
      ]
    })
}

function readText(path: string): string {
  return readFileSync(new URL(path, samples), 'utf8')
}

function readMarked(block: string): { role: Role; text: string } {
  const [, role = '', text = ''] = /^\[([a-z-]+)\] (.*)$/s.exec(block) ?? []
  return { role: toRole(role), text }
}

function readFields(head: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const line of head.split('\n')) {
    const [, name, value = ''] = /^([a-z]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== '') fields.set(name, [...(fields.get(name) ?? []), value])
  }
  return fields
}

function toRole(word: string): Role {
  const role = roles.find(candidate => candidate === word)
  if (role === undefined) throw new Error(`no role: ${word}`)
  return role
}
