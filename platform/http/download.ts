import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepWritten } from '#platform/database/transaction.ts'
import { runAsActor, type Ground } from './bind.ts'
import type { RequestInfo } from './context.ts'
import type { DownloadRoute } from './module.ts'
import { problemOf } from './problem.ts'
import type { SessionToken } from './session-token.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'

type Sending = { request: FastifyRequest; reply: FastifyReply; info: RequestInfo; token: SessionToken | null; ground: Ground }

/** Sends a download while its transaction is open; refusals before the first byte are answered as JSON. */
export async function sendDownload(route: DownloadRoute, sending: Sending): Promise<void> {
  const { reply, request } = sending
  try {
    const query = parseQuery(route, request.query)
    await runAsActor({ request: sending.info, token: sending.token, meta: {} }, sending.ground, async (context) => {
      const file = await route.run(context, query as never)
      // That it leaves the house is on record before its first byte does: a program that ends midway has told nothing that nobody knows of.
      await keepWritten(context.tx)
      reply.header('content-type', file.contentType)
        .header('content-disposition', `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      await new Promise<void>((resolve, reject) => {
        const stream = Readable.from(file.body)
        stream.on('error', reject)
        reply.raw.on('close', resolve)
        void reply.send(stream)
      })
    })
  } catch (error) {
    if (reply.raw.headersSent) return void reply.raw.destroy()
    const problem = problemOf(error, route.errors)
    await reply.status(problem.status).send(problem)
  }
}

function parseQuery(route: DownloadRoute, raw: unknown): unknown {
  // As for every other address: a parameter left empty is none (givenQuery).
  const parsed = route.query.safeParse(Object.fromEntries(Object.entries(raw ?? {}).filter(([, value]) => value !== '')))
  if (parsed.success) return parsed.data
  throw new InvalidInput(parsed.error.issues.map((issue) =>
    ({ path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))), message: issue.message })))
}
