/**
 * Gives a table for an older code page of Chinese, Japanese or Korean, by its name in pdf.js (`90ms-RKSJ-H`): the bytes of a `.bcmap` of
 * pdfjs-dist. Where they lie is for whoever runs intake to say; rejects where the table is not there.
 */
export type CodePages = (name: string) => Promise<Uint8Array>

/** What pdf.js asks for its tables: a class that it makes one of. Anything but a table by a plain name is refused. */
export function codePageFactory(codePages: CodePages | undefined) {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const name = /^([\w-]+)\.bcmap$/.exec(filename)?.[1]
      if (kind !== 'cMapUrl' || name === undefined || codePages === undefined) throw new Error(`no table ${filename}`)
      return codePages(name)
    }
  }
}
