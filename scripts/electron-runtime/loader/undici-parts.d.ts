declare module 'undici/index-fetch.js' {
  export { FormData, fetch, Headers, Request, Response } from 'undici'
}

declare module 'undici/lib/fetch/file.js' {
  export { File } from 'undici'
}
