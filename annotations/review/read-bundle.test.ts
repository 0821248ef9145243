import { describe, expect, test } from 'vitest'
import { at } from '../testing/build'
import { documentsOf } from '../testing/bundled'
import { newMachine } from '../testing/machines'
import { hashText } from '../workspace/hash-text'
import { readBundle } from './read-bundle'
import { manifestName, writeBundle } from './write-bundle'

describe('a bundle is not read', () => {
  const { state } = newMachine('bo')
  const sound = writeBundle(state, { annotator: 'bo', made: at, documents: documentsOf(state), texts: true })
  const path = 'documents/d1/annotations/bo.json'
  const with_ = (changes: { readonly [path: string]: string | undefined }) => {
    const changed = new Map(sound)
    for (const [name, text] of Object.entries(changes))
      text === undefined ? changed.delete(name) : changed.set(name, text)
    return readBundle(changed)
  }
  /** The bundle with one file replaced and its list made to fit, as a forger would. */
  const forged = (from: string, to: string, text: string) => {
    const manifest = (sound.get(manifestName) ?? '')
      .replaceAll(JSON.stringify(from), JSON.stringify(to))
      .replaceAll(hashText(sound.get(from) ?? ''), hashText(text))
    const body = manifest.slice(manifest.indexOf('\n') + 1)
    const head = manifest.slice(0, manifest.indexOf('\n') + 1)
    const whole = head
      .replace(/"bytes":\d+/, `"bytes":${new TextEncoder().encode(body).length}`)
      .replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${hashText(body)}"`)
    const changed = new Map(sound).set(manifestName, whole + body)
    changed.delete(from)
    return readBundle(changed.set(to, text))
  }
  const journal = sound.get(path) ?? ''

  test.each<[string, string, () => unknown]>([
    ['not-a-bundle', 'without its list', () => with_({ [manifestName]: undefined })],
    ['not-a-bundle', 'whose list is none', () => with_({ [manifestName]: '[]' })],
    [
      'damaged-bundle',
      'with a changed list',
      () => with_({ [manifestName]: (sound.get(manifestName) ?? '').replace('"d1"', '"dX"') }),
    ],
    ['damaged-bundle', 'with a changed file', () => with_({ [path]: journal.replace('“We', '“He') })],
    ['damaged-bundle', 'with a file that is missing', () => with_({ [path]: undefined })],
    ['foreign-file', 'with a file that is not listed', () => with_({ 'settings/bo.json': '{}' })],
    ['foreign-file', 'with a path out of it', () => forged(path, '../../evil.json', journal)],
    ['foreign-file', 'with settings', () => forged(path, 'settings/bo.json', journal)],
    [
      'foreign-file',
      'with another annotator’s file',
      () => forged(path, path, journal.replaceAll('"annotator":"bo"', '"annotator":"cy"')),
    ],
    ['damaged-bundle', 'with a file that is no journal', () => forged(path, path, '{"__proto__":1}')],
    [
      'newer-version',
      'with a file of a newer program',
      () => forged(path, path, journal.replace('"schemaVersion":1', '"schemaVersion":2')),
    ],
    [
      'newer-version',
      'with a list of a newer program',
      () =>
        with_({ [manifestName]: (sound.get(manifestName) ?? '').replace('"schemaVersion":1', '"schemaVersion":9') }),
    ],
  ])('%s: %s', (code, _, read) => {
    expect(read()).toMatchObject({ ok: false, error: { code } })
  })
})
