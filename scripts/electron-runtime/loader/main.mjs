// @ts-check
// Stands between an older Electron and an app written for today's: fills in what is missing, then starts the app.
import './globals.mjs'
import { fillClipboard } from './clipboard.mjs'
import { fillEvents, hideLoader } from './events.mjs'
import { fillNetFetch } from './net-fetch.mjs'
import { fillProcesses } from './processes.mjs'
import { fillProtocol } from './protocol-handle.mjs'
import { runApp } from './run-app.mjs'
import { fillSessions } from './sessions.mjs'

fillProtocol()
fillNetFetch()
fillSessions()
fillProcesses()
fillEvents()
fillClipboard()
hideLoader(__dirname)
runApp()
