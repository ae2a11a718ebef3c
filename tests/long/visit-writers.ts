import { newId } from '#platform/crypto/id.ts'
import { dayInChina } from '#platform/values/local-date.ts'

/** What is known of the writes: those the program acknowledged, by key, those that got no answer, and how long writes were begun. */
export type WrittenVisits = { acknowledged: Map<string, string>; unanswered: Map<string, object>; offered: number; seconds: number }

/** One write every so many milliseconds: fifty a second. */
const rhythmMillis = 20

/** A person at a browser: the address differs from writer to writer, as it does for real ones behind a proxy. */
export type Visitor = { address: string; cookie: string; caseIds: readonly string[] }

/** Signs the care worker of a village in, registers some children there and opens their cases. */
export async function openCases(address: string, credentials: { name: string; password: string }): Promise<Visitor> {
  const visitor = await signIn(address, credentials)
  const caseIds: string[] = []
  for (const name of ['张小雪', '李晓明', '王欣然', '赵子涵', '陈雨桐', '刘思远']) caseIds.push(await openCaseOf(visitor, name))
  return { ...visitor, caseIds }
}

/** A new session of the same person. */
export async function signIn(address: string, credentials: { name: string; password: string }): Promise<Visitor> {
  const signedIn = await fetch(`${address}/api/sessions`, { method: 'POST', headers: headersOf(0), body: JSON.stringify(credentials) })
  return { address, cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '', caseIds: [] }
}

async function openCaseOf(visitor: Visitor, name: string): Promise<string> {
  const today = dayInChina(new Date())
  const child = await post(visitor, '/api/children', {
    name, sex: 'female', paperKind: 'none', birthOn: '2016-05-06', guardians: [{ name: '张大山', relation: 'father', isPrimary: true }],
    consents: [{ kind: 'service', form: 'paper', covers: '结对帮扶', fromOn: today }],
  })
  const opened = await post(visitor, '/api/cases', { childId: child['id'], scores: { guardianship: 1, physical: 1, behaviour: 1 } })
  return String(opened['id'])
}

/** Records visits at a steady rate until told to stop; keeps what was acknowledged and what was not. */
export function startWriting(visitor: Visitor, written: WrittenVisits): { stop: () => Promise<void> } {
  const open = new Set<Promise<void>>()
  const begun = performance.now()
  const timer = setInterval(() => {
    const [key, visit] = [newId(), newVisit(visitor)]
    written.offered += 1
    const write = recordVisit(visitor, { key, visit })
      .then((id) => void written.acknowledged.set(key, id), () => void written.unanswered.set(key, visit))
      .finally(() => open.delete(write))
    open.add(write)
  }, rhythmMillis)
  return {
    stop: async () => {
      clearInterval(timer)
      written.seconds += (performance.now() - begun) / 1000
      await Promise.all(open)
    },
  }
}

/** Sends a visit under its key and gives the id of the visit that is there. */
export async function recordVisit(visitor: Visitor, { key, visit }: { key: string; visit: object }): Promise<string> {
  return String((await post(visitor, '/api/visits', visit, key))['id'])
}

function newVisit({ caseIds }: Visitor): object {
  const caseId = caseIds[sent % caseIds.length]
  return { caseId, madeOn: dayInChina(new Date()), medium: 'home', minutes: 30, outcome: 'made', note: '作业有进步。', volunteerIds: [] }
}

let sent = 0

async function post({ address, cookie }: Visitor, where: string, body: object, key = newId()): Promise<Record<string, unknown>> {
  const answer = await fetch(`${address}${where}`, {
    method: 'POST', headers: { ...headersOf(sent += 1), cookie, 'idempotency-key': key }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  })
  const told = await answer.json() as Record<string, unknown>
  if (!answer.ok) throw new Error(`${where}: ${answer.status} ${JSON.stringify(told)}`)
  return told
}

const headersOf = (number: number) =>
  ({ 'content-type': 'application/json', 'x-forwarded-for': `10.0.${Math.floor(number / 200) % 250}.${number % 200}` })
