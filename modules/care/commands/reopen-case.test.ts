import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from './close-case.ts'
import { openCase } from './open-case.ts'
import { reopenCase } from './reopen-case.ts'
import { openCareScene, scoresOf, type CareScene } from './steps/sample-scene.ts'

describe('taking up a closed case again', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const closed = async (name: string) => {
    const opened = await scene.open(name)
    await scene.visit(opened.id, { volunteerIds: [] })
    return scene.as('赵干事', (context) => closeCase(context, { id: opened.id, version: 1, reason: 'solved', result: '' }))
  }
  const reopen = (of: { id: string; version: number }, by: Parameters<CareScene['as']>[0] = '赵干事') =>
    scene.as(by, (context) => reopenCase(context, { id: of.id, version: of.version, reason: '又出现困难' }))

  it('counts it as open and reopened from today, and visits are due anew', async () => {
    const before = await closed('张一')
    expect(await reopen(before)).toMatchObject({ status: 'open', closedOn: null, nextVisitDueOn: '2026-04-15', version: 3 })
    expect(
      [await scene.counted(before.id, 'case.open'), await scene.counted(before.id, 'case.reopened'), await scene.counted(before.id, 'case.opened')]
    ).toEqual([1, 1, 1])
    expect(await scene.counted(before.id, 'case.risk.yellow')).toBe(1)
    expect(await scene.audits('child-case.reopened', before.id)).toBe(1)
  })

  it('is not possible while it is open, while another is open, or without consent', async () => {
    const [one, two] = [await closed('张二'), await closed('张三')]
    const again = await reopen(one)
    await expect(reopen(again)).rejects.toThrow('CASE_NOT_CLOSED')
    const other = await scene.as('赵干事', (context) => openCase(context, { childId: two.childId, need: '', scores: scoresOf.green }))
    await expect(reopen(two)).rejects.toMatchObject({ code: 'CASE_ALREADY_OPEN', data: { caseId: other.id } })
    const three = await closed('张四')
    await scene.owner.query('update children.children set has_service_consent = false where id = $1', [three.childId])
    await expect(reopen(three)).rejects.toMatchObject({ code: 'CONSENT_MISSING', data: { childId: three.childId } })
  })

  it('is refused to a volunteer and not found by the neighbour', async () => {
    const before = await closed('张五')
    await expect(reopen(before, '吴老师')).rejects.toThrow('FORBIDDEN')
    await expect(reopen(before, '王组长')).rejects.toThrow('NOT_FOUND')
    await expect(reopen({ id: before.id, version: 1 })).rejects.toThrow('STALE')
  })
})
