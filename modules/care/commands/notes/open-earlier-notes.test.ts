import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { openEarlierNotes } from './open-earlier-notes.ts'

// What opening does is told beside handing over; here who may.
let scene: CareScene
beforeAll(async () => { scene = await openCareScene() })
afterAll(() => scene.close())

it('earlier notes are opened by an office only, and the neighbour finds no case', async () => {
  const { id, version } = await scene.open('张一')
  const open = (by: Parameters<CareScene['as']>[0]) => scene.as(by, (context) => openEarlierNotes(context, { id, version }))
  for (const by of ['孙主任', '吴老师', '郑部长', '系统员'] as const) await expect(open(by)).rejects.toThrow('FORBIDDEN')
  await expect(open('王组长')).rejects.toThrow('NOT_FOUND')
})
