import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAwardScene, type AwardScene } from '../steps/sample-awards.ts'
import { runningProject } from '../steps/sample-projects.ts'
import { getProject } from '../../queries/projects/get-project.ts'
import { enterBeneficiary } from './enter-beneficiary.ts'
import { removeBeneficiary } from './remove-beneficiary.ts'

describe('those a project helps', () => {
  let scene: AwardScene
  beforeAll(async () => { scene = await openAwardScene() })
  afterAll(() => scene.close())

  it('are the child of an open case of the own range, once, and people outside by number', async () => {
    const { id } = await runningProject(scene, { sources: [{ fundId: scene.books.free, amount: 400_000 }] })
    const reached = async () => (await scene.as('金专员', (context) => getProject(context, { id }))).figures
    const { caseId } = await scene.opened()
    const enter = () => scene.as('孙主任', (context) => enterBeneficiary(context, { projectId: id, caseId }))
    const entered = await enter()
    expect(entered.isOutside).toBe(false)
    await expect(enter()).rejects.toMatchObject({ code: 'CHILD_COUNTED' })
    await expect(scene.as('蒋主任', (context) => enterBeneficiary(context, { projectId: id, caseId }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.as('赵干事', (context) => enterBeneficiary(context, { projectId: id, group: '东街小学三年级', peopleCount: 30 }))
    expect(await reached()).toMatchObject({ childCount: 1, outsideCount: 30 })
    await scene.as('孙主任', (context) => removeBeneficiary(context, { id: entered.id, reason: '登记错了' }))
    expect(await reached()).toMatchObject({ childCount: 0, outsideCount: 30 })
  })
})
