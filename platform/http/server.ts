import type { IncomingHttpHeaders } from 'node:http'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { AnyContractProcedure } from '@orpc/contract'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { newId } from '#platform/crypto/id.ts'
import { bindModules, type Ground } from './bind.ts'
import type { RequestInfo } from './context.ts'
import { serveCallbacks } from './callback.ts'
import { sendDownload } from './download.ts'
import { givenQuery } from './given-query.ts'
import type { ModuleDefinition } from './module.ts'
import { openApiDocument } from './openapi.ts'
import { orpcErrorOf, problemOf, type Problem } from './problem.ts'
import { RateLimit } from './rate-limit.ts'
import { refuseOnPage } from './refusal-page.ts'
import { cookieHeader, tokenFromCookie } from './session-token.ts'
import { servePage } from './page.ts'
import { refuseConnection, unreadable } from './unreadable.ts'

/** What the server is told at start. */
export type ServerOptions = {
  modules: readonly ModuleDefinition[]
  ground: Ground
  /** Folder of the built page; null where only the API is served (tests). */
  pageFolder: string | null
  /** Requests a minute and address; tests raise it. */
  requestsPerMinute?: number
  log?: (line: Record<string, unknown>) => void
}

/** Largest upload; a workbook of 50,000 rows is smaller. */
const uploadLimitBytes = 20 * 1024 * 1024
/** Largest body that is not an upload. */
const jsonLimitBytes = 1024 * 1024

/** A key that would not be kept must not look like one that protects from a double submit. */
const longestKey = 200
const keyWords = `提交编号（Idempotency-Key）应为1至${longestKey}个字符，请换一个编号重新提交。`

/** Builds the HTTP server; listening is the caller's. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({ logger: false, bodyLimit: jsonLimitBytes, genReqId: () => newId(), trustProxy: 'loopback',
    routerOptions: { maxParamLength: 500 }, frameworkErrors: refuseAddress, clientErrorHandler: refuseConnection })
  takeBodies(server)
  guard(server, options)
  answerErrors(server)
  refuseOnPage(server)
  server.get('/healthz', async () => {
    await options.ground.pool.query('select 1')
    return { status: 'ok' }
  })
  const router = bindModules(options.modules, options.ground)
  // Made when first asked for: it takes longer than all the rest of a start.
  let document: Promise<string> | undefined
  server.get('/api/openapi.json', async (_request, reply) => {
    document ??= openApiDocument(options.modules).then((made) => JSON.stringify(made))
    return reply.type('application/json').send(await document)
  })
  for (const module of options.modules) {
    for (const route of module.downloads) {
      server.get(`/api${route.path}`, (request, reply) =>
        sendDownload(route, { request, reply, info: infoOf(request, reply), token: tokenFromCookie(request.headers.cookie), ground: options.ground }))
    }
  }
  await serveCallbacks(server, options.modules.flatMap(({ callbacks }) => callbacks), { ground: options.ground, infoOf })
  const understood = new WeakSet<object>()
  const handler = new OpenAPIHandler(router, {
    interceptors: [async ({ next, context }) => {
      try {
        return await next()
      } catch (error) {
        throw understood.has(context) ? error : orpcErrorOf(unreadable)
      }
    }],
    clientInterceptors: [async ({ next, procedure, context }) => {
      understood.add(context)
      try {
        return await next()
      } catch (error) {
        const problem = problemOf(error, (procedure as unknown as AnyContractProcedure)['~orpc'].errorMap)
        if (problem.status === 500) reportDefect(options, error)
        throw orpcErrorOf(problem)
      }
    }],
  })
  server.all('/api/*', async (request, reply) => {
    const context = { request: infoOf(request, reply), token: tokenFromCookie(request.headers.cookie) }
    // The handler reads the address a request came with; what a query leaves empty is not part of it.
    if (request.method === 'GET') Object.assign(request.raw, { originalUrl: givenQuery(request.url) })
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context })
    if (!matched) await reply.status(404).send({ code: 'NOT_FOUND', status: 404, message: '没有这个地址。' })
  })
  if (options.pageFolder !== null) await servePage(server, options.pageFolder)
  return server
}

/** An address that is none never reaches a hook: it is refused in our words all the same. */
function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void refuse(reply.header('x-request-id', request.id), 'INVALID_REQUEST', 400, '这个地址无法读懂，请核对后重试。')
}

