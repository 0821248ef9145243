/** How long one may go on before others have their turn, in milliseconds. */
const turn = 12

/** Gives way to what else waits whenever a turn is over. */
export function breath(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < turn) return
    await new Promise<void>(resolve => setImmediate(resolve))
    began = performance.now()
  }
}
