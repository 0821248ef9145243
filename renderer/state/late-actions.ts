/**
 * Actions whose code is loaded when the first of them is called. Until it is there, calls wait and keep their order; from
 * then on they are done at once.
 */
export function lateActions<Actions extends object>(load: () => Promise<Actions>): Actions {
  let loading: Promise<Actions> | undefined
  let there: Actions | undefined
  const act = (actions: Actions, name: keyof Actions, given: unknown[]): unknown =>
    (actions[name] as (...all: unknown[]) => unknown)(...given)
  const call =
    (name: keyof Actions) =>
    (...given: unknown[]): unknown => {
      if (there !== undefined) return act(there, name, given)
      loading ??= load().then(actions => {
        there = actions
        return actions
      })
      return loading.then(actions => act(actions, name, given))
    }
  return new Proxy({} as Actions, { get: (_actions, name) => call(name as keyof Actions) })
}
