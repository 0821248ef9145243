import type { Problem } from '#annotations/model/result'
import { type CallName, calls } from '#app/contract/calls'
import type { Answer, AppInfo } from '#app/contract/values'
import { holdersOf } from '#app/services/document-row'
import { registerUses } from '#app/services/register-uses'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { createEditHandlers } from '../../../../main/window/edit-handlers'
import { createExcerptHandlers } from '../../../../main/window/excerpt-handlers'
import { documentPayload, journalTexts, workspacePayload } from '../../../../main/window/payloads'
import type { Tell } from '../../../../main/window/serve-calls'
import { type AppModel, createAppModel } from '../../app-model'
import type { Machine } from '../../machine'

/** A window and the machine behind it with two ways between them, on each of which nothing overtakes anything. */
export interface WholeDesk {
  readonly model: AppModel
  /** What the machine found wrong in what it was asked. */
  readonly complaints: Problem[]
  /** The machine takes the next of what it was asked; `false` where there is none. */
  takeRequest(): Promise<boolean>
  /** The window hears the next of what it was answered or told; `false` where there is none. */
  hear(): Promise<boolean>
  /** Everything that is on its way arrives, and what follows from it. */
  rest(): Promise<void>
  /** Somebody else writes through the machine, as the command line does, and the window is told. */
  tellJournals(scopes: Parameters<typeof journalTexts>[1]): void
}

const info: AppInfo = {
  version: '0',
  platform: 'linux',
  theme: 'light',
  preferences: {},
  recent: [],
  files: [],
  annotator: { id: 'ann', name: 'Ann' },
}
const at = '2026-05-01T09:30:00.000Z'

/** The window's whole model on the machine's own handlers, over a session. */
export async function wholeDesk(session: WorkspaceSession): Promise<WholeDesk> {
  const requests: (() => Promise<void>)[] = []
  const answers: (() => void)[] = []
  const complaints: Problem[] = []
  const listeners = new Map<string, ((payload: never) => void)[]>()
  const tell: Tell = (name, payload) =>
    void answers.push(() => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    })
  session.listen(scopes => {
    const changed = scopes.flatMap(scope => (scope.startsWith('document:') ? scope.slice('document:'.length) : []))
    if (changed.length > 0) tell('documents-changed', { documents: session.rows('ann', changed) })
  })
  const handlers = handlersOf(session, tell)

  async function answerOf(name: CallName, request: unknown): Promise<Answer<unknown>> {
    const checked = calls[name].request.safeParse(request)
    if (checked.success) return (handlers[name] as (request: unknown) => Promise<Answer<unknown>>)(checked.data)
    complaints.push({ code: 'malformed-message', facts: { call: name, reason: checked.error.message } })
    return { ok: false, error: { code: 'malformed-message' } }
  }

  const machine = {
    call: (name: CallName, request: unknown) =>
      new Promise(resolve => {
        const sent = structuredClone(request)
        requests.push(async () => {
          const answer = await answerOf(name, sent)
          answers.push(() => resolve(structuredClone(answer)))
        })
      }),
    subscribe: (name: string, listener: (payload: never) => void) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
      return () => undefined
    },
    pathForFile: () => '',
  } as unknown as Machine

  async function takeRequest(): Promise<boolean> {
    const next = requests.shift()
    await next?.()
    return next !== undefined
  }
  async function hear(): Promise<boolean> {
    const next = answers.shift()
    next?.()
    await settle()
    return next !== undefined
  }
  const model = createAppModel(machine, () => undefined)
  async function rest(): Promise<void> {
    void model.saving.flush()
    do await settle()
    while ((await takeRequest()) || (await hear()))
  }
  void model.open.openWorkspace('/study', { info })
  const desk = { model, complaints, takeRequest, hear, rest }
  await rest()
  return { ...desk, tellJournals: scopes => tell('journals-changed', { journals: journalTexts(session, scopes) }) }
}

/** What follows from an answer at once has happened. */
async function settle(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await Promise.resolve()
}

type Answering = { readonly [Name in CallName]?: (request: never) => Promise<Answer<unknown>> }

/** The machine's answers to all that is about what is marked. */
function handlersOf(session: WorkspaceSession, tell: Tell): Answering {
  let made = 0
  const identity = { id: 'ann', name: 'Ann', what: 'person' } as const
  const whole = async () => ({ ok: true, value: session }) as const
  const now = { early: () => session, whole, annotator: () => identity }
  const ids = { next: () => `m${++made}` }
  const edits = createEditHandlers({ ...now, tell, clock: { now: () => at }, ids })
  const excerpts = createExcerptHandlers({ ...now, version: '0', annotator: () => 'ann', apply: edits.apply, tell })
  const ok = async (value: unknown) => ({ ok: true, value }) as const
  return {
    ...edits.handlers,
    ...excerpts.handlers,
    'workspace.open': () => ok(workspacePayload(session, '/study', 'ann')),
    'workspace.documents': () => ok(session.rows('ann')),
    'document.open': ({ document }: { document: string }) => ok(documentPayload(session, document)),
    'document.holders': ({ document }: { document: string }) =>
      ok(holdersOf(session.state().scopes.get(`document:${document}`) ?? { journals: new Map() }, new Map())),
    'registers.uses': (question: never) => ok(registerUses(session, 'ann', question)),
  }
}
