import { expect, test } from 'vitest'
import { lateActions } from './late-actions'

test('the code is loaded once, at the first call; calls before it is there keep their order, later ones are done at once', async () => {
  const done: string[] = []
  let loads = 0
  let arrive = () => {}
  const code = new Promise<void>(resolve => {
    arrive = resolve
  })
  const actions = lateActions(async () => {
    loads += 1
    await code
    return {
      say: (word: string, times: number) => void done.push(word.repeat(times)),
      ask: async (word: string) => {
        done.push(word)
        return word.length
      },
    }
  })
  expect(loads).toBe(0)
  actions.say('a', 2)
  const asked = actions.ask('five!')
  actions.say('b', 1)
  expect(done).toEqual([])
  arrive()
  expect(await asked).toBe(5)
  await Promise.resolve()
  expect(done).toEqual(['aa', 'five!', 'b'])
  actions.say('c', 3)
  expect(done).toEqual(['aa', 'five!', 'b', 'ccc'])
  expect(loads).toBe(1)
})
