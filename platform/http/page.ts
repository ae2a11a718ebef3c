import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { servePhonePage } from './phone-page.ts'

/** Serves the built page: hashed assets for a year, the page itself with a fresh nonce, unknown addresses to the page. */
export async function servePage(server: FastifyInstance, folder: string): Promise<void> {
  const index = await readFile(path.join(folder, 'index.html'), 'utf8')
  await server.register(fastifyStatic, { root: path.join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false })
  server.get('/', async (_request, reply) => sendPage(reply, index))
  server.get('/favicon.svg', async (_request, reply) => reply.sendFile('favicon.svg', folder, { immutable: false, maxAge: '1d' }))
  await servePhonePage(server, path.join(folder, 'm'))
  server.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && String(request.headers.accept ?? '').includes('text/html')
    if (wantsPage) return sendPage(reply, index)
    return reply.status(404).send({ code: 'NOT_FOUND', status: 404, message: '没有这个地址。' })
  })
}

async function sendPage(reply: FastifyReply, index: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64')
  const policy = ["default-src 'self'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
      "form-action 'self'"]
  return reply.header('content-security-policy', policy.join('; ')).header('cache-control', 'no-store')
    .type('text/html; charset=utf-8').send(index.replaceAll('__NONCE__', nonce))
}
