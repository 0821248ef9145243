import { ipcRenderer } from 'electron'

// All that the hidden page gets: one port, over which files come in and texts go out.
ipcRenderer.once('pressmark:port', event => {
  window.postMessage('port', '*', [...event.ports])
})
