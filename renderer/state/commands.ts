import type { Command, CommandPorts } from './commands/command'
import { excerptCommands } from './commands/excerpt-commands'
import { annotationCommands, markCommands } from './commands/mark-commands'
import { reviewCommands } from './commands/review-commands'
import { textCommands } from './commands/text-commands'
import { versionCommands } from './commands/version-commands'
import { windowCommands } from './commands/window-commands'
import { workspaceCommands } from './commands/workspace-commands'
import { writingCommands } from './commands/writing-commands'

const lists = [
  textCommands,
  markCommands,
  annotationCommands,
  writingCommands,
  windowCommands,
  excerptCommands,
  versionCommands,
  reviewCommands,
  workspaceCommands,
] as const

export type CommandName = (typeof lists)[number][number]['id']

/** Every command of the program, in the order of the keyboard sheet. A new one is added to a list in `commands/`. */
export const commandList: readonly Command<CommandName>[] = lists.flatMap<Command<CommandName>>(list => [...list])

const byName = new Map<string, Command<CommandName>>(commandList.map(command => [command.id, command]))

/** The command of a name that comes from elsewhere; `undefined` for one that there is not. */
export function commandNamed(name: string): Command<CommandName> | undefined {
  return byName.get(name)
}

/** What each command does, with the ports bound. */
export function createCommands(ports: CommandPorts): { readonly [Name in CommandName]: () => void } {
  const bound = commandList.map(({ id, run }) => [id, () => run(ports)] as const)
  return Object.fromEntries(bound) as { readonly [Name in CommandName]: () => void }
}
