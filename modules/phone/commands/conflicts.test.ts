import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { correctVisit } from '#modules/care/commands/correct-visit.ts'
import { closeCase } from '#modules/care/commands/close-case.ts'
import { endPairing } from '#modules/care/commands/pairings/end-pairing.ts'
import { voidVisit } from '#modules/care/commands/void-visit.ts'
import { followTransferredChild as careFollows } from '#modules/care/jobs/follow-transferred-child.ts'
import { withdrawConsent } from '#modules/children/commands/consents/record-consent.ts'
import type { Enrolment } from '../contract.ts'
import { followTransferredChild as lettersFollow } from '../jobs/follow-transferred-child.ts'
import { getOutcomes } from '../queries/get-outcomes.ts'
import { listArrivals } from '../queries/list-arrivals.ts'
import { openArrival } from '../queries/open-arrival.ts'
import { acceptArrival } from './accept-arrival.ts'
import { setAsideArrival } from './set-aside-arrival.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

// 赵干事 is the office of the town of 吴老师 and of the children; 卫干事 that of a town in another county.
describe('what was changed at the desk while the phone had no signal', () => {
  let scene: PhoneScene
  let phone: Enrolment
  beforeAll(async () => {
    scene = await openPhoneScene()
    phone = await scene.enrol()
  })
  afterAll(() => scene.close())
  const arrivalOf = async (itemId: string) => (await scene.owner.query('select id, version from phone.letters where item_id = $1', [itemId])).rows[0]
  const arrivalsOf = async (by: '赵干事' | '卫干事' | '李组长') => (await scene.as(by, (context) => listArrivals(context, { limit: 200 }))).items
  const accept = async (itemId: string, corrected = {}) => {
    const { id, version } = await arrivalOf(itemId)
    return scene.as('赵干事', (context) => acceptArrival(context, { id, version, ...corrected }))
  }

  it('the visit was entered there: both are kept, the office sees the rival and sets the letter aside, the volunteer reads why', async () => {
    const { caseId } = await scene.paired('张一')
    const entered = await scene.visit(caseId, { madeOn: '2026-03-15', by: '赵干事', volunteerIds: [scene.wu] })
    const item = await scene.write(phone, { caseId, note: '带了书包' })
    expect(await scene.sendOne(item)).toMatchObject({ state: 'waiting', code: 'already-entered', isKept: true })
    const { id, version } = await arrivalOf(item.itemId)
    const opened = await scene.as('赵干事', (context) => openArrival(context, { id }))
    expect(opened).toMatchObject({ status: 'waiting', visit: { note: '带了书包', minutes: 30 }, rivals: [{ id: entered.id, isVoided: false }],
      childLabel: '张某 · 6—13岁' })
    await scene.as('赵干事', (context) => setAsideArrival(context, { id, version, reason: '已由办公室录入' }))
    await expect(accept(item.itemId)).rejects.toThrow('ARRIVAL_DECIDED')
    expect(await scene.sendOne(item)).toMatchObject({ state: 'set-aside', code: 'set-aside', reason: null })
    const { items } = await scene.as('吴老师', (context) => getOutcomes(context, { id: phone.deviceId }))
    expect(items.find(({ itemId }) => itemId === item.itemId)).toMatchObject({ state: 'set-aside', reason: '已由办公室录入' })
    expect(await scene.visitsOf(caseId)).toBe(1)
  })

  it('nobody was met at nine, the child at three: both are recorded, whichever comes first; a second attempt of the day waits', async () => {
    const [first, second] = [await scene.paired('张十一'), await scene.paired('张十二')]
    const attempt = { outcome: 'attempted', minutes: 0 } as const
    const sent = async (visit: Parameters<PhoneScene['write']>[1]) => scene.sendOne(await scene.write(phone, visit))
    expect(await sent({ caseId: first.caseId, ...attempt })).toMatchObject({ state: 'recorded' })
    expect(await sent({ caseId: first.caseId })).toMatchObject({ state: 'recorded' })
    expect(await sent({ caseId: first.caseId, ...attempt })).toMatchObject({ state: 'waiting', code: 'already-entered' })
    expect(await sent({ caseId: second.caseId })).toMatchObject({ state: 'recorded' })
    expect(await sent({ caseId: second.caseId, ...attempt })).toMatchObject({ state: 'recorded' })
    const { rows } = await scene.owner.query(`select outcome, count(*)::int as count from care.visits where case_id = any ($1) group by outcome order by 1`,
      [[first.caseId, second.caseId]])
    expect(rows).toEqual([{ outcome: 'attempted', count: 2 }, { outcome: 'made', count: 2 }])
  })

  it('that what an office opens is recorded in the log of the child, once for each opening', async () => {
    const { caseId, childId } = await scene.paired('张二')
    const item = await scene.write(phone, { caseId, minutes: 0 })
    await scene.sendOne(item)
    const { id } = await arrivalOf(item.itemId)
    await scene.as('赵干事', (context) => openArrival(context, { id }))
    expect(await scene.audits('phone-letter.read', childId)).toBe(1)
  })

  it('the visit was voided or corrected there: it is not entered again over what the desk decided', async () => {
    const [first, second] = [await scene.paired('张三'), await scene.paired('张四')]
    const voided = await scene.visit(first.caseId, { madeOn: '2026-03-15', by: '赵干事', volunteerIds: [scene.wu] })
    await scene.as('赵干事', (context) => voidVisit(context, { id: voided.id, version: 1, reason: '录错孩子' }))
    const moved = await scene.visit(second.caseId, { madeOn: '2026-03-15', by: '赵干事', volunteerIds: [scene.wu] })
    await scene.as('赵干事', (context) => correctVisit(context, { id: moved.id, version: 1, madeOn: '2026-03-14', reason: '日期有误' }))
    for (const { caseId } of [first, second]) {
      expect(await scene.sendOne(await scene.write(phone, { caseId }))).toMatchObject({ state: 'waiting', code: 'corrected-at-desk' })
    }
  })

  it('the pairing ended before the day: the office puts the day right and it is recorded on behalf of the volunteer', async () => {
    const { caseId, pairingId } = await scene.paired('张五')
    await scene.as('赵干事', (context) => endPairing(context, { id: pairingId, version: 1, untilOn: '2026-03-14', reason: '工作调整' }))
    const item = await scene.write(phone, { caseId, note: '聊了功课' })
    expect(await scene.sendOne(item)).toMatchObject({ code: 'pairing-ended-before' })
    await expect(accept(item.itemId)).rejects.toThrow('NOT_RECORDABLE')
    const { visitId } = await accept(item.itemId, { madeOn: '2026-03-14' })
    expect(await scene.sendOne(item)).toMatchObject({ state: 'recorded', code: 'recorded-by-office', visitId })
    const { rows } = await scene.owner.query('select made_on::text, on_behalf_of, recorded_name from care.visits where id = $1', [visitId])
    expect(rows).toEqual([{ made_on: '2026-03-14', on_behalf_of: scene.wu, recorded_name: '赵干事' }])
    expect((await scene.owner.query('select sealed, wrapped_key from phone.letters where item_id = $1', [item.itemId])).rows).toEqual([{ sealed: null,
      wrapped_key: null }])
  })

  it('the pairing ended since, but covered the day: the office confirms it as it stands', async () => {
    const { caseId, pairingId } = await scene.paired('张六')
    await scene.as('赵干事', (context) => endPairing(context, { id: pairingId, version: 1, untilOn: '2026-03-15', reason: '工作调整' }))
    const item = await scene.write(phone, { caseId })
    expect(await scene.sendOne(item)).toMatchObject({ code: 'pairing-ended-since' })
    await accept(item.itemId)
    expect(await scene.visitsOf(caseId)).toBe(1)
  })

  it('the case was closed, or the family took its consent back: each says so', async () => {
    const [closed, withdrawn] = [await scene.paired('张七'), await scene.paired('张八')]
    await scene.visit(closed.caseId, { madeOn: '2026-03-10' })
    await scene.as('赵干事', (context) => closeCase(context, { id: closed.caseId, version: 1, reason: 'solved', result: '' }))
    const { rows } = await scene.owner.query('select id from children.consents where child_id = $1', [withdrawn.childId])
    await scene.as('孙主任', (context) => withdrawConsent(context, { id: withdrawn.childId, consentId: rows[0].id, reason: '不再需要' }))
    expect(await scene.sendOne(await scene.write(phone, { caseId: closed.caseId }))).toMatchObject({ code: 'case-closed', state: 'waiting' })
    expect(await scene.sendOne(await scene.write(phone, { caseId: withdrawn.caseId }))).toMatchObject({ code: 'consent-withdrawn', state: 'waiting' })
  })

  it('the child went to another unit: that unit sees the letter, the former one no longer, and the volunteer learns the outcome', async () => {
    const { caseId, childId } = await scene.paired('张九')
    const earlier = await scene.write(phone, { caseId, minutes: 0 })
    await scene.sendOne(earlier)
    const to = { unitId: await scene.unitId('990100200010001'), scopeCode: '990100200010001000' }
    const event = { entryId: childId, verb: 'child.transferred', subjectKind: 'child', subjectId: childId, scopeCode: to.scopeCode, details: { to } }
    await scene.owner.query('update children.children set unit_id = $2, scope_code = $3 where id = $1', [childId, to.unitId, to.scopeCode])
    await asWorker(scene, async (run) => {
      await run((context) => careFollows.run(context, event))
      await run((context) => lettersFollow.run(context, event))
    })
    const item = await scene.write(phone, { caseId, madeOn: '2026-03-16', known: { caseVersion: 1, unitCode: '990100100010001' } })
    expect(await scene.sendOne(item)).toMatchObject({ state: 'waiting', code: 'case-transferred' })
    const ids = [(await arrivalOf(earlier.itemId)).id, (await arrivalOf(item.itemId)).id]
    expect(new Set((await arrivalsOf('卫干事')).map(({ id }) => id))).toEqual(new Set(ids))
    expect((await arrivalsOf('赵干事')).filter(({ id }) => ids.includes(id))).toEqual([])
    const { id, version } = await arrivalOf(item.itemId)
    await scene.as('卫干事', (context) => acceptArrival(context, { id, version }))
    expect(await scene.sendOne(item)).toMatchObject({ state: 'recorded', code: 'recorded-by-office' })
  })

  it('nobody but the office of the range opens an arrival, and a stale decision is refused', async () => {
    const { caseId } = await scene.paired('张十')
    const item = await scene.write(phone, { caseId, minutes: 0 })
    await scene.sendOne(item)
    const { id } = await arrivalOf(item.itemId)
    await expect(scene.as('卫干事', (context) => openArrival(context, { id }))).rejects.toThrow('NOT_FOUND')
    await expect(scene.as('孙主任', (context) => openArrival(context, { id }))).rejects.toThrow('FORBIDDEN')
    await expect(scene.as('吴老师', (context) => openArrival(context, { id }))).rejects.toThrow('FORBIDDEN')
    await expect(scene.as('赵干事', (context) => setAsideArrival(context, { id, version: 7, reason: '重复' }))).rejects.toThrow('STALE')
  })
})
