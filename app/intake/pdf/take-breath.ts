/** How long work may go on before others get their turn, in milliseconds. */
const turn = 20
let since = 0

/**
 * Lets what waits go first (a stop, other messages) when the last such turn is long ago. By a message, as timers wait a second in
 * a window that is not shown.
 */
export async function takeBreath(): Promise<void> {
  const now = performance.now()
  if (now - since < turn) return
  await new Promise<void>(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
  since = performance.now()
}
