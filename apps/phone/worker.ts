// The service worker: keeps the shell of the phone page, so that it opens without signal. It keeps no answer of the server
// and never sees what is written: /api passes it by.

/** What this file uses of the world a worker lives in; the browser's own types of it cannot stand beside those of a page. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type WorkerWorld = {
  location: Location
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', listen: (event: Lasting) => void): void
  addEventListener(name: 'fetch', listen: (event: Fetching) => void): void
}

const world = self as unknown as WorkerWorld
/** Written in by the build: addresses of all files of the shell, and a mark that changes with any of them. */
const shell = JSON.parse('__SHELL__') as string[]
const cacheName = 'xinhuo-phone-__MARK__'

world.addEventListener('install', event => event.waitUntil(keepShell()))
world.addEventListener('activate', event => event.waitUntil(dropOlder()))
world.addEventListener('fetch', event => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== world.location.origin) return
  if (!shell.includes(pathname)) return
  event.respondWith(answerFromShell(event.request, pathname))
})

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(shell.map(address => new Request(address, { cache: 'no-cache' })))
  await world.skipWaiting()
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith('xinhuo-phone-') && name !== cacheName).map(name => caches.delete(name)))
  await world.clients.claim()
}

async function answerFromShell(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return await cache.match(pathname) ?? fetch(request)
}
