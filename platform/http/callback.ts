import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from './clock.ts'
import type { AnonymousContext, RequestInfo } from './context.ts'

/** What another program sends us: its text as it came, because that is what was signed. */
export type CallbackCall = { params: Readonly<Record<string, string>>; headers: Readonly<Record<string, string | undefined>>; body: string }

/** An address to which another program tells us something, outside the contract of the pages: it brings a signature instead of a session. */
export type CallbackRoute = {
  /** Path under /api. */
  path: `/${string}`
  summary: string
  run: (context: AnonymousContext, call: CallbackCall) => Promise<{ status: number; body?: Record<string, string> }>
}

type Serving = {
  ground: Omit<AnonymousContext, 'request' | 'now' | 'today'> & { clock: Clock }
  infoOf: (request: FastifyRequest, reply: FastifyReply) => RequestInfo
}

/** Serves callbacks; their bodies are read as text, whatever they say they are. */
export async function serveCallbacks(server: FastifyInstance, routes: readonly CallbackRoute[], { ground, infoOf }: Serving): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    for (const route of routes) {
      scope.post(`/api${route.path}`, async (request, reply) => {
        const context: AnonymousContext = {
          pool: ground.pool, request: infoOf(request, reply), now: ground.clock.now(), today: ground.clock.today(), installation: ground.installation }
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
        const { status, body } = await route.run(context, {
          headers, params: request.params as Record<string, string>, body: typeof request.body === 'string' ? request.body : '' })
        return body === undefined ? reply.status(status).send() : reply.status(status).send(body)
      })
    }
  })
}
