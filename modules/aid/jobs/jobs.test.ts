import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdrawConsent } from '#modules/children/commands/consents/record-consent.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { attachReceiptScan } from '../commands/acts/attach-receipt-scan.ts'
import { receiveAct } from '../commands/acts/receive-act.ts'
import { openAidScene, type AidScene } from '../commands/steps/sample-aid.ts'
import { followTransferredAid } from './follow-transferred-aid.ts'
import { forgetErasedAid } from './forget-erased-aid.ts'
import { lapseClaims } from './lapse-claims.ts'
import { remindOfClaims } from './remind-of-claims.ts'
import { claimWish } from '../commands/wishes/claim-wish.ts'
import { withdrawWishes } from './withdraw-wishes.ts'

describe('the jobs of aid', () => {
  let scene: AidScene
  beforeAll(async () => { scene = await openAidScene() })
  afterAll(() => scene.close())
  const rowOf = async (table: string, id: string) => (await scene.owner.query(`select * from aid.${table} where id = $1`, [id])).rows[0]
  const heard = (job: JobDefinition, { verb, childId, details = {} }: { verb: string; childId: string; details?: Record<string, unknown> }) =>
    runScheduledJob(scene, { name: 'heard', run: async (context) => job.run(context, {
      entryId: childId, verb, subjectKind: 'child', subjectId: childId, scopeCode: '0', details }) })
  const titlesOf = async (id: string) => (await scene.owner.query('select title from notices.notices where source_id = $1',
    [id])).rows.map(({ title }) => title)

  it('let a claim lapse the night after its last day, once, and say so; not where aid for it stands', async () => {
    const wish = await scene.claimedWish()
    const begun = await scene.claimedWish()
    await scene.act({ caseId: begun.caseId, wishId: begun.id })
    scene.clock.moveTo('2026-04-15T00:15:00+08:00')
    await runScheduledJob(scene, lapseClaims)
    expect(await rowOf('wishes', wish.id)).toMatchObject({ status: 'claimed' })
    scene.clock.moveTo('2026-04-16T00:15:00+08:00')
    await runScheduledJob(scene, lapseClaims)
    await runScheduledJob(scene, lapseClaims)
    const lapsed = await rowOf('wishes', wish.id)
    expect(lapsed).toMatchObject({ status: 'published', version: 4 })
    expect((await rowOf('published_wishes', lapsed.publication_id)).status).toBe('open')
    expect(await rowOf('wishes', begun.id)).toMatchObject({ status: 'claimed' })
    expect(await titlesOf(wish.id)).toContain('张某 · 6—13岁的微心愿认领已过期，重新开放认领')
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('tell the office that recorded the donor and the unit of the wish once, some days before a claim lapses; not where aid for it stands', async () => {
    const { id, version } = await scene.publishedWish()
    await scene.as('李组长', (context) => claimWish(context, { id, version, donorKind: 'person', name: '钟老师', contact: '13700001111' }))
    const begun = await scene.claimedWish()
    await scene.act({ caseId: begun.caseId, wishId: begun.id })
    const toldOf = async (wishId: string) => (await scene.owner.query(`select a.person_name from notices.notices n
      join accounts.accounts a on a.id = n.recipient_account_id where n.source_verb = 'remind-of-claims' and n.source_id = $1 order by 1`, [wishId]))
      .rows.map((row) => row.person_name)
    const told: Record<string, string[]> = {}
    for (const day of ['2026-04-09', '2026-04-10', '2026-04-11']) {
      scene.clock.moveTo(`${day}T07:20:00+08:00`)
      await runScheduledJob(scene, remindOfClaims)
      told[day] = await toldOf(id)
    }
    expect(told['2026-04-09']).toEqual([])
    expect(told['2026-04-10']).toEqual(expect.arrayContaining(['李组长', '赵干事']))
    expect(told['2026-04-11']).toEqual(told['2026-04-10'])
    expect(await toldOf(begun.id)).toEqual([])
    expect(await titlesOf(id)).toContain('张某 · 6—13岁的微心愿认领2026年4月15日到期')
    const { rows: bodies } = await scene.owner.query(
      `select distinct body from notices.notices where source_verb = 'remind-of-claims' and source_id = $1`, [id])
    // The words of the buttons of the page it opens.
    for (const button of ['登记帮扶', '退认', '登记认领']) expect(bodies[0].body).toContain(button)
    const later = await scene.claimedWish()
    await scene.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source)
      values ($1, 'aid.claim-notice-days', '2026-03-01', '30', '市')`, [scene.cityId])
    await runScheduledJob(scene, remindOfClaims)
    expect(await toldOf(later.id)).toEqual([])
    scene.clock.moveTo('2026-04-12T07:20:00+08:00')
    await runScheduledJob(scene, remindOfClaims)
    expect((await toldOf(later.id)).length).toBeGreaterThan(0)
    await scene.owner.query(`delete from platform.settings where name = 'aid.claim-notice-days'`)
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('take a wish off the wall at once when the consent to publication is taken back, and when its last day has passed', async () => {
    const { caseId, childId } = await scene.opened()
    const wish = await scene.claimedWish({ caseId })
    const { publication_id: publicationId } = await rowOf('wishes', wish.id)
    const { rows: [consent] } = await scene.owner.query(`select id from children.consents where child_id = $1 and kind = 'publication'`, [childId])
    await scene.as('孙主任', (context) => withdrawConsent(context, { id: childId, consentId: consent.id, reason: '不想公开' }))
    await scene.run()
    expect(await rowOf('wishes', wish.id)).toMatchObject({ status: 'withdrawn', publication_id: null })
    expect(await rowOf('published_wishes', publicationId)).toBeUndefined()
    expect((await scene.owner.query('select status from aid.claims where wish_id = $1', [wish.id])).rows).toEqual([{ status: 'released' }])
    const limited = await scene.publishedWish()
    await scene.owner.query(`update children.consents set until_on = '2026-03-16' where kind = 'publication' and child_id = $1`, [limited.childId])
    await runScheduledJob(scene, withdrawWishes)
    expect(await rowOf('wishes', limited.id)).toMatchObject({ status: 'published' })
    scene.clock.moveTo('2026-03-17T00:25:00+08:00')
    await runScheduledJob(scene, withdrawWishes)
    await runScheduledJob(scene, withdrawWishes)
    expect(await rowOf('wishes', limited.id)).toMatchObject({ status: 'withdrawn', version: 3 })
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('let everything follow a child who goes over to another unit; what was counted stays', async () => {
    const need = await scene.approvedNeed()
    const act = await scene.givenAct({ caseId: need.caseId, needId: need.id })
    const wish = await scene.claimedWish({ caseId: need.caseId })
    const details = { to: { unitId: await scene.unitId('990100200010001'), scopeCode: '990100200010001000' } }
    await heard(followTransferredAid, { verb: 'child.transferred', childId: need.childId, details })
    await heard(followTransferredAid, { verb: 'child.transferred', childId: need.childId, details })
    const scopes = await scene.owner.query(`select scope_code::text from aid.needs where id = $1 union all select scope_code::text from aid.acts where id = $2
      union all select scope_code::text from aid.shares where act_id = $2 union all select scope_code::text from aid.wishes where id = $3
      union all select scope_code::text from aid.claims where wish_id = $3`, [need.id, act.id, wish.id])
    expect(new Set(scopes.rows.map(({ scope_code: code }) => code))).toEqual(new Set(['990100200010001000']))
    expect(await rowOf('needs', need.id)).toMatchObject({ version: 5 })
    const { rows: facts } = await scene.owner.query('select distinct scope_code::text as code from figures.facts where record_id = $1', [act.id])
    expect(facts).toEqual([{ code: '990100100010001000' }])
  })

  it('forget an erased child: keys, words and scans go, wishes leave the wall; who paid what stays and counts', async () => {
    const need = await scene.approvedNeed()
    const act = await scene.givenAct({ caseId: need.caseId, needId: need.id, shares: [{ payerKind: 'person', payerName: '钟老师', form: 'money', amount: 500 }] })
    await scene.as('孙主任', (context) => receiveAct(context, {
      id: act.id, version: 2, proof: 'signature', receivedOn: '2026-03-11', signedBy: '奶奶', witnesses: [] }))
    await scene.as('孙主任', (context) => attachReceiptScan(context, { id: act.id, file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'x.jpg') }))
    const wish = await scene.publishedWish({ caseId: need.caseId })
    const { publication_id: publicationId } = await rowOf('wishes', wish.id)
    await heard(forgetErasedAid, { verb: 'child.erased', childId: need.childId })
    await heard(forgetErasedAid, { verb: 'child.erased', childId: need.childId })
    expect(await rowOf('needs', need.id)).toMatchObject({ wrapped_key: null, sealed_words: null, label: '已删除' })
    expect(await rowOf('acts', act.id)).toMatchObject({ wrapped_key: null, sealed_receipt: null, scan_key: null, label: '已删除', status: 'received' })
    expect(await rowOf('wishes', wish.id)).toMatchObject({ wrapped_key: null, sealed_text: null, status: 'withdrawn', label: '已删除' })
    expect(await rowOf('published_wishes', publicationId)).toBeUndefined()
    const { rows: [share] } = await scene.owner.query('select wrapped_key is not null as kept, amount_fen::int as fen from aid.shares where act_id = $1',
      [act.id])
    expect(share).toEqual({ kept: true, fen: 500 })
    expect(await scene.counted(act.id, 'aid.money.person')).toBe(500)
  })
})
