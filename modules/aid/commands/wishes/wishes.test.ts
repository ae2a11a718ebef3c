import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonName } from '#tests/city/people.ts'
import { getWish } from '../../queries/get-wish.ts'
import { listPublishedWishes } from '../../queries/list-published-wishes.ts'
import { giveAct } from '../acts/give-act.ts'
import { receiveAct } from '../acts/receive-act.ts'
import { voidAct } from '../acts/void-act.ts'
import { openAidScene, type AidScene } from '../steps/sample-aid.ts'
import { claimWish } from './claim-wish.ts'
import { closeWish } from './close-wish.ts'
import { decideWish } from './decide-wish.ts'
import { draftWish } from './draft-wish.ts'
import { openClaim } from './open-claim.ts'
import { releaseClaim } from './release-claim.ts'
import { thankForWish } from './thank-for-wish.ts'
import { updateWish } from './update-wish.ts'
import { withdrawWish } from './withdraw-wish.ts'

describe('small wishes', () => {
  let scene: AidScene
  beforeAll(async () => { scene = await openAidScene() })
  afterAll(() => scene.close())
  type Of = { id: string; version: number }
  const look = (id: string, by: PersonName = '赵干事') => scene.as(by, (context) => getWish(context, { id }))
  const wall = (by: PersonName = '赵干事') => scene.as(by, (context) => listPublishedWishes(context, { limit: 200 }))
  const decide = ({ id, version }: Of, by: PersonName, { approved = true, answer = '' } = {}) =>
    scene.as(by, (context) => decideWish(context, { id, version, approved, answer }))
  const withdraw = ({ id, version }: Of) => scene.as('孙主任', (context) => withdrawWish(context, { id, version, answer: '家里已经买了' }))
  /** Claims, gives and receives: the wish comes true. */
  const fulfil = async () => {
    const wish = await scene.claimedWish()
    const act = await scene.givenAct({ caseId: wish.caseId, wishId: wish.id })
    await scene.as('孙主任', (context) => receiveAct(context, {
      id: act.id, version: act.version, proof: 'unwanted', receivedOn: '2026-03-12', witnesses: [], unwantedReason: '不愿签字' }))
    return { wish: await look(wish.id), act }
  }

  it.each([
    ['小明想要书包', '小明', '孩子的姓名'], ['张、小、明想要书包', '张、小、明', '孩子的姓名'], ['奶奶李桂花想给孙子买鞋', '李桂花', '家长的姓名'],
    ['请打13800005678', '13800005678', '号码'], ['我住东一村三组12号', '东一村三组12号', '住址'], ['我在东街小学读书', '东街小学', '学校'],
    ['东街镇的孩子想要书包', '东街镇', '所在的村镇'],
  ])('may not let anybody recognise the child: %s', async (text, word, what) => {
    await expect(scene.wish({ text })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['text'] }] } })
    const refusal = await scene.wish({ text }).catch((error: { data: { issues: { message: string }[] } }) => error.data.issues[0]?.message)
    expect(refusal).toContain(`“${word}”会让人认出孩子（${what}）`)
  })

  it('are sealed until another person publishes them, under a consent to publication', async () => {
    const wish = await scene.wish({ amount: 8000 })
    const { rows: [row] } = await scene.owner.query('select row_to_json(w)::text as text from aid.wishes w where id = $1', [wish.id])
    expect(row.text).not.toContain('书包')
    expect(await look(wish.id, '郑部长')).toMatchObject({ text: null, published: null })
    expect(await look(wish.id)).toMatchObject({ text: '想要一个蓝色的书包', hasConsent: true, may: { decide: true, write: true } })
    const own = await scene.wish({}, '赵干事')
    await expect(decide(own, '赵干事')).rejects.toMatchObject({ code: 'OWN_WISH' })
    await expect(decide(own, '孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await decide(own, '李组长')).toMatchObject({ status: 'published', publishedOn: '2026-03-16' })
    expect(await scene.counted(own.id, 'wish.published')).toBe(1)
    const silent = await scene.wish({ caseId: (await scene.opened({ consents: ['service'] })).caseId })
    await expect(decide(silent, '赵干事')).rejects.toMatchObject({ code: 'PUBLICATION_CONSENT_MISSING' })
    expect(await look(silent.id)).toMatchObject({ status: 'draft', published: null })
  })

  it('stand on the wall without anything that leads to the child', async () => {
    const wish = await scene.publishedWish({ text: '想要一副新球拍', amount: 8800 })
    const shown = (await wall()).items.find(({ text }) => text === '想要一副新球拍')
    expect(Object.keys(shown ?? {}).toSorted()).toEqual(['ageBand', 'amountFen', 'area', 'id', 'publishedOn', 'status', 'text', 'thanks'])
    expect(shown).toMatchObject({ status: 'open', amountFen: 8800, thanks: null })
    expect(shown?.id).not.toBe(wish.id)
    const { rows: columns } = await scene.owner.query(`
      select column_name as name from information_schema.columns where table_schema = 'aid' and table_name = 'published_wishes'`)
    expect(columns.map(({ name }) => name).filter((name) => /child|case|unit|scope|label|donor|wish/.test(name))).toEqual([])
  })

  it('name the county only where five children of the age band live in it', async () => {
    // Nobody of fourteen or fifteen lives in 甲区 yet, nor elsewhere in the city.
    const teenager = { birthOn: '2011-05-20' }
    const texts: [string, string, string | null][] = []
    for (const number of [1, 2, 3, 4, 5]) {
      const { caseId } = await scene.opened({ change: teenager })
      await scene.publishedWish({ caseId, text: `想要一本书，第${number}本` })
      const shown = (await wall()).items.find(({ text }) => text === `想要一本书，第${number}本`)
      texts.push([String(number), shown?.area ?? '', shown?.ageBand ?? null])
    }
    expect(texts.map(([, area, band]) => [area, band])).toEqual([
      ['试验市', null], ['试验市', null], ['试验市', null], ['试验市', null], ['甲区', '14-15']])
    // The other county has one of the band; the city now has six.
    const { caseId } = await scene.opened({ change: teenager, by: '蒋主任' })
    const { id, version } = await scene.as('蒋主任', (context) => draftWish(context, { caseId, text: '想要一把吉他' }))
    await scene.as('卫干事', (context) => decideWish(context, { id, version, approved: true, answer: '' }))
    expect((await wall()).items.find(({ text }) => text === '想要一把吉他')).toMatchObject({ area: '试验市', ageBand: '14-15' })
  })

  it('are returned with what is to be changed; rewritten they are judged anew, and their last author does not publish them', async () => {
    const wish = await scene.wish()
    await expect(decide(wish, '赵干事', { approved: false })).rejects.toMatchObject({ data: { issues: [{ path: ['answer'] }] } })
    const back = await decide(wish, '赵干事', { approved: false, answer: '请写得具体些' })
    expect(await look(wish.id)).toMatchObject({ status: 'returned', answer: '请写得具体些' })
    const update = (text: string, by: PersonName, version: number) => scene.as(by, (context) => updateWish(context, { id: wish.id, version, text }))
    await expect(update('小明想要书包', '孙主任', back.version)).rejects.toMatchObject({ data: { issues: [{ path: ['text'] }] } })
    const again = await update('想要一个能装下画板的书包', '赵干事', back.version)
    expect(again).toMatchObject({ status: 'draft', authorName: '赵干事' })
    await expect(decide(again, '赵干事')).rejects.toMatchObject({ code: 'OWN_WISH' })
    const published = await decide(again, '李组长')
    await expect(update('别的', '孙主任', published.version)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('are claimed for a time by a donor whom only offices know, and who learns nothing', async () => {
    const wish = await scene.publishedWish()
    const claim = (by: PersonName, days?: number) => scene.as(by, (context) => claimWish(context, {
      id: wish.id, version: wish.version, donorKind: 'enterprise', name: '振兴纸业', contact: '王经理 13700001111', days }))
    await expect(claim('孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await claim('赵干事', 10)).toMatchObject({ status: 'claimed', claimUntilOn: '2026-03-26' })
    await expect(claim('赵干事')).rejects.toMatchObject({ code: 'WRONG_STATUS', data: { status: 'claimed' } })
    expect(await look(wish.id, '孙主任')).toMatchObject({ donorKind: 'enterprise', may: { openClaim: false, give: true } })
    const { rows: [row] } = await scene.owner.query('select row_to_json(c)::text as text from aid.claims c where wish_id = $1', [wish.id])
    expect(row.text).not.toContain('振兴纸业')
    expect(await scene.as('赵干事', (context) => openClaim(context, { id: wish.id }))).toEqual({ name: '振兴纸业', contact: '王经理 13700001111' })
    expect(await scene.audits('wish-claim.read', wish.id)).toBe(1)
    await expect(scene.as('郑部长', (context) => openClaim(context, { id: wish.id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const unclaimed = await scene.publishedWish()
    await expect(scene.as('赵干事', (context) => openClaim(context, { id: unclaimed.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are claimed for the city\'s own number of days', async () => {
    await scene.owner.query(`
      insert into platform.settings (city_id, name, valid_from, value, source) values ($1, 'aid.claim-days', '2026-03-01', '45', 'test')`, [scene.cityId])
    expect(await scene.claimedWish()).toMatchObject({ claimUntilOn: '2026-04-30' })
    await scene.owner.query(`delete from platform.settings where name = 'aid.claim-days'`)
    expect(await scene.claimedWish()).toMatchObject({ claimUntilOn: '2026-04-15' })
  })

  it('are released and withdrawn as long as no aid stands for them', async () => {
    const wish = await scene.claimedWish()
    const release = (of: Of) => scene.as('赵干事', (context) => releaseClaim(context, { id: of.id, version: of.version }))
    const act = await scene.act({ caseId: wish.caseId, wishId: wish.id })
    await expect(release(wish)).rejects.toMatchObject({ code: 'AID_BEGUN' })
    await expect(withdraw(wish)).rejects.toMatchObject({ code: 'AID_BEGUN' })
    await scene.as('赵干事', (context) => voidAct(context, { id: act.id, version: 1, reason: '未成行' }))
    const open = await release(wish)
    expect(open).toMatchObject({ status: 'published', claimUntilOn: null })
    expect((await look(wish.id)).published).toMatchObject({ status: 'open' })
    expect(await withdraw(open)).toMatchObject({ status: 'withdrawn', endedOn: '2026-03-16' })
    expect((await look(wish.id)).published).toBeNull()
  })

  it('come true when the act for them is received; without a claim no act is recorded for them', async () => {
    const unclaimed = await scene.publishedWish()
    await expect(scene.act({ caseId: unclaimed.caseId, wishId: unclaimed.id })).rejects.toMatchObject({ code: 'WISH_NOT_CLAIMED' })
    const { wish } = await fulfil()
    expect(wish).toMatchObject({ status: 'fulfilled', fulfilledOn: '2026-03-12', published: { status: 'fulfilled' } })
    expect(await scene.counted(wish.id, 'wish.fulfilled')).toBe(1)
    await expect(scene.act({ caseId: wish.caseId, wishId: wish.id })).rejects.toMatchObject({ code: 'WISH_NOT_CLAIMED' })
  })

  it('are open again when the act that fulfilled them is voided, and count no more', async () => {
    const { wish, act } = await fulfil()
    const closed = await scene.as('赵干事', (context) => closeWish(context, { id: wish.id, version: wish.version }))
    expect(closed).toMatchObject({ status: 'closed' })
    await scene.as('赵干事', (context) => voidAct(context, { id: act.id, version: 3, reason: '登记错了' }))
    expect(await look(wish.id)).toMatchObject({ status: 'published', fulfilledOn: null, endedOn: null, published: { status: 'open', thanks: null } })
    expect(await scene.counted(wish.id, 'wish.fulfilled')).toBe(0)
    expect(await scene.counted(wish.id, 'wish.published')).toBe(1)
  })

  it('close with words of thanks that name nobody and that another person has read', async () => {
    const { wish } = await fulfil()
    const thank = (thanks: string, by: PersonName = '赵干事', version = wish.version) => scene.as(by,
      (context) => thankForWish(context, { id: wish.id, version, thanks }))
    const close = (by: PersonName, version: number) => scene.as(by, (context) => closeWish(context, { id: wish.id, version }))
    await expect(thank('小明谢谢您')).rejects.toMatchObject({ data: { issues: [{ path: ['thanks'] }] } })
    const thanked = await thank('书包很漂亮，谢谢您')
    expect((await look(wish.id)).published?.thanks).toBeNull()
    await expect(close('赵干事', thanked.version)).rejects.toMatchObject({ code: 'OWN_THANKS' })
    await expect(close('孙主任', thanked.version)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await close('李组长', thanked.version)).toMatchObject({ status: 'closed', endedOn: '2026-03-16' })
    expect((await look(wish.id)).published?.thanks).toBe('书包很漂亮，谢谢您')
    await expect(thank('再次感谢', '赵干事', thanked.version + 1)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('are no business of volunteers and administrators, and of the neighbour they are not found', async () => {
    const wish = await scene.wish()
    for (const name of ['吴老师', '系统员', '安全员', '审计员', '冯科长'] as const) {
      await expect(look(wish.id, name), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(wall(name), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(look(wish.id, '钱干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(decide(wish, '钱干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as('孙主任', (context) => giveAct(context,
      { id: wish.id, version: 1, givenOn: '2026-03-10' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
