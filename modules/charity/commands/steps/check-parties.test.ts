import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRelatedParty } from '#modules/duties/commands/relations/add-related-party.ts'
import { getAgreement } from '../../queries/agreements/get-agreement.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { recordAgreement } from '../agreements/record-agreement.ts'
import { creditCodeOf, openGiftScene, type GiftScene } from './sample-gifts.ts'

describe('whether a donor is a related party', () => {
  let scene: GiftScene
  beforeAll(async () => {
    scene = await openGiftScene()
    const party = { bookId: scene.books.bookId, words: '章程载明', fromOn: '2025-01-01' }
    await scene.as('金专员', (context) => addRelatedParty(context, { ...party, kind: 'enterprise', name: '远山实业', creditCode: creditCodeOf(1), ground: 'founder' }))
    await scene.as('金专员', (context) => addRelatedParty(context, { ...party, kind: 'person', name: '司马长风', ground: 'relative' }))
  })
  afterAll(() => scene.close())
  const checkOf = async (giftId: string) => (await scene.as('金专员', (context) => getGift(context, { id: giftId }))).partyCheck

  it('is looked at when a gift is confirmed, by credit code, and stands beside the gift', async () => {
    const donor = await scene.donor({ kind: 'enterprise', name: '远山实业集团', creditCode: creditCodeOf(1), phone: undefined })
    const draft = await scene.draft({ donorId: donor.id })
    expect(await checkOf(draft.id)).toBeNull()
    await scene.confirm(draft)
    expect(await checkOf(draft.id)).toMatchObject({ checkedOn: '2026-03-16', matches: [{ ground: 'founder', matchedBy: 'code' }] })
  })

  it('is looked at by the whole name of a person, which is kept nowhere in the finding', async () => {
    const gift = await scene.gift({ donorId: (await scene.donor({ name: '司马长风' })).id })
    expect(await checkOf(gift.id)).toMatchObject({ matches: [{ ground: 'relative', matchedBy: 'name' }] })
    const { rows } = await scene.owner.query('select row_to_json(k)::text as text from charity.party_checks k')
    expect(rows.map(({ text }) => String(text)).join(' ')).not.toMatch(/司马|长风/)
  })

  it('says so when nothing is found, and says nothing of an anonymous donor', async () => {
    expect(await checkOf((await scene.gift()).id)).toEqual({ checkedOn: '2026-03-16', matches: [] })
    const anonymous = await scene.donor({ kind: 'anonymous', name: undefined, phone: undefined })
    expect(await checkOf((await scene.gift({ donorId: anonymous.id })).id)).toBeNull()
  })

  it('is looked at when an agreement is recorded', async () => {
    const donor = await scene.donor({ name: '司马长风', phone: undefined, isAnother: true })
    const { id } = await scene.as('金专员', (context) => recordAgreement(context, { donorId: donor.id, kind: 'agreement', title: '助学', signedOn: '2026-03-02',
      fundId: scene.books.schooling, purpose: '助学', instalments: [{ dueOn: '2026-09-01', amount: 100_000 }] }))
    expect((await scene.as('金专员', (context) => getAgreement(context, { id }))).partyCheck).toMatchObject({ matches: [{ ground: 'relative' }] })
  })
})
