import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAidScene, type AidScene } from '#modules/aid/commands/steps/sample-aid.ts'
import { openClaim } from '#modules/aid/commands/wishes/open-claim.ts'
import { getWish } from '#modules/aid/queries/get-wish.ts'
import { withdrawWish } from '#modules/aid/commands/wishes/withdraw-wish.ts'
import { openTestCity } from '#tests/city/open.ts'
import { getOwnPage } from '../../queries/own/get-own-page.ts'
import { linkDonor } from '../donors/link-donor.ts'
import { openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { claimOwnWish } from './claim-own-wish.ts'

describe('a donor who claims a wish', () => {
  let aid: AidScene
  let scene: GiftScene
  beforeAll(async () => {
    const city = await openTestCity()
    ;[aid, scene] = [await openAidScene(city), await openGiftScene(city)]
  })
  afterAll(() => aid.close())
  const page = () => scene.as('梁经理', getOwnPage)
  const claim = (id: string) => scene.as('梁经理', (context) => claimOwnWish(context, { id }))
  const look = (id: string) => aid.as('赵干事', (context) => getWish(context, { id }))
  /** What the public knows it by. */
  const publish = async () => {
    const { id } = await aid.publishedWish()
    return { id, publication: (await look(id)).published?.id ?? '' }
  }

  it('has to be one whom the foundation knows', async () => {
    const { publication } = await publish()
    await expect(claim(publication)).rejects.toMatchObject({ code: 'NOT_LINKED' })
    await expect(scene.as('金专员', (context) => claimOwnWish(context, { id: publication }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const donor = await scene.donor({ name: '钟先生', phone: '13700009999', isAnother: true })
    await scene.as('金专员', (context) => linkDonor(context, { id: donor.id, version: donor.version, signInName: 'liang' }))
  })

  it('takes it on until a day, and the office learns who it is, the donor nothing of the child', async () => {
    const { id, publication } = await publish()
    expect(await claim(publication)).toEqual({ id: publication })
    const [held, { claims, wishes }] = [await look(id), await page()]
    expect(held).toMatchObject({ status: 'claimed', donorKind: 'person', claimUntilOn: '2026-04-15', published: { status: 'claimed' }, may: { release: true } })
    expect(claims).toMatchObject([{ status: 'living', text: '想要一个蓝色的书包', untilOn: '2026-04-15', endedOn: null, thanks: null }])
    expect(wishes.map((wish) => wish.id)).not.toContain(publication)
    expect(JSON.stringify(claims)).not.toContain(id)
    expect(JSON.stringify(claims)).not.toContain(held.childId)
    expect(await aid.as('赵干事', (context) => openClaim(context, { id }))).toEqual({ name: '钟先生', contact: '13700009999' })
    expect(await scene.audits('wish.claimed', id)).toBe(1)
    await aid.run()
    const { rows } = await scene.owner.query(`select n.title from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_id = $1 and a.sign_in_name = 'zhao' and n.title like '%网上认领'`, [id])
    expect(rows).toHaveLength(1)
  })

  it('sees what became of it: it came to nothing, or the wish was withdrawn', async () => {
    const [lapsed, withdrawn] = [await publish(), await publish()]
    await claim(lapsed.publication)
    await claim(withdrawn.publication)
    await scene.owner.query(`update aid.claims set status = 'lapsed', ended_on = '2026-03-16' where wish_id = $1`, [lapsed.id])
    await scene.owner.query(`update aid.wishes set status = 'published' where id = $1`, [lapsed.id])
    await aid.as('孙主任', async (context) => withdrawWish(context, { id: withdrawn.id, version: (await look(withdrawn.id)).version, answer: '家里买了' }))
    expect((await page()).claims.slice(0, 2)).toMatchObject([{ status: 'released', text: null, area: null }, { status: 'lapsed', endedOn: '2026-03-16' }])
  })

  it('comes too late where somebody else was first, or the wish is not on the wall any more', async () => {
    const { id, publication } = await publish()
    const answers = await Promise.allSettled([claim(publication), claim(publication)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(claim(publication)).rejects.toMatchObject({ code: 'WISH_TAKEN' })
    // The id of the wish itself, of which a donor cannot know, opens nothing.
    await expect(claim(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const silent = await publish()
    const { childId } = await look(silent.id)
    await scene.owner.query(`update children.consents set withdrawn_on = '2026-03-16' where child_id = $1 and kind = 'publication'`, [childId])
    await expect(claim(silent.publication)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('takes on five at a time', async () => {
    const living = (await page()).claims.filter(({ status }) => status === 'living').length
    for (let more = living; more < 5; more++) await claim((await publish()).publication)
    await expect(claim((await publish()).publication)).rejects.toMatchObject({ code: 'TOO_MANY_CLAIMS' })
  })
})
