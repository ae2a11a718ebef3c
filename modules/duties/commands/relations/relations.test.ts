import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import { findRelatedGifts } from '../../jobs/find-related-gifts.ts'
import { listDisclosures } from '../../queries/disclosures/list-disclosures.ts'
import { listDealings, listRelatedGifts } from '../../queries/relations/dealings.ts'
import { searchRelations } from '../../queries/relations/find-relations.ts'
import { listRelatedParties } from '../../queries/relations/parties.ts'
import { openBoardScene, type BoardScene } from '../steps/sample-board.ts'
import { addRelatedParty } from './add-related-party.ts'
import { openRelatedParty } from './open-related-party.ts'
import { recordDealing } from './record-dealing.ts'
import { updateRelatedParty } from './update-related-party.ts'

const code = '91350100M000100Y43'

describe('related parties', () => {
  let scene: BoardScene
  beforeAll(async () => { scene = await openBoardScene() })
  afterAll(() => scene.close())
  const bookId = () => scene.books.bookId
  const add = (change: object = {}, by: PersonName = '金专员') => scene.as(by, (context) => addRelatedParty(context, {
    bookId: bookId(), kind: 'enterprise', name: '朱氏商贸', creditCode: code, ground: 'major-donor', words: '主要捐赠人', fromOn: '2025-01-01', ...change }))
  const search = async (asked: object) => (await scene.as('许会计', (context) => searchRelations(context, { bookId: bookId(), ...asked }))).items
    .map(({ name, ground, matchedBy }) => [name, ground, matchedBy])
  const gift = async (donor: { kind: 'enterprise' | 'person'; label: string; code?: string }, receivedOn: string) => {
    const { rows: [made] } = await scene.owner.query<{ id: string }>(`with donor as (
        insert into charity.donors (city_id, id, scope_code, unit_id, kind, label, credit_code, is_named, wrapped_key, sealed_identity, created_at, updated_at)
        select b.city_id, gen_random_uuid(), b.scope_code, b.unit_id, $3, $4, $5, false, '\\x00', '\\x00', now(), now() from ledger.books b
         where b.city_id = $1 and b.id = $2 returning id, scope_code, unit_id)
      insert into charity.gifts (city_id, id, scope_code, unit_id, book_id, donor_id, donor_kind, donor_label, form, amount_fen, fund_id, promised_on,
        received_on,
          status, channel, account_id, journal_id, trace_code, confirmed_name, made_name, created_at, updated_at)
        select $1, gen_random_uuid(), d.scope_code, d.unit_id, $2, d.id, $3, $4, 'money', 500000, $6, $7, $7, 'confirmed', 'bank', gen_random_uuid(),
          gen_random_uuid(), '1-' || upper(left(md5(d.id::text), 16)), '许会计', '金专员', now(), now() from donor d returning id`,
    [scene.cityId, bookId(), donor.kind, donor.label, donor.code ?? null, scene.books.funds.general, receivedOn])
    return made?.id ?? ''
  }
  const hits = async () => (await scene.as('金专员', (context) => listRelatedGifts(context, { bookId: bookId() }))).items
  const dealings = async () => (await scene.as('金专员', (context) => listDealings(context, { bookId: bookId() }))).items
  const due = async () => (await scene.as('金专员', (context) => listDisclosures(context, { state: 'open', bookId: bookId(), limit: 100 }))).items
    .filter(({ kind }) => kind === 'related-dealing').map(({ title, dueOn }) => [title, dueOn])
  const refused = (work: Promise<unknown>, of: string) => expect(work).rejects.toMatchObject({ code: of })

  it('stand on a list with ground and days; what is sealed of a person is opened on record', async () => {
    await add()
    const person = await add({ kind: 'person', name: '褚某人', creditCode: undefined, ground: 'relative', words: '朱理事的配偶', memberId: scene.members[2]?.id,
      identityNumber: '11010519491231002X' })
    expect(person).toMatchObject({ memberName: '朱理事', hasContact: true })
    await refused(scene.as('许会计', (context) => openRelatedParty(context, person)), 'FORBIDDEN')
    expect(await scene.as('施理事长', (context) => openRelatedParty(context, person))).toEqual({ phone: '', identityNumber: '11010519491231002X' })
    await expect(add({ kind: 'person' })).rejects.toMatchObject({ data: { issues: [{ path: ['creditCode'] }] } })
    await refused(add({ memberId: scene.books.bookId }), 'NOT_FOUND')
    await refused(add({}, '许会计'), 'FORBIDDEN')
    expect((await scene.as('许会计', (context) => listRelatedParties(context, { bookId: bookId() }))).mayWrite).toBe(false)
  })

  it('are found by credit code, identity number or whole name, within their days; members of the board are found too', async () => {
    expect(await search({ creditCode: code })).toEqual([['朱氏商贸', 'major-donor', 'code']])
    expect(await search({ identityNumber: '11010519491231002x' })).toEqual([['褚某人', 'relative', 'identity']])
    expect(await search({ name: ' 秦理事长 ' })).toEqual([['秦理事长', 'board', 'name']])
    expect(await search({ name: '朱氏' })).toEqual([])
    expect(await search({ name: '朱氏商贸', on: '2024-12-31' })).toEqual([])
    expect(await search({})).toEqual([])
  })

  it('that give are dealings by their credit code soon after, once, and to be disclosed within thirty days', async () => {
    await gift({ kind: 'enterprise', label: '朱氏商贸', code }, '2026-03-02')
    await gift({ kind: 'enterprise', label: '别家公司', code: '91440300MA5EQXL17P' }, '2026-03-02')
    expect((await hits()).map(({ partyName, matchedBy }) => [partyName, matchedBy])).toEqual([['朱氏商贸', 'code']])
    await runScheduledJob(scene, findRelatedGifts)
    await runScheduledJob(scene, findRelatedGifts)
    expect((await dealings()).map(({ partyName, kind, amountFen, recordedName }) => [partyName, kind, amountFen, recordedName]))
      .toEqual([['朱氏商贸', 'gift', 500_000, '系统']])
    expect(await hits()).toEqual([])
    expect(await due()).toEqual([['与重要关联方的往来：朱氏商贸（接受捐赠）', '2026-04-01']])
  })

  it('that are found by name alone wait for a person', async () => {
    const named = await add({ name: '无码公司', creditCode: undefined })
    const giftId = await gift({ kind: 'enterprise', label: '无码公司', code: '91310000MA1FL4B25X' }, '2026-03-03')
    await runScheduledJob(scene, findRelatedGifts)
    expect((await hits()).map(({ giftId: id, matchedBy }) => [id, matchedBy])).toEqual([[giftId, 'name']])
    const record = () => scene.as('金专员', (context) => recordDealing(context, {
      partyId: named.id, kind: 'other', amount: 1, happenedOn: '2026-03-16', words: '核对属实', giftId }))
    expect(await record()).toMatchObject({ kind: 'gift', amountFen: 500_000, happenedOn: '2026-03-03', matchedBy: 'name' })
    await refused(record(), 'DEALING_KNOWN')
    await refused(scene.as('金专员', (context) => recordDealing(context, {
      partyId: named.id, kind: 'gift', amount: 1, happenedOn: '2026-03-16', words: '不存在', giftId: named.id })), 'NOT_FOUND')
  })

  it('have dealings that are typed, on a day that has been', async () => {
    const { items: [party] } = await scene.as('金专员', (context) => listRelatedParties(context, { bookId: bookId() }))
    const record = (happenedOn: string) => scene.as('金专员', (context) => recordDealing(context, {
      partyId: party?.id ?? '', kind: 'trade', amount: 100, happenedOn, words: '采购文具' }))
    expect(await record('2026-03-10')).toMatchObject({ kind: 'trade', matchedBy: 'desk' })
    await expect(record('2026-03-17')).rejects.toMatchObject({ data: { issues: [{ path: ['happenedOn'] }] } })
    expect(await due()).toHaveLength(3)
  })

  it('end on a day, and a stale save is refused', async () => {
    const { items } = await scene.as('金专员', (context) => listRelatedParties(context, { bookId: bookId() }))
    const party = items.find(({ name }) => name === '朱氏商贸')
    if (party === undefined) throw new Error('gone')
    const end = (untilOn: string) => scene.as('金专员', (context) => updateRelatedParty(context, {
      id: party.id, version: 1, name: party.name, creditCode: code, ground: party.ground, words: party.words, fromOn: party.fromOn, untilOn }))
    await expect(end('2024-01-01')).rejects.toMatchObject({ data: { issues: [{ path: ['untilOn'] }] } })
    expect(await end('2026-03-15')).toMatchObject({ untilOn: '2026-03-15', version: 2 })
    await refused(end('2026-03-15'), 'STALE')
    expect(await search({ creditCode: code })).toEqual([])
    await refused(scene.as('曹会计', (context) => listRelatedParties(context, { bookId: bookId() })), 'NOT_FOUND')
  })
})
