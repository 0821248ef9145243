const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'

/** The namespaces of OpenDocument that its text needs. */
export const odtPrefixes: ReadonlyMap<string, string> = new Map([
  [`${oasis}office:1.0`, 'office'],
  [`${oasis}text:1.0`, 'text'],
  [`${oasis}table:1.0`, 'table'],
  [`${oasis}drawing:1.0`, 'draw'],
  [`${oasis}style:1.0`, 'style'],
  [`${oasis}form:1.0`, 'form'],
  [`${oasis}manifest:1.0`, 'manifest'],
  [`${oasis}svg-compatible:1.0`, 'svg'],
  [`${oasis}xsl-fo-compatible:1.0`, 'fo'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
])
