import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChildFields } from '#modules/children/index.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { careModule } from '../../module.ts'
import { listPairingCandidates } from '../../queries/list-pairing-candidates.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'

describe('pairing a volunteer with a child', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 2 })
  })
  afterAll(() => scene.close())

  it('counts the pair, the child and the volunteer from its first day', async () => {
    const volunteer = await scene.volunteer({ name: '尤老师', unit: '99010010001' })
    const opened = await scene.open('张一')
    const pairing = await scene.pair(opened.id, volunteer)
    expect(pairing).toMatchObject({ volunteerName: '尤老师', role: 'primary', fromOn: '2026-02-01', untilOn: null })
    for (const measure of ['pairing.active', 'pairing.child', 'pairing.volunteer', 'pairing.made']) {
      expect([measure, await scene.counted(pairing.id, measure, '2026-01-31'), await scene.counted(pairing.id, measure)]).toEqual([measure, 0, 1])
    }
    const { rows } = await scene.owner.query(`select subject_id, label from figures.facts where record_id = $1 and measure = 'pairing.volunteer'`, [pairing.id])
    expect(rows).toEqual([{ subject_id: volunteer, label: '张某 · 尤老师' }])
    expect(await scene.audits('pairing.made', pairing.id)).toBe(1)
  })

  it('is refused where the intervals of one pair overlap, the volunteer is full, or the clearance ends too soon', async () => {
    const [one, two, three] = [await scene.open('张二'), await scene.open('张三'), await scene.open('张四')]
    await scene.pair(one.id, wu)
    await expect(scene.pair(one.id, wu, { fromOn: '2026-03-01' })).rejects.toMatchObject(
      { code: 'ALREADY_PAIRED', data: { fromOn: '2026-02-01', untilOn: null } }
    )
    await scene.pair(two.id, wu)
    await expect(scene.pair(three.id, wu)).rejects.toMatchObject({ code: 'NO_CAPACITY', data: { capacity: 2, onDay: '2026-02-01' } })
    const expiring = await scene.volunteer({ name: '冉老师', unit: '99010010001', clearedUntilOn: '2026-03-17' })
    await expect(scene.pair(three.id, expiring, { fromOn: '2026-03-16' })).rejects.toMatchObject(
      { code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-03-17' } }
    )
    expect(await scene.pair(three.id, expiring, { fromOn: '2026-03-16', untilOn: '2026-03-17' })).toMatchObject({ untilOn: '2026-03-17' })
  })

  it('has one primary at a time: a second one is refused with the name of the first, a helper and a later primary are not', async () => {
    const { id } = await scene.open('张重')
    const [first, second] = [await scene.volunteer({ name: '孔老师', unit: '99010010001' }), await scene.volunteer({ name: '曹老师', unit: '99010010001' })]
    await scene.pair(id, first, { fromOn: '2026-02-01', untilOn: '2026-03-20' })
    await expect(scene.pair(id, second, { fromOn: '2026-03-20' })).rejects.toMatchObject({ code: 'PRIMARY_EXISTS', data: { name: '孔老师' } })
    expect(await scene.pair(id, second, { fromOn: '2026-02-01', untilOn: '2026-03-10', role: 'helper' })).toMatchObject({ role: 'helper' })
    expect(await scene.pair(id, second, { fromOn: '2026-03-21' })).toMatchObject({ fromOn: '2026-03-21' })
  })

  it('counts the children of other places too: a full volunteer is full for everybody', async () => {
    const volunteer = await scene.volunteer({ name: '秦老师', unit: '990100100010001', capacity: 1 })
    const [far, near] = [await scene.open('李一', { by: '周主任' }), await scene.open('李二')]
    await scene.pair(far.id, volunteer)
    await expect(scene.pair(near.id, volunteer, { by: '孙主任' })).rejects.toThrow('NO_CAPACITY')
  })

  it('made twice at the same moment takes one place only', async () => {
    const volunteer = await scene.volunteer({ name: '严老师', unit: '99010010001', capacity: 1 })
    const [one, two] = [await scene.open('张五'), await scene.open('张六')]
    const outcomes = await Promise.allSettled([scene.pair(one.id, volunteer), scene.pair(two.id, volunteer)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('opens to the volunteer what a visit needs, once the job ran, and twice is harmless', async () => {
    const opened = await scene.open('张七')
    const helper = await scene.volunteer({ name: '沈老师', unit: '99010010001', account: '沈老师', capacity: 5 })
    await scene.owner.query(`update accounts.grants set scope_code = '990100100010000000', unit_id = $1 where account_id = $2`,
      [await scene.unitId('99010010001'), await scene.accountId('沈老师')])
    await scene.pair(opened.id, helper)
    await runJobsInline(scene, [careModule])
    const file = await scene.as('沈老师', (context) => openChildFields(context, { childId: opened.childId, fields: ['name', 'address'], purpose: 'visit' }))
    expect(file.name).toBe('张七')
  })

  it('is offered in the order of what is possible, with the reason where it is not', async () => {
    const opened = await scene.open('张八')
    const candidates = await scene.as('赵干事', (context) => listPairingCandidates(context, { id: opened.id, limit: 50, role: 'primary', fromOn: '2026-03-16' }))
    const firstHindered = candidates.items.findIndex(({ obstacle }) => obstacle !== null)
    expect(candidates.items.slice(firstHindered).every(({ obstacle }) => obstacle !== null)).toBe(true)
    expect(candidates.items.find(({ name }) => name === '吴老师')).toMatchObject({ load: 2, capacity: 2, obstacle: '结对名额已满（2名）' })
    expect(candidates.items.find(({ name }) => name === '冉老师')?.obstacle).toContain('准入查询2026年3月17日到期')
    for (const { volunteerId } of candidates.items.slice(0, firstHindered).slice(0, 2)) {
      const other = await scene.open('候选')
      await expect(scene.pair(other.id, volunteerId, { fromOn: '2026-03-16' })).resolves.toBeDefined()
    }
  })

  it('is known to the register of volunteers: an undone import leaves who is paired', async () => {
    const imported = await scene.volunteer({ name: '水老师', unit: '99010010001' })
    await scene.pair((await scene.open('张十')).id, imported)
    const { rows } = await scene.owner.query('select is_referred from volunteers.volunteers where id = $1', [imported])
    expect(rows).toEqual([{ is_referred: true }])
  })

  it('is for the office and the care worker; the neighbour finds neither case nor volunteer', async () => {
    const opened = await scene.open('张九')
    for (const by of ['郑部长', '吴老师', '安全员'] as const) await expect(scene.pair(opened.id, wu, { by })).rejects.toThrow('FORBIDDEN')
    await expect(scene.pair(opened.id, wu, { by: '王组长' })).rejects.toThrow('NOT_FOUND')
    const foreign = await scene.volunteer({ name: '北老师', unit: '99010020001' })
    await expect(scene.pair(opened.id, foreign)).rejects.toThrow('NOT_FOUND')
  })
})
