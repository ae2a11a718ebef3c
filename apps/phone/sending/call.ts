import { randomId } from '#platform/ui/api/random-id.ts'
import { Refusal, toRefusal } from '#platform/ui/api/refusal.ts'

type Asked = { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: unknown }

const patienceMs = 20_000

/** Asks the server; throws a Refusal whose code is OFFLINE when no answer came. */
export async function call<Answer>({ method, path, body }: Asked): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json' })
  if (method !== 'GET') headers.set('idempotency-key', randomId())
  if (body !== undefined) headers.set('content-type', 'application/json')
  const response = await fetch(`/api${path}`, {
    method, headers, credentials: 'same-origin', signal: AbortSignal.timeout(patienceMs), body: body === undefined ? null : JSON.stringify(body),
  }).catch((problem: unknown) => Promise.reject(offline(problem)))
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as Answer
  const known = typeof answer === 'object' && answer !== null ? answer : {}
  throw toRefusal({ code: `HTTP_${response.status}`, message: '', ...known, status: response.status })
}

/** No answer came, for whatever reason: nothing is settled. */
const offline = (problem: unknown): Refusal =>
  new Refusal({ code: 'OFFLINE', message: problem instanceof Error ? problem.name : 'OFFLINE' })
