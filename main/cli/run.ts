import { CommanderError } from 'commander'
import type { CliIo } from './cli-io'
import { createProgram } from './program'

/**
 * Runs `pressmark` with the arguments that follow its name and resolves to the exit status; see `help.ts`. Never
 * rejects for what a person asked for.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let status = 0
  const program = createProgram(io, finished => {
    status = finished
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    return error instanceof CommanderError ? usageStatus(argv, io, error) : bugStatus(argv, io, error)
  }
}

/** Help and version are answers; anything else was asked for wrongly, and said so. */
function usageStatus(argv: readonly string[], io: CliIo, error: CommanderError): number {
  if (error.exitCode === 0) return 0
  printError(argv, io, 'usage', error.message.replace(/^error: /, ''))
  return 2
}

function bugStatus(argv: readonly string[], io: CliIo, error: unknown): number {
  const message = `Pressmark stopped because of a fault of its own: ${error instanceof Error ? error.message : error}`
  const details = io.env.PRESSMARK_DEBUG && error instanceof Error ? `${error.stack}\n` : ''
  io.err(`pressmark: ${message}\n${details || 'PRESSMARK_DEBUG=1 prints where.\n'}`)
  printError(argv, io, 'fault', message)
  return 1
}

function printError(argv: readonly string[], io: CliIo, code: string, message: string): void {
  if (argv.includes('--json')) io.out(`${JSON.stringify({ error: { code, message } })}\n`)
}
