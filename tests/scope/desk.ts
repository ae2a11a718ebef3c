import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Caller } from './caller.ts'

/** What came back. */
export type Answer = { status: number; body: unknown }

/** A call as the OpenAPI document describes it: places in the path are filled, the rest goes into the query or the body. */
export type Call = { method: string; path: string; input: Record<string, unknown> }

/** Sends a call as somebody. */
export async function send(server: FastifyInstance, caller: Caller, call: Call): Promise<Answer> {
  const rest = { ...call.input }
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const hasBody = !['GET', 'DELETE'].includes(call.method)
  const query = hasBody ? '' : queryOf(rest)
  const payload = hasBody ? await payloadOf(rest) : { headers: {} }
  const response = await inject(server, {
    method: call.method as 'GET', url: `/api${path}${query}`, ...payload, headers: { cookie: caller.cookie, ...payload.headers },
  })
  if (response === undefined) return { status: 599, body: 'the connection was cut in the middle of the answer' }
  const isJson = String(response.headers['content-type'] ?? '').includes('json')
  return { status: response.statusCode, body: isJson ? response.json() : response.rawPayload }
}

/** JSON, or a form where a file is sent. */
async function payloadOf(input: Record<string, unknown>): Promise<{ payload: string | Buffer; headers: Record<string, string> }> {
  if (!Object.values(input).some((value) => value instanceof File)) return { payload: JSON.stringify(input), headers: { 'content-type': 'application/json' } }
  const form = new FormData()
  for (const [name, value] of Object.entries(input)) form.append(name, value instanceof File ? value : String(value))
  const packed = new Response(form)
  return { payload: Buffer.from(await packed.arrayBuffer()), headers: { 'content-type': packed.headers.get('content-type') ?? '' } }
}

/** Undefined where the answer ended in the middle. */
async function inject(server: FastifyInstance, options: InjectOptions) {
  try {
    return await server.inject(options)
  } catch {
    return undefined
  }
}

function queryOf(input: Record<string, unknown>): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined).map(([name, value]): [string, string] => [name, String(value)])
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
