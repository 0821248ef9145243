export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loading: Promise<PdfJs> | null = null

/**
 * pdf.js, loaded when the first PDF is read (3 MB that no other format pays for). Its reading half is loaded into the same
 * thread, where pdf.js then finds it: whoever runs intake has given it a process of its own already.
 */
export function loadPdfJs(): Promise<PdfJs> {
  loading ??= load()
  return loading
}

async function load(): Promise<PdfJs> {
  // A part of pdf.js that draws, and is never called, makes one of these when it is loaded. Node has none.
  const globals = globalThis as { DOMMatrix?: unknown }
  const lacking = globals.DOMMatrix === undefined
  if (lacking) globals.DOMMatrix = class {}
  const own = ownFunctions()
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  for (const { of, name, value } of own) Object.defineProperty(of, name, { value })
  if (lacking) delete globals.DOMMatrix
  return pdfjs
}

/**
 * Functions of the runtime that the fill-ins in pdf.js's build for older browsers put slow ones in the place of, for rare cases that
 * neither it nor intake has: an array whose length is frozen, the source of a parsed number. They slow down all that runs afterwards.
 */
function ownFunctions(): { of: object; name: string; value: unknown }[] {
  return [
    { of: Array.prototype, name: 'push', value: Array.prototype.push },
    { of: JSON, name: 'parse', value: JSON.parse },
    { of: JSON, name: 'stringify', value: JSON.stringify },
  ]
}
