// Runs a program of Node's and says on standard error how much memory it had at most: `peak N`, in kB.
const { resolve } = require('node:path')

const [, , program, ...args] = process.argv
process.argv = [process.argv[0], resolve(program), ...args]
process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`))
require(resolve(program))
