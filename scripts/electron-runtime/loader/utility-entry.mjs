// @ts-check
import { createRequire } from 'node:module'
import './globals.mjs'

// This file's own place comes first, the app's module after it.
process.argv.splice(1, 1)
createRequire(__filename)(process.argv[1] ?? '')
