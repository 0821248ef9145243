import { strToU8, zipSync } from 'fflate'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const spaces = [
  ...['office', 'text', 'table', 'style', 'manifest', 'form'].map(name => `xmlns:${name}="${oasis}${name}:1.0"`),
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"',
  `xmlns:draw="${oasis}drawing:1.0" xmlns:fo="${oasis}xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`,
].join(' ')

/**
 * The bytes of an OpenDocument text with this inside of its `office:text`; `automatic` are styles made by the program, `named`
 * those of a person, `masters` the inside of `office:master-styles`; `files` replace whole files of the archive.
 */
export function makeOdt(
  body: string,
  styles: { readonly automatic?: string; readonly named?: string; readonly masters?: string } = {},
  files: { readonly [name: string]: string } = {},
): Uint8Array {
  const { automatic = '', named = '', masters = '' } = styles
  const all = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${spaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${spaces}><office:styles>${named}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest ${spaces}/>`,
    ...files,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])), { level: 6 })
}
