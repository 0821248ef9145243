import type { CliIo } from './cli-io'
import { oneLine } from './table'

export interface Progress {
  show(text: string): void
  /** Takes the line away. */
  end(): void
}

/** One line on stderr that says how far things are; nothing where no person is looking. */
export function progressLine(io: CliIo): Progress {
  if (!io.errIsTerminal) return { show: () => undefined, end: () => undefined }
  return {
    show: text => io.err(`\r\x1b[K${oneLine(text, 78)}`),
    end: () => io.err('\r\x1b[K'),
  }
}
