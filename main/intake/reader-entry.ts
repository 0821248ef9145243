import { parentPort } from 'node:worker_threads'
import { answerRequest, type ReaderRequest } from '#app/intake/answer-request'

// What runs in the process, or in the packaged program the thread, in which the command line reads files.
const port = parentPort
if (port === null) {
  process.on('message', request => {
    void answerRequest(request as ReaderRequest, answer => process.send?.(answer))
  })
  process.on('disconnect', () => process.exit())
} else {
  port.on('message', request => {
    void answerRequest(request as ReaderRequest, answer => port.postMessage(answer))
  })
}
