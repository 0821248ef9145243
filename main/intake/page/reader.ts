import { answerRequest, type ReaderRequest } from '#app/intake/answer-request'

// The whole of the hidden page in which the app reads files. It gets one port, and there is nothing else for it to reach.
window.addEventListener('message', ({ data, ports, source }) => {
  const port = ports[0]
  if (source !== window || data !== 'port' || port === undefined) return
  port.onmessage = message => {
    void answerRequest(message.data as ReaderRequest, answer => port.postMessage(answer))
  }
  port.postMessage('ready')
})
