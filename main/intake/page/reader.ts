import { answerRequest, type ReaderRequest } from '#app/intake/answer-request'

// A table of pdf.js for a code page; from the page's own files, which are all that it can reach.
async function codePage(name: string): Promise<Uint8Array> {
  const answer = await fetch(`/cmaps/${name}.bcmap`)
  if (!answer.ok) throw new Error(`no table ${name}`)
  return new Uint8Array(await answer.arrayBuffer())
}

// The whole of the hidden page in which the app reads files. It gets one port, and there is nothing else for it to reach.
window.addEventListener('message', ({ data, ports, source }) => {
  const port = ports[0]
  if (source !== window || data !== 'port' || port === undefined) return
  port.onmessage = message => {
    void answerRequest(message.data as ReaderRequest, answer => port.postMessage(answer), codePage)
  }
  port.postMessage('ready')
})
