import { strToU8, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const spaces = `xmlns:w="${w}" xmlns:r="${r}" xmlns:mc="${mc}" xmlns:wp="urn:drawing"`

/** Without these other programs do not take it for a document. */
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

/** A relation of the document: id, kind, target, and `External` for an address. */
type Relation = readonly [id: string, kind: string, target: string, mode?: 'External']

/**
 * The bytes of a Word document with this body; `parts` are other parts of `word/` by name, as the inside of
 * their root; `files` replace whole files of the archive.
 */
export function makeDocx(
  body: string,
  parts: { readonly [name: string]: string } = {},
  relations: readonly Relation[] = [],
  files: { readonly [name: string]: string } = {},
): Uint8Array {
  const all: { [name: string]: Uint8Array } = {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': relationsOf([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${spaces}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': relationsOf([
      ...Object.keys(parts).map((name, n) => [`part${n}`, name, `${name}.xml`] as const),
      ...relations,
    ]),
  }
  for (const [name, inside] of Object.entries(parts)) {
    all[`word/${name}.xml`] = strToU8(`<w:${name} ${spaces}>${inside}</w:${name}>`)
  }
  for (const [name, text] of Object.entries(files)) all[name] = strToU8(text)
  return zipSync(all, { level: 6 })
}

/** A paragraph with one run of text; `properties` are the inside of its `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

/** A run of text; `properties` are the inside of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

function relationsOf(relations: readonly Relation[]): Uint8Array {
  const written = relations.map(([id, kind, target, mode]) => {
    return `<Relationship Id="${id}" Type="${r}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`
  })
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return strToU8(`<Relationships xmlns="${space}">${written.join('')}</Relationships>`)
}
