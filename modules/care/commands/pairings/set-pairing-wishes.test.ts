import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listPairingCandidates } from '../../queries/list-pairing-candidates.ts'
import { getCase } from '../../queries/get-case.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { setPairingWishes } from './set-pairing-wishes.ts'

describe('what a family wishes of the volunteer', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const set = (opened: { id: string; version: number }, by: By = '孙主任') => scene.as(by, (context) => setPairingWishes(
    context, { id: opened.id, version: opened.version, sex: 'female', languages: ['粤语'], skills: ['书法'] }))
  const candidates = (id: string) => scene.as('赵干事', (context) => listPairingCandidates(context, { id, limit: 50, role: 'primary' }))

  it('stands in the case and puts whoever meets it in front; nobody is barred', async () => {
    const opened = await scene.open('张一')
    const plain = await scene.volunteer({ name: '平老师', unit: '990100100010001' })
    const fitting = await scene.volunteer({ name: '元老师', unit: '99010010001' })
    await scene.owner.query(`update volunteers.volunteers set skills = '{粤语,书法}' where id = $1`, [fitting])
    expect((await candidates(opened.id)).items[0]?.id).toBe(plain)
    await set(opened)
    expect((await scene.as('孙主任', (context) => getCase(context, { id: opened.id }))).wishes).toEqual({ sex: 'female', languages: ['粤语'], skills: ['书法'] })
    expect((await candidates(opened.id)).items.slice(0, 2)).toMatchObject([
      { id: fitting, fits: ['女志愿者', '会粤语', '书法'], lacks: [], distance: 'town', obstacle: null },
      { id: plain, fits: ['女志愿者'], lacks: ['会粤语', '书法'], distance: 'village', obstacle: null }])
    expect(await scene.audits('pairing-wishes.set', opened.id)).toBe(1)
    await expect(set(opened)).rejects.toThrow('STALE')
  })

  it('comes after brothers and sisters: who goes to one of them is shown first', async () => {
    const [one, other] = [await scene.open('李一'), await scene.open('李二')]
    await scene.owner.query(
      'update children.children set household_id = (select household_id from children.children where id = $1) where id = $2', [one.childId, other.childId])
    const known = await scene.volunteer({ name: '熟老师', unit: '99010010001' })
    await scene.pair(one.id, known)
    expect((await candidates(other.id)).items[0]).toMatchObject({ id: known, siblings: 1 })
  })

  it('says of a clearance that expires tomorrow when it expires', async () => {
    const opened = await scene.open('张三')
    const tomorrow = await scene.volunteer({ name: '明老师', unit: '99010010001', clearedUntilOn: '2026-03-17' })
    const found = (await candidates(opened.id)).items.find(({ id }) => id === tomorrow)
    expect(found?.obstacle).toBe('准入查询2026年3月17日到期，不够覆盖结对期间')
    await expect(scene.pair(opened.id, tomorrow, { fromOn: '2026-03-16' })).rejects.toMatchObject(
      { code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-03-17' } })
    expect(await scene.pair(opened.id, tomorrow, { fromOn: '2026-03-16', untilOn: '2026-03-17' })).toMatchObject({ untilOn: '2026-03-17' })
  })

  it('is refused to a volunteer and a leader and not found by the neighbour', async () => {
    const opened = await scene.open('张四')
    for (const by of ['吴老师', '郑部长'] as const) await expect(set(opened, by)).rejects.toThrow('FORBIDDEN')
    await expect(set(opened, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
