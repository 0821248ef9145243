import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { root } from './pages/launch'

/** A server that nobody may ever reach, on this machine alone. */
interface Outside {
  readonly address: string
  readonly visits: string[]
  readonly server: Server
}

let desk: Desk
let outside: Outside

test.beforeAll(async () => {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('outside')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  outside = { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits, server }
  desk = await openGivenRelease()
})

test.afterAll(async () => {
  await desk.leave()
  outside.server.close()
})

test.afterEach(() => {
  expect(outside.visits).toEqual([])
  expect(desk.page.url()).toMatch(/^app:\/\/pressmark\//)
})

test('the page has the bridge and nothing of Electron or Node', async () => {
  const seen = await desk.page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { pressmark: object }).pressmark).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in window),
  }))
  expect(seen).toEqual({ bridge: ['call', 'pathForFile', 'subscribe'], node: [] })
})

test('however many listen on the bridge, the console has nothing to say of it', async () => {
  const warnings: string[] = []
  desk.page.on('console', message => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
  await desk.page.evaluate(() => {
    const { pressmark } = window as unknown as {
      readonly pressmark: { subscribe(name: string, listener: () => void): () => void }
    }
    const ends = Array.from({ length: 40 }, () => pressmark.subscribe('window-state', () => {}))
    for (const end of ends) end()
  })
  const last = desk.page.waitForEvent('console', message => message.text() === 'the last word')
  await desk.page.evaluate(() => console.warn('the last word'))
  await last
  expect(warnings).toEqual(['the last word'])
})

test('the window is sandboxed and isolated', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): { [name: string]: unknown }
      session: Electron.Session
    }
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, spellcheck: contents.session.isSpellCheckerEnabled() }
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    spellcheck: false,
  })
})

test('the page cannot be left: by script, by link, by meta refresh', async () => {
  await desk.page.evaluate(address => {
    location.href = `${address}/script`
  }, outside.address)
  await desk.page.evaluate(address => {
    const link = document.createElement('a')
    link.href = `${address}/link`
    document.body.append(link)
    link.click()
    link.remove()
  }, outside.address)
  await desk.page.evaluate(address => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${address}/refresh`
    document.head.append(meta)
  }, outside.address)
  expect(await desk.page.evaluate(() => document.querySelector('[aria-label="Document text"]') !== null)).toBe(true)
})

test('no new window opens', async () => {
  const opened = await desk.page.evaluate(address => window.open(`${address}/new`) === null, outside.address)
  expect(opened).toBe(true)
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('nothing is fetched: image, style, script, frame, fetch, socket, beacon', async () => {
  const refused = await desk.page.evaluate(async address => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective))
    const add = <Name extends keyof HTMLElementTagNameMap>(
      name: Name,
      fill: (element: HTMLElementTagNameMap[Name]) => void,
    ) =>
      new Promise<void>(done => {
        const element = document.createElement(name)
        fill(element)
        element.addEventListener('error', () => done())
        element.addEventListener('load', () => done())
        document.body.append(element)
        if (name === 'iframe') requestAnimationFrame(() => done())
      })
    await add('img', image => {
      image.src = `${address}/image.png`
    })
    await add('script', script => {
      script.src = `${address}/script.js`
    })
    await add('link', link => {
      link.rel = 'stylesheet'
      link.href = `${address}/style.css`
    })
    await add('iframe', frame => {
      frame.src = `${address}/frame`
    })
    const expected = ['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']
    const allRefused = new Promise<void>(done => {
      document.addEventListener('securitypolicyviolation', () => {
        if (expected.every(directive => violations.includes(directive))) done()
      })
    })
    const fetched = await fetch(`${address}/fetch`).then(
      () => 'fetched',
      () => 'refused',
    )
    navigator.sendBeacon(`${address}/beacon`)
    try {
      new WebSocket(address.replace('http', 'ws'))
    } catch {
      // Refused at once: as good.
    }
    await allRefused
    return { fetched, violations: [...new Set(violations)].sort() }
  }, outside.address)
  expect(refused.fetched).toBe('refused')
  expect(refused.violations).toEqual(
    expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']),
  )
})

test('requests are cancelled below the page too', async () => {
  const answer = await desk.app.evaluate(async ({ BrowserWindow, net }, address) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    return new Promise<string>(done => {
      const request = net.request({ url: `${address}/machine`, ...(session === undefined ? {} : { session }) })
      request.on('response', () => done('answered'))
      request.on('error', error => done(error.message))
      request.end()
    })
  }, outside.address)
  expect(answer).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('inline script does not run', async () => {
  const ran = await desk.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    return 'ranInline' in window
  })
  expect(ran).toBe(false)
})

test('every permission is denied', async () => {
  const answers = await desk.page.evaluate(async () => {
    const denied = (ask: Promise<unknown>) =>
      ask.then(
        () => 'granted',
        () => 'denied',
      )
    return {
      notification: await Notification.requestPermission(),
      camera: await denied(navigator.mediaDevices.getUserMedia({ video: true })),
      place: await denied(new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
    }
  })
  expect(answers).toEqual({ notification: 'denied', camera: 'denied', place: 'denied' })
})

test('a call from a foreign page is refused', async () => {
  const answer = await desk.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await foreign.loadURL('data:text/html,<p>foreign</p>')
      const told = await foreign.webContents.executeJavaScript("window.pressmark.call('app.info', {})")
      foreign.destroy()
      return told
    },
    join(root, 'out/preload/index.cjs'),
  )
  expect(answer).toEqual({ ok: false, error: { code: 'foreign-sender' } })
})

const malformed: readonly [string, string, unknown, string][] = [
  ['an unknown call', 'app.quit-now', {}, 'unknown-call'],
  ['a call named like a member of objects', 'constructor', {}, 'unknown-call'],
  ['no request', 'app.info', null, 'malformed-message'],
  ['a member that is not of the contract', 'app.info', { extra: 1 }, 'malformed-message'],
  ['a document id that is a path', 'document.open', { document: '../../etc/passwd' }, 'malformed-message'],
  [
    'an edit without acts',
    'edit.apply',
    { edit: { id: 'e', at: '2026-01-01T00:00:00.000Z', by: 'a', acts: [] }, base: {} },
    'malformed-message',
  ],
  ['a negative offset', 'edit.apply', editWith(-1), 'malformed-message'],
]

function editWith(start: number) {
  const revision = 'a'.repeat(64)
  const act = {
    do: 'create',
    document: 'd',
    annotation: 'a',
    kind: 'note',
    revision,
    segments: [{ part: 'content', start, end: 3 }],
  }
  return { edit: { id: 'e', at: '2026-01-01T00:00:00.000Z', by: 'a', acts: [act] }, base: {} }
}

for (const [what, name, request, code] of malformed) {
  test(`a malformed message is refused: ${what}`, async () => {
    const answer = await desk.page.evaluate(
      ([call, body]) =>
        (window as unknown as { pressmark: { call(name: unknown, body: unknown): Promise<unknown> } }).pressmark.call(
          call,
          body,
        ),
      [name, request] as const,
    )
    expect(answer).toMatchObject({ ok: false, error: { code } })
  })
}

test('files outside the window cannot be read through its scheme', async () => {
  const statuses = await desk.page.evaluate(async () => {
    const paths = [
      '/../main/index.cjs',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/index.cjs',
      '/index.html%00.js',
      '//other/index.html',
    ]
    return Promise.all(
      paths.map(path =>
        fetch(path).then(
          answer => answer.status,
          () => 'refused',
        ),
      ),
    )
  })
  for (const status of statuses) expect([404, 'refused']).toContain(status)
})
