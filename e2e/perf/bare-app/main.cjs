'use strict'
// The least that an Electron app can be: one sandboxed window with one page. PRESSMARK_BARE_PAGE names another page.
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  const page = process.env.PRESSMARK_BARE_PAGE
  return page === undefined ? window.loadFile(join(__dirname, 'index.html')) : window.loadURL(page)
})
app.on('window-all-closed', () => app.quit())
