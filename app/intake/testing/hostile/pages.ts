import { strToU8 } from 'fflate'
import { type HostileFile, many, words } from './hostile-file'

export const htmlPage = (body: string) => strToU8(`<!doctype html><title>News</title><body>${body}`)

/** Everything in a page that makes a browser ask for something at `address` or run something. */
export function trackersOf(address: string): string {
  return (
    `<meta http-equiv="refresh" content="0;url=${address}/refresh"><base href="${address}/">` +
    `<link rel="stylesheet" href="${address}/style"><link rel="prefetch" href="${address}/prefetch">` +
    `<script src="${address}/script"></script><script>stolen = document.cookie</script>` +
    `<img src="${address}/pixel" onerror="stolen()"><iframe srcdoc="<img src='${address}/inner'>"></iframe>` +
    `<object data="${address}/object"></object><video poster="${address}/poster" src="${address}/video"></video>` +
    `<svg><image href="${address}/svg"/><use href="${address}/use#a"/></svg><style>p{background:url(${address}/css)}</style>`
  )
}

/** Pages and messages. */
export function hostilePages(address: string): readonly HostileFile[] {
  const trackers = trackersOf(address)
  return [
    {
      what: 'a page of scripts and trackers',
      name: 'trackers.html',
      bytes: () => htmlPage(`${trackers}<p>${words}</p>`),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    {
      what: 'a page nested deep',
      name: 'deep.html',
      bytes: () => htmlPage(many(100_000, '<div>')),
      comes: 'unreadable',
    },
    {
      what: 'a page of marks that are never closed',
      name: 'open.html',
      bytes: () => htmlPage(many(20_000, '<b><p>x')),
      comes: 'text',
    },
    {
      what: 'a page with a table of 10,000 columns',
      name: 'wide.html',
      bytes: () => htmlPage(`<table>${many(20, `<tr>${many(10_000, '<td>x')}`)}</table>`),
      comes: 'text',
      has: 'x\tx',
    },
    {
      what: 'a page with a cell over a million columns',
      name: 'span.html',
      bytes: () => htmlPage(`<table><tr><td colspan=1000000 rowspan=65000>${words}<td>x</table>`),
      comes: 'text',
      has: words,
    },
    { what: 'a page of only tags', name: 'tags.html', bytes: () => htmlPage(many(500_000, '<br>')), comes: 'no-text' },
    {
      what: 'a page with a tag of 100,000 attributes',
      name: 'attributes.html',
      bytes: () => htmlPage(`<p ${many(100_000, 'a=b ')}>`),
      comes: 'unreadable',
    },
    {
      what: 'a page of only angle brackets',
      name: 'angles.html',
      bytes: () => htmlPage(many(3_000_000, '<')),
      comes: 'text',
    },
    { what: 'a message nested 200 deep', name: 'deep.eml', bytes: () => strToU8(nested(200)), comes: 'unreadable' },
    {
      what: 'a message of 100,000 parts',
      name: 'parts.eml',
      bytes: () =>
        strToU8(
          `From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${many(100_000, '--b\n\nx\n')}--b--`,
        ),
      comes: 'unreadable',
    },
    {
      what: 'a message with a header of a million words',
      name: 'header.eml',
      bytes: () => strToU8(`From: a\nSubject: ${many(200_000, '=?utf-8?q?a?= ')}\nMIME-Version: 1.0\n\n${words}`),
      comes: 'no-text',
    },
    {
      what: 'a message whose page loads trackers',
      name: 'trackers.eml',
      bytes: () => strToU8(`From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n${trackers}<p>${words}</p>`),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
  ]
}

function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`)
  return `From: a\nMIME-Version: 1.0\n${open.join('')}\n${words}`
}
