/** The signed-in person's session: the few outside names the shell itself needs, before any module's client exists. */
import { z } from 'zod'
import { randomId } from './api/random-id.ts'
import { Refusal, toRefusal } from './api/refusal.ts'

const Grant = z.object({
  id: z.string(), unitId: z.string(), unitCode: z.string(), unitName: z.string(), roleCode: z.string(), roleName: z.string(),
})

export const Session = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  /** The unit for which the person acts now; everything shown is this unit and all below. */
  unit: z.object({ id: z.string(), code: z.string(), name: z.string(), level: z.string() }),
  /** Post in use now. */
  grantId: z.string(),
  roleCode: z.string(),
  grants: z.array(Grant),
  permissions: z.array(z.string()),
  /** True while the password is one that somebody else set. */
  mustChangePassword: z.boolean(),
})
export type Session = z.infer<typeof Session>
export type Grant = z.infer<typeof Grant>

/** The present session, or undefined for somebody who is not signed in. */
export async function readSession(): Promise<Session | undefined> {
  try {
    return Session.parse(await callApi('GET', '/sessions/current'))
  } catch (problem) {
    if (problem instanceof Refusal && problem.status === 401) return undefined
    throw problem
  }
}

export async function signIn(credentials: { name: string; password: string }): Promise<void> {
  await callApi('POST', '/sessions', credentials)
}

export async function signOut(): Promise<void> {
  await callApi('DELETE', '/sessions/current')
}

/** Acts from now on by another of the person's grants. */
export async function switchUnit(grantId: string): Promise<void> {
  await callApi('POST', '/sessions/current/unit', { grantId })
}

export async function changePassword(passwords: { oldPassword: string; newPassword: string }): Promise<void> {
  await callApi('POST', '/passwords/change', passwords)
}

async function callApi(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json' })
  if (method !== 'GET') headers.set('idempotency-key', randomId())
  if (body !== undefined) headers.set('content-type', 'application/json')
  const response = await fetch(`/api${path}`, {
    method, headers, credentials: 'same-origin', body: body === undefined ? null : JSON.stringify(body),
  }).catch((problem: unknown) => Promise.reject(toRefusal(problem)))
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer
  throw refusalOf(response, answer)
}

function refusalOf(response: Response, answer: unknown): Refusal {
  const requestId = response.headers.get('x-request-id') ?? undefined
  const body = typeof answer === 'object' && answer !== null ? answer : {}
  const code = `HTTP_${response.status}`
  return toRefusal({ code, message: code, ...body, status: response.status }, requestId)
}
