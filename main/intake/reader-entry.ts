import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { answerRequest, type ReaderRequest } from '#app/intake/answer-request'

/** A table of pdf.js for a code page; they lie beside the hidden page's script. */
const codePage = (name: string) => readFile(join(__dirname, '../reader/cmaps', `${name}.bcmap`))

// What runs in the process, or in the packaged program the thread, in which the command line reads files.
const port = parentPort
if (port === null) {
  process.on('message', request => {
    void answerRequest(request as ReaderRequest, answer => process.send?.(answer), codePage)
  })
  process.on('disconnect', () => process.exit())
} else {
  port.on('message', request => {
    void answerRequest(request as ReaderRequest, answer => port.postMessage(answer), codePage)
  })
}
