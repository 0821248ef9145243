/** Work that is done a part at each `next`, so that other work may come between. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Does all of it at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Does it with a pause between the parts. */
export async function stepsWithPauses<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
}
