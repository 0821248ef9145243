import type { ElectronApplication } from '@playwright/test'

/** The most memory in bytes that processes held, while it was watched. */
export interface MostMemory {
  /** Of a page that is not the window: that in which files are read. */
  readonly reader: number
  readonly main: number
  readonly window: number
}

/** Looks at the memory of the program's processes many times a second, until it is asked what the most was. */
export async function watchMemory(app: ElectronApplication): Promise<() => Promise<MostMemory>> {
  await app.evaluate(({ app: program, BrowserWindow }) => {
    const most = { reader: 0, main: 0, window: 0 }
    const shown = BrowserWindow.getAllWindows()
      .find(window => window.isVisible())
      ?.webContents.getOSProcessId()
    const timer = setInterval(() => {
      for (const { pid, type, memory } of program.getAppMetrics()) {
        const name = type === 'Browser' ? 'main' : type !== 'Tab' ? undefined : pid === shown ? 'window' : 'reader'
        if (name !== undefined) most[name] = Math.max(most[name], memory.workingSetSize * 1024)
      }
    }, 50)
    Object.assign(globalThis, { memoryWatch: { most, timer } })
  })
  return () =>
    app.evaluate(() => {
      const { most, timer } = (globalThis as unknown as { memoryWatch: { most: MostMemory; timer: NodeJS.Timeout } })
        .memoryWatch
      clearInterval(timer)
      return most
    })
}