/** Bodies the operations read themselves. */
const uploads = ['multipart/form-data', 'application/octet-stream']

function takeBodies(server: FastifyInstance): void {
  for (const type of uploads) server.addContentTypeParser(type, (_request, _payload, done) => done(null, undefined))
}

/** Origin check for writes, sizes, rates, headers, one log line a request – with the route's pattern, never its address. */
function guard(server: FastifyInstance, options: ServerOptions): void {
  const rate = new RateLimit(options.requestsPerMinute ?? 1200)
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
      .header('x-frame-options', 'DENY').header('cross-origin-opener-policy', 'same-origin')
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store')
    if (!rate.allows(request.ip, Date.now())) return refuse(reply, 'RATE_LIMITED', 429, '操作过于频繁，请稍后再试。')
    if (isWrite(request) && !isOwnOrigin(request)) return refuse(reply, 'FORBIDDEN_ORIGIN', 403, '请求来自别的网站，已拒绝。')
    const fault = faultOf(request.headers)
    if (fault !== undefined) return refuse(reply, fault.code, fault.status, fault.message)
  })
  server.addHook('onResponse', async (request, reply) => {
    options.log?.({ id: request.id, method: request.method, route: request.routeOptions.url ?? '', status: reply.statusCode,
      ms: Math.round(reply.elapsedTime) })
  })
}

/** What the headers alone say against a request. */
function faultOf({ 'idempotency-key': key, 'content-type': kind = '', ...headers }: IncomingHttpHeaders): Problem | undefined {
  if (key !== undefined && (key.length === 0 || key.length > longestKey)) return { ...unreadable, message: keyWords }
  const type = kind.toLowerCase()
  const isUpload = uploads.some((upload) => type.startsWith(upload))
  // Uploads are held in memory as they come: one that does not say how long it is could go on without end.
  if (isUpload && headers['transfer-encoding'] !== undefined) return { code: 'LENGTH_REQUIRED', status: 411,
    message: '上传时须先说明文件大小（Content-Length），请用浏览器重新上传。' }
  const most = type.startsWith('multipart/') ? uploadLimitBytes : jsonLimitBytes
  return Number(headers['content-length'] ?? 0) > most ? { code: 'TOO_LARGE', status: 413, message: '提交的内容太大，请分开提交。' } : undefined
}

function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413) return refuse(reply, 'TOO_LARGE', 413, '提交的内容太大，请分开提交。')
    if (status >= 400 && status < 500) return refuse(reply, unreadable.code, status, unreadable.message)
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
}

async function refuse(reply: FastifyReply, code: string, status: number, message: string): Promise<FastifyReply> {
  return reply.status(status).send({ code, status, message })
}

function isWrite(request: FastifyRequest): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
}

/** A browser names the page that sends a write; it must be ours. Programs without a browser send neither header. */
function isOwnOrigin(request: FastifyRequest): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin'
  try {
    return new URL(origin).host === request.headers.host
  } catch {
    return false
  }
}

function infoOf(request: FastifyRequest, reply: FastifyReply): RequestInfo {
  const key = request.headers['idempotency-key']
  return {
    id: request.id,
    address: request.ip,
    device: String(request.headers['user-agent'] ?? '').slice(0, 200),
    idempotencyKey: typeof key === 'string' ? key : null,
    setSessionToken: (token) => { reply.header('set-cookie', cookieHeader(token, request.protocol === 'https')) },
    noteGrant: (acting) => { reply.header('x-grant', acting) },
  }
}

function reportDefect(options: ServerOptions, error: unknown): void {
  // The message of a database error may quote the row; only where it happened goes to the log.
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 8) : []
  options.log?.({ defect: error instanceof Error ? error.name : typeof error, code: error instanceof Error && 'code' in error ? error.code : undefined, stack })
}
