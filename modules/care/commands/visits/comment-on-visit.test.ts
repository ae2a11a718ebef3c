import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctChild } from '#modules/children/commands/correct-child.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { careModule } from '../../module.ts'
import { getVisit } from '../../queries/get-visit.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { voidVisit } from '../void-visit.ts'
import { endPairing } from '../pairings/end-pairing.ts'
import { commentOnVisit } from './comment-on-visit.ts'

describe('what follows a visit', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', capacity: 20, account: '吴老师' })
  })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const comment = (id: string, by: By = '赵干事') => scene.as(by, (context) => commentOnVisit(context, { id, text: '秘密：谢谢您冒雨去看孩子' }))
  const notices = async (id: string, verb: string) => (await scene.owner.query(
    `select a.person_name, n.title, n.done_at is not null as is_done from notices.notices n join accounts.accounts a on a.city_id = n.city_id
       and a.id = n.recipient_account_id where n.source_id = $1 and n.source_verb = $2 order by 1`, [id, verb])).rows

  it('a comment is sealed, read by the volunteer who went, who is told without its words', async () => {
    const opened = await scene.open('张一')
    await scene.pair(opened.id, wu)
    const visit = await scene.visit(opened.id, { by: '吴老师', note: '平安', withWorker: true })
    await comment(visit.id)
    const read = await scene.as('吴老师', (context) => getVisit(context, { id: visit.id }))
    expect(read.comments).toMatchObject([{ text: '秘密：谢谢您冒雨去看孩子', commentedName: '赵干事' }])
    expect((await scene.as('郑部长', (context) => getVisit(context, { id: visit.id }))).comments).toMatchObject([{ text: null }])
    await runJobsInline(scene, [careModule])
    expect(await notices(visit.id, 'visit.commented')).toEqual([{ person_name: '吴老师', title: '您的走访收到一条留言', is_done: false }])
    const { rows } = await scene.owner.query(`select encode(sealed_text, 'escape') as sealed from care.visit_comments where visit_id = $1`, [visit.id])
    expect(rows[0].sealed).not.toContain('谢谢')
  })

  it('names no address and no number, neither any nor that of the child’s own file', async () => {
    const opened = await scene.open('张八')
    await scene.as('孙主任', (context) => correctChild(context, { id: opened.childId, version: 1, address: '老槐树下第二家' }))
    const visit = await scene.visit(opened.id, { volunteerIds: [] })
    const say = (text: string) => scene.as('赵干事', (context) => commentOnVisit(context, { id: visit.id, text }))
    for (const [text, word] of [['请再去三组12号看看', '三组12号'], ['打13900001234问问', '13900001234'], ['还是老槐树下第二家', '老槐树下第二家']] as const) {
      await expect(say(text), text).rejects.toMatchObject({
        code: 'INVALID_INPUT', data: { issues: [{ path: ['text'], message: `“${word}”像是住址或号码，会留在志愿者的手机里，请改写后再留言。` }] } })
    }
    for (const text of ['辛苦了，张八今天很高兴', '2026-03-16 14:30那次谢谢您']) await expect(say(text), text).resolves.toBeDefined()
    expect(await scene.audits('visit.commented', visit.id)).toBe(2)
  })

  it('names nobody else by the whole name: no guardian, no other child with whom who went is or was paired', async () => {
    const [opened, now, before] = [await scene.open('赵小满'), await scene.open('高兴国'), await scene.open('章一')]
    await scene.open('孙远方')
    await scene.pair(opened.id, wu)
    await scene.pair(now.id, wu)
    const ended = await scene.pair(before.id, wu)
    await scene.as('赵干事', (context) => endPairing(context, { id: ended.id, version: ended.version, untilOn: '2026-03-01', reason: '孩子搬家' }))
    const visit = await scene.visit(opened.id, { by: '吴老师', withWorker: true })
    const say = (text: string) => scene.as('赵干事', (context) => commentOnVisit(context, { id: visit.id, text }))
    for (const [text, word] of [['请转告李桂花奶奶', '李桂花'], ['高兴国也想您', '高兴国'], ['高 兴 国也想您', '高兴国'], ['章一那边多谢您', '章一']] as const) {
      await expect(say(text), text).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['text'],
        message: `“${word}”像是家人或其他孩子的姓名，会留在志愿者的手机里，请改用称呼再留言，如“奶奶”“那个孩子”。` }] } })
    }
    // The child itself, words that are part of a name, names masked, and a child whom nobody who went was paired with.
    for (const text of ['赵小满今天很高兴，桂花开了', '奶奶和章某都问您好', '孙远方不归您走访']) await expect(say(text), text).resolves.toBeDefined()
  })

  it('may name the child who was visited, even where another child is called so or by a part of it', async () => {
    const [opened, same, part] = [await scene.open('钱多多'), await scene.open('钱多多'), await scene.open('钱多')]
    for (const { id } of [opened, same, part]) await scene.pair(id, wu)
    const visit = await scene.visit(opened.id, { by: '吴老师', withWorker: true })
    const say = (text: string) => scene.as('赵干事', (context) => commentOnVisit(context, { id: visit.id, text }))
    await expect(say('钱多多进步了')).resolves.toBeDefined()
    await expect(say('钱多多和钱多都进步了')).rejects.toThrow('INVALID_INPUT')
  })

  it('nothing is said about a visit that was a mistake, nor by a volunteer, a leader or the neighbour', async () => {
    const opened = await scene.open('张二')
    const visit = await scene.visit(opened.id, { volunteerIds: [] })
    for (const by of ['吴老师', '郑部长'] as const) await expect(comment(visit.id, by)).rejects.toThrow('FORBIDDEN')
    await expect(comment(visit.id, '王组长')).rejects.toThrow('NOT_FOUND')
    await scene.as('孙主任', (context) => voidVisit(context, { id: visit.id, version: 1, reason: '重复录入' }))
    await expect(comment(visit.id)).rejects.toThrow('VISIT_VOIDED')
  })

  it('two in a row that met nobody are a task for the office, once, until somebody was met', async () => {
    const opened = await scene.open('张三')
    const attempt = (madeOn: string) => scene.visit(opened.id, { outcome: 'attempted', minutes: 0, madeOn, volunteerIds: [] })
    await attempt('2026-03-10')
    await runJobsInline(scene, [careModule])
    expect(await notices(opened.id, 'escalate-visits')).toEqual([])
    await attempt('2026-03-11')
    await attempt('2026-03-12')
    await runJobsInline(scene, [careModule])
    expect(await notices(opened.id, 'escalate-visits')).toEqual([{ person_name: '赵干事', title: '连续两次走访未见到张某，请核实情况', is_done: false }])
    await scene.visit(opened.id, { madeOn: '2026-03-13', volunteerIds: [] })
    await runJobsInline(scene, [careModule])
    expect((await notices(opened.id, 'escalate-visits'))[0].is_done).toBe(true)
  })
})
