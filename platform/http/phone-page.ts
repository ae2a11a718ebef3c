import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

// No word of script or style stands in the phone page itself, so that it needs no nonce and can be kept on the phone as it is.
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'",
  "manifest-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'none'",
].join('; ')

/** Serves the phone page under /m: hashed assets for a year, everything else asked for anew, the worker allowed to guard /m. */
export async function servePhonePage(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return
  await server.register(fastifyStatic, {
    root: path.join(folder, 'assets'), prefix: '/m/assets/', immutable: true, maxAge: '365d', index: false, decorateReply: false,
  })
  server.get('/m', async (_request, reply) => reply.header('content-security-policy', policy).header('cache-control', 'no-cache')
    .header('permissions-policy', 'geolocation=(), microphone=()').sendFile('index.html', folder, { cacheControl: false }))
  server.get('/m/', async (_request, reply) => reply.redirect('/m', 308))
  server.get('/m/worker.js', async (_request, reply) => reply.header('service-worker-allowed', '/m').header('cache-control', 'no-cache')
    .header('content-security-policy', "default-src 'none'; connect-src 'self'").sendFile('worker.js', folder, { cacheControl: false }))
  for (const name of ['manifest.webmanifest', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'])
    server.get(`/m/${name}`, async (_request, reply) => reply.sendFile(name, folder, { immutable: false, maxAge: '1d' }))
}
