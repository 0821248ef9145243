/** The half of pdf.js that reads files; it has no types of its own, and leaves itself in `globalThis.pdfjsWorker`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
