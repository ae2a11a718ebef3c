import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAidScene, type AidScene } from '#modules/aid/commands/steps/sample-aid.ts'
import { offerAct } from '#modules/aid/commands/acts/offer-act.ts'
import { voidAct } from '#modules/aid/commands/acts/void-act.ts'
import { getWish } from '#modules/aid/queries/get-wish.ts'
import { openTestCity } from '#tests/city/open.ts'
import { getOwnPage } from '../../queries/own/get-own-page.ts'
import { linkDonor } from '../donors/link-donor.ts'
import { openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { claimOwnWish } from './claim-own-wish.ts'
import { releaseOwnClaim } from './release-own-claim.ts'

describe('a donor who steps back from a wish claimed by itself', () => {
  let aid: AidScene
  let scene: GiftScene
  beforeAll(async () => {
    const city = await openTestCity()
    ;[aid, scene] = [await openAidScene(city), await openGiftScene(city)]
    const donor = await scene.donor({ name: '钟先生', phone: '13700009999', isAnother: true })
    await scene.as('金专员', (context) => linkDonor(context, { id: donor.id, version: donor.version, signInName: 'liang' }))
  })
  afterAll(() => aid.close())
  const claims = async () => (await scene.as('梁经理', getOwnPage)).claims
  const look = (id: string) => aid.as('赵干事', (context) => getWish(context, { id }))
  const stepBack = (id: string) => scene.as('梁经理', (context) => releaseOwnClaim(context, { id, reason: 'not-to-be-had' }))
  /** A wish the donor claimed just now, and what the donor and the public know it by. */
  const claimed = async () => {
    const { id, caseId } = await aid.publishedWish()
    const publication = (await look(id)).published?.id ?? ''
    await scene.as('梁经理', (context) => claimOwnWish(context, { id: publication }))
    return { id, caseId, publication, claimId: (await claims())[0]?.id ?? '' }
  }

  it('leaves the wish free at once, and another claims it, even the same donor', async () => {
    const { id, publication, claimId } = await claimed()
    expect(await stepBack(claimId)).toEqual({ id: claimId })
    expect(await look(id)).toMatchObject({ status: 'published', claimUntilOn: null, published: { status: 'open' }, may: { claim: true } })
    expect((await scene.as('梁经理', getOwnPage)).wishes.map((wish) => wish.id)).toContain(publication)
    expect((await claims())[0]).toMatchObject({ id: claimId, status: 'released', endedOn: '2026-03-16' })
    await scene.as('梁经理', (context) => claimOwnWish(context, { id: publication }))
    expect((await claims())[0]).toMatchObject({ status: 'living' })
  })

  it('says why, and the office that was told of the claim is told of that', async () => {
    const { id, claimId } = await claimed()
    await stepBack(claimId)
    expect(await scene.audits('wish-claim.released', id)).toBe(1)
    await aid.run()
    const { rows } = await scene.owner.query(`select n.title, n.body from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_id = $1 and a.sign_in_name = 'zhao' and n.title like '%退认'`, [id])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ body: '原因：买不到。心愿已重新开放认领，不用再等这位捐赠人。' })
  })

  it('does so once, and not where it was never the own claim', async () => {
    const { id, publication, claimId } = await claimed()
    const answers = await Promise.allSettled([stepBack(claimId), stepBack(claimId)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(stepBack(claimId)).rejects.toMatchObject({ code: 'CLAIM_ENDED' })
    await expect(stepBack(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(stepBack(publication)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const recorded = await aid.claimedWish()
    const { rows: [other] } = await scene.owner.query('select id from aid.claims where wish_id = $1', [recorded.id])
    await expect(stepBack(other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as('金专员', (context) => releaseOwnClaim(context, { id: claimId, reason: 'other' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('comes too late once the office recorded the goods, until that is voided', async () => {
    const { id, caseId, claimId } = await claimed()
    const act = await aid.as('孙主任', (context) => offerAct(context, { caseId, wishId: id, kind: 'study', reach: 'child', isCourtesyCall: false, words: '',
      shares: [{ payerKind: 'person', payerName: '钟先生', form: 'goods', item: '书包', quantity: 1, countedIn: '个', amount: 12_000 }] }))
    await expect(stepBack(claimId)).rejects.toMatchObject({ code: 'AID_BEGUN' })
    expect(await look(id)).toMatchObject({ status: 'claimed' })
    await aid.as('赵干事', (context) => voidAct(context, { id: act.id, version: act.version, reason: '捐赠人买不到了' }))
    await stepBack(claimId)
    expect(await look(id)).toMatchObject({ status: 'published' })
  })
})
