import { oc } from '@orpc/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { onActingGrantChange } from './api/acting-grant.ts'
import { finishSignIn, giveUpSignIn, isWaitingForSignIn } from './api/sign-in-gate.ts'
import { Refusal } from './api/refusal.ts'
import { makeClient } from './client.ts'

const contract = {
  visits: {
    record: oc.route({ method: 'POST', path: '/visits' }).input(z.object({ note: z.string() })).output(z.object({ id: z.string() })),
    get: oc.route({ method: 'GET', path: '/visits/{id}' }).input(z.object({ id: z.string() })).output(z.object({ id: z.string() })),
  },
}
const api = makeClient(contract)
const requests: Request[] = []
let answers: Response[] = []

beforeEach(() => {
  requests.length = 0
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:8080' })
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request)
    return answers.shift() ?? answer(200, { id: 'v1' })
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a write carries the key of its form and goes to the path of the contract', async () => {
  expect(await api.visits.record({ note: '好' }, { context: { idempotencyKey: 'k-1' } })).toEqual({ id: 'v1' })
  expect([requests[0]?.url, requests[0]?.headers.get('idempotency-key')]).toEqual(['http://127.0.0.1:8080/api/visits', 'k-1'])
})

test('a write without a key gets one of its own, a read has none', async () => {
  await api.visits.record({ note: '好' })
  await api.visits.get({ id: 'v1' })
  expect(requests.map(request => request.headers.get('idempotency-key')?.length)).toEqual([36, undefined])
})

test('what the server refuses arrives as a refusal with its sentence, issues and request number', async () => {
  const issues = [{ path: ['note'], message: '请填写情况。' }]
  answers = [answer(422, { defined: true, code: 'INVALID_INPUT', status: 422, message: '填写的内容有误。', data: { issues } })]
  const refusal = await api.visits.record({ note: '' }).catch((problem: unknown) => problem)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', message: '填写的内容有误。', issues, requestId: 'r-1' })
})

test('a request that meets an ended session waits for the sign-in and is repeated under the same key', async () => {
  answers = [expired()]
  const waiting = api.visits.record({ note: '不能丢' })
  await vi.waitUntil(isWaitingForSignIn)
  finishSignIn()
  expect(await waiting).toEqual({ id: 'v1' })
  expect(await requests[1]?.json()).toEqual({ note: '不能丢' })
  expect(requests[1]?.headers.get('idempotency-key')).toBe(requests[0]?.headers.get('idempotency-key'))
})

test('requests that wait together fail together when the person gives up', async () => {
  answers = [expired(), expired()]
  const waiting = Promise.allSettled([api.visits.get({ id: 'v1' }), api.visits.get({ id: 'v2' })])
  await vi.waitUntil(() => requests.length === 2 && isWaitingForSignIn())
  giveUpSignIn(new Refusal({ code: 'UNAUTHENTICATED', message: '', status: 401 }))
  expect((await waiting).map(result => result.status)).toEqual(['rejected', 'rejected'])
})

test('the page hears when the server acts under another grant than before', async () => {
  const heard: string[] = []
  const stop = onActingGrantChange(grantId => heard.push(grantId))
  answers = ['g-1', 'g-1', 'g-2'].map(grant => new Response('{"id":"v1"}', { headers: { 'content-type': 'application/json', 'x-grant': grant } }))
  for (const id of ['v1', 'v2', 'v3', 'v4']) await api.visits.get({ id })
  stop()
  expect(heard).toEqual(['g-1', 'g-2'])
})

function answer(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'x-request-id': 'r-1' } })
}

function expired() {
  return answer(401, { defined: true, code: 'UNAUTHENTICATED', status: 401, message: '登录已失效，请重新登录。' })
}
