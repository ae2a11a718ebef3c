import type { PersonName } from '#tests/city/people.ts'
import type { Stage } from './stage.ts'

/** What the product answered. */
type Answer = Record<string, unknown> & { id: string }

/** Asks the product as one of the named people, the way the page does; fails when it is refused. */
export async function ask(stage: Stage, name: PersonName, request: { method?: 'GET' | 'POST'; path: string; body?: object }): Promise<Answer> {
  const method = request.method ?? 'POST'
  const answer = await fetch(`${stage.address}/api${request.path}`, {
    method, headers: { cookie: await stage.city.cookieOf(name), origin: stage.address, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(request.body ?? {}) }),
  })
  const body = await answer.json() as Answer
  if (!answer.ok) throw new Error(`${name}: ${method} ${request.path} was answered ${answer.status} ${JSON.stringify(body)}`)
  return body
}

/** Registers a child with a guardian, what makes it left behind, and the consent to be helped; sealed like any other. */
export async function registerChild(stage: Stage, by: PersonName, child: { name: string; unit: string }): Promise<string> {
  const { id } = await ask(stage, by, {
    path: '/children', body: {
      unitId: await stage.city.unitId(child.unit), name: child.name, sex: 'male', paperKind: 'none', birthOn: '2014-05-06', school: '东街小学',
      guardians: [{ name: `${child.name.slice(0, 1)}祖母`, relation: 'grandmother', isPrimary: true }],
      facts: [
        { subject: 'father', kind: 'work', value: 'away', fromOn: '2024-01-01', evidence: 'visit' },
        { subject: 'mother', kind: 'work', value: 'away', fromOn: '2024-01-01', evidence: 'visit' },
      ],
      consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2024-01-01' }],
    },
  })
  return id
}

/** Opens a case of high risk for a child: its first visit is overdue on the day of the tests. */
export async function openCase(stage: Stage, by: PersonName, childId: string): Promise<string> {
  const { id } = await ask(stage, by, {
    path: '/cases', body: { childId, openedOn: '2026-02-02', need: '父母外出，需要陪伴。', scores: { guardianship: 3, physical: 0, behaviour: 1 } },
  })
  return id
}

/** Registers a volunteer whose clearance holds. */
export async function registerVolunteer(stage: Stage, by: PersonName, volunteer: { name: string; unit: string }): Promise<string> {
  const { id } = await ask(stage, by, {
    path: '/volunteers', body: {
      unitId: await stage.city.unitId(volunteer.unit), name: volunteer.name, sex: 'female', birthOn: '1952-03-04', categories: ['teacher'],
      capacity: 5, joinedOn: '2020-01-01', isConfirmedDistinct: true,
    },
  })
  await ask(stage, by, { path: `/volunteers/${id}/clearances`, body: { checkedOn: '2026-01-05', result: 'clear' } })
  return id
}

/** Pairs a case with a volunteer who goes first. */
export async function pair(stage: Stage, by: PersonName, { caseId, volunteerId }: { caseId: string; volunteerId: string }): Promise<void> {
  await ask(stage, by, { path: `/cases/${caseId}/pairings`, body: { volunteerId, role: 'primary', fromOn: '2026-02-02' } })
}

/** Records a visit made. */
export async function recordVisit(stage: Stage, by: PersonName, visit: { caseId: string; madeOn: string; note?: string }): Promise<string> {
  const { id } = await ask(stage, by, { path: '/visits', body: { medium: 'home', minutes: 40, outcome: 'made', note: '一切平稳。', ...visit } })
  return id
}

/** A child of 东一村 with a case and a volunteer who goes there: where most journeys begin. */
export async function arrangeCareInVillage(stage: Stage): Promise<{ childId: string; caseId: string; volunteerId: string }> {
  const childId = await registerChild(stage, '孙主任', { name: '佟小川', unit: '990100100010001' })
  const [caseId, volunteerId] = await Promise.all([
    openCase(stage, '孙主任', childId), registerVolunteer(stage, '赵干事', { name: '龚桂英', unit: '99010010001' }),
  ])
  await pair(stage, '赵干事', { caseId, volunteerId })
  return { childId, caseId, volunteerId }
}
