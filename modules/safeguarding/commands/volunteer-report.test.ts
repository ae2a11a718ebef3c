import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endPairing } from '#modules/care/commands/pairings/end-pairing.ts'
import { openCareScene, type CareScene } from '#modules/care/commands/steps/sample-scene.ts'
import { getReportingGuide } from '../queries/get-reporting-guide.ts'
import { fileReport } from './file-report.ts'
import { sampleReport } from './steps/sample-report.ts'

// 吴老师 is a volunteer of 东街镇; the children live in 东一村 of that town.
describe('a report of a volunteer', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 5 })
  })
  afterAll(() => scene.close())
  const file = (childId?: string) => scene.as('吴老师', (context) => fileReport(context, sampleReport(childId === undefined ? {} : { childId, description: '' })))

  it('names a child of a pairing that lasts, or none', async () => {
    const own = await scene.open('张一')
    await scene.pair(own.id, wu)
    expect((await scene.as('吴老师', (context) => getReportingGuide(context, { childId: own.childId }))).childLabel).toBe('张某 · 6—13岁')
    expect((await file(own.childId)).toldCount).toBe(1)
    expect((await file()).toldCount).toBe(1)
  })

  it('names no other child of the town: it is not found, and neither is who it is', async () => {
    const other = await scene.open('张二')
    await expect(file(other.childId)).rejects.toThrow('NOT_FOUND')
    await expect(scene.as('吴老师', (context) => getReportingGuide(context, { childId: other.childId }))).rejects.toThrow('NOT_FOUND')
    expect((await scene.as('孙主任', (context) => fileReport(context, sampleReport({ childId: other.childId, description: '' })))).toldCount).toBe(1)
  })

  it('names a child no more once the pairing is over', async () => {
    const former = await scene.open('张三')
    const pairing = await scene.pair(former.id, wu)
    await scene.as('赵干事', (context) => endPairing(context, { id: pairing.id, version: 1, untilOn: '2026-03-15', reason: '工作调整' }))
    await expect(file(former.childId)).rejects.toThrow('NOT_FOUND')
  })
})
