import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { careModule } from '../module.ts'
import { getVisit } from '../queries/get-visit.ts'
import { getCaseRow } from '../queries/case-rows.ts'
import { openCareScene, scoresOf, type CareScene } from './steps/sample-scene.ts'

let sent = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function counting(this: pg.Client, ...args: unknown[]) {
  sent += 1
  return Reflect.apply(query, this, args)
} as typeof query

describe('recording a visit', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 20 })
    await scene.volunteer({ name: '沈老师', unit: '99010020001', account: '沈老师' })
  })
  afterAll(() => scene.close())
  const row = (id: string) => scene.as('孙主任', (context) => getCaseRow(context, id))
  const paired = async (name: string, options: Parameters<CareScene['open']>[1] = {}) => {
    const opened = await scene.open(name, options)
    await scene.pair(opened.id, wu)
    return opened
  }

  it('moves the due date one interval on, names the primary volunteer, and is counted', async () => {
    const opened = await paired('张一')
    const visit = await scene.visit(opened.id, { note: '作业有进步。' })
    expect(visit).toMatchObject(
      { childLabel: '张某 · 6—13岁', volunteers: [{ volunteerId: wu, name: '吴老师' }], hasNote: true, unitCode: '990100100010001', mayCorrect: true }
    )
    expect(visit).not.toHaveProperty('note')
    expect(await row(opened.id)).toMatchObject({ lastMadeOn: '2026-03-10', nextVisitDueOn: '2026-04-09', isOverdue: false })
    for (const measure of ['visit.made', 'visit.medium.home', 'visit.service']) expect([measure, await scene.counted(visit.id, measure)]).toEqual([measure, 1])
    expect(await scene.counted(visit.id, 'visit.made', '2026-03-09')).toBe(0)
    const { rows } = await scene.owner.query(
      `select value, subject_id, label from figures.facts where record_id = $1 and measure = 'visit.service'`, [visit.id]
    )
    expect(rows[0]).toEqual({ value: '45', subject_id: wu, label: '吴老师 · 张某 · 上门' })
    expect(await scene.audits('visit.recorded', visit.id)).toBe(1)
  })

  it('in vain is counted apart and leaves the due date where it was', async () => {
    const opened = await paired('张二')
    const before = await row(opened.id)
    const visit = await scene.visit(opened.id, { outcome: 'attempted', minutes: 0 })
    expect(await row(opened.id)).toMatchObject({ lastMadeOn: null, nextVisitDueOn: before.nextVisitDueOn })
    expect([await scene.counted(visit.id, 'visit.attempted'), await scene.counted(visit.id, 'visit.made')]).toEqual([1, 0])
  })

  it('entered late does not move the due date back', async () => {
    const opened = await paired('张三')
    await scene.visit(opened.id, { madeOn: '2026-03-12' })
    await scene.visit(opened.id, { madeOn: '2026-02-12' })
    expect(await row(opened.id)).toMatchObject({ lastMadeOn: '2026-03-12', nextVisitDueOn: '2026-04-11' })
  })

  it('is refused in the future, before the case, before the pairing and without minutes, and nothing is written', async () => {
    const opened = await paired('张四')
    const counts = async () => (await scene.owner.query(`select (select count(*) from care.visits) visits, (select count(*) from audit.entries) entries,
      (select count(*) from figures.facts) facts`)).rows[0]
    const before = await counts()
    await expect(scene.visit(opened.id, { madeOn: '2026-03-17' })).rejects.toThrow('VISIT_IN_FUTURE')
    await expect(scene.visit(opened.id, { madeOn: '2026-01-04', volunteerIds: [] })).rejects.toThrow('VISIT_OUTSIDE_CASE')
    await expect(scene.visit(opened.id, { madeOn: '2026-01-31', volunteerIds: [wu] })).rejects.toThrow('VOLUNTEER_NOT_PAIRED')
    await expect(scene.visit(opened.id, { minutes: 0 })).rejects.toThrow('MINUTES_NEEDED')
    expect(await counts()).toEqual(before)
  })

  it('on behalf of a volunteer without a phone counts as that volunteer\'s service', async () => {
    const opened = await paired('张五')
    const visit = await scene.visit(opened.id, { by: '赵干事', onBehalfOf: wu, medium: 'phone', minutes: 10 })
    expect(visit).toMatchObject({ onBehalfOf: wu, recordedName: '赵干事', volunteers: [{ volunteerId: wu }] })
    expect(await scene.counted(visit.id, 'visit.medium.phone')).toBe(1)
  })

  it('by the worker alone has no volunteer', async () => {
    const opened = await paired('张六')
    expect((await scene.visit(opened.id, { volunteerIds: [] })).volunteers).toEqual([])
  })

  it('by a volunteer is possible in own pairings only; another child is not found', async () => {
    const [own, other] = [await paired('张七'), await scene.open('李八', { by: '周主任' })]
    expect((await scene.visit(own.id, { by: '吴老师' })).volunteers).toEqual([{ volunteerId: wu, name: '吴老师' }])
    await expect(scene.visit(other.id, { by: '吴老师' })).rejects.toThrow('NOT_FOUND')
    await expect(scene.visit(own.id, { by: '沈老师' })).rejects.toThrow('NOT_FOUND')
  })

  it('by a volunteer is entered for nobody else: what was said of that is neither kept nor noted', async () => {
    const opened = await paired('张十四')
    const visit = await scene.visit(opened.id, { by: '吴老师', onBehalfOf: newId() })
    expect(visit.onBehalfOf).toBeNull()
    const { rows } = await scene.owner.query(`select details from audit.entries where verb = 'visit.recorded' and subject_id = $1`, [visit.id])
    expect(rows[0].details).not.toHaveProperty('onBehalfOf')
  })

  it('is for those who do the work: a leader and the three administrators are refused, the neighbour finds nothing', async () => {
    const opened = await paired('张九')
    for (const by of ['郑部长', '冯科长', '系统员', '安全员', '审计员'] as const) await expect(scene.visit(opened.id, { by })).rejects.toThrow('FORBIDDEN')
    for (const by of ['王组长', '蒋主任', '周主任'] as const) await expect(scene.visit(opened.id, { by })).rejects.toThrow('NOT_FOUND')
  })

  it('keeps whatever was written in the note, sealed, and gives it back only when opened', async () => {
    const opened = await paired('张十')
    const notes = ['张小明说："想妈妈" & <b>爸爸</b>', '𤧯䶮😀\n第二行\t制表', `'; drop table care.visits; --`, 'Ω≈ç√∫˜µ≤≥÷', '田中さん\u200b', '１２３４']
    for (const note of notes) {
      const visit = await scene.visit(opened.id, { note })
      expect((await scene.as('孙主任', (context) => getVisit(context, { id: visit.id }))).note).toBe(note)
    }
    const { rows } = await scene.owner.query(`select count(*)::int as count from audit.entries e where e::text like '%想妈妈%'`)
    expect(rows[0].count).toBe(0)
    const stored = await scene.owner.query('select sealed_note from care.visits where case_id = $1', [opened.id])
    expect(stored.rows.every(({ sealed_note: sealed }) => !sealed.includes(Buffer.from('想妈妈')))).toBe(true)
  })

  it('settles the plan of those days and ends the draft', async () => {
    const opened = await paired('张十一')
    await scene.owner.query(`insert into care.planned_visits (city_id, id, scope_code, case_id, planned_on, medium)
      values ($1, gen_random_uuid(), $2, $3, '2026-03-12', 'home')`,
      [scene.cityId, '990100100010001000', opened.id])
    const visit = await scene.visit(opened.id)
    const { rows } = await scene.owner.query('select status, visit_id from care.planned_visits where case_id = $1', [opened.id])
    expect(rows).toEqual([{ status: 'done', visit_id: visit.id }])
  })

  it('sent twice with the same key is one visit with one answer; without a note in the stored answer', async () => {
    const opened = await paired('张十二', { scores: scoresOf.red })
    const server = await scene.serve([careModule])
    const headers = { cookie: await scene.cookieOf('孙主任'), 'idempotency-key': 'same-key', origin: 'http://localhost', host: 'localhost' }
    const payload = { caseId: opened.id, madeOn: '2026-03-15', medium: 'home', minutes: 30, outcome: 'made', note: '绝密内容' }
    const send = (body: object) => server.inject({ method: 'POST', url: '/api/visits', headers, payload: body })
    const [first, second] = [await send(payload), await send(payload)]
    expect([first.statusCode, second.statusCode, second.json().id]).toEqual([201, 201, first.json().id])
    expect((await send({ ...payload, minutes: 31 })).json().code).toBe('IDEMPOTENCY_MISMATCH')
    const { rows } = await scene.owner.query('select count(*)::int as count from care.visits where case_id = $1', [opened.id])
    expect(rows[0].count).toBe(1)
    const kept = await scene.owner.query(`select answer::text as answer from platform.idempotency_keys`)
    expect(kept.rows.some(({ answer }) => answer.includes('绝密'))).toBe(false)
  })

  it('takes at most six statements between begin and commit', async () => {
    const opened = await paired('张十三')
    const before = sent
    await scene.visit(opened.id, { madeOn: '2026-03-15' })
    // begin and commit apart: the session, the case, and everything that is written – with the answer kept under a key – as one.
    expect(sent - before - 2).toBe(3)
  })
})
