import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerTransfer } from '#modules/children/commands/transfers/answer-transfer.ts'
import { requestTransfer } from '#modules/children/commands/transfers/request-transfer.ts'
import { registerSample, sampleNumber } from '#modules/children/commands/steps/sample-child.ts'
import { childrenModule } from '#modules/children/module.ts'
import { listTransfers } from '#modules/children/queries/list-transfers.ts'
import { mergeUnits } from '#modules/organization/commands/merge-units.ts'
import { organizationModule } from '#modules/organization/module.ts'
import { draftReferral } from '#modules/referrals/commands/draft-referral.ts'
import { referralsModule } from '#modules/referrals/module.ts'
import { fileReport } from '#modules/safeguarding/commands/file-report.ts'
import { sampleReport } from '#modules/safeguarding/commands/steps/sample-report.ts'
import { safeguardingModule } from '#modules/safeguarding/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { recordRightsRequest } from '../commands/record-rights-request.ts'
import { protectionModule } from '../module.ts'
import { getRightsRequest } from '../queries/get-rights-request.ts'
import { listRightsRequests } from '../queries/list-rights-requests.ts'

const [former, next] = ['990100100010001', '990100200010001']

// 孙主任 of 东一村 holds the child, 蒋主任 of 北一村 in another county asks for it; 冯科长 and 褚科长 answer for minors' data there and there.
describe('when a child goes over to another unit', () => {
  let city: TestCity
  let childId = ''
  const requests: Record<'open' | 'sent', string> = { open: '', sent: '' }
  const referrals: Record<'draft' | 'done', string> = { draft: '', done: '' }
  const work = () => runJobsInline(city, [childrenModule, protectionModule, referralsModule, safeguardingModule, organizationModule])

  beforeAll(async () => {
    city = await openTestCity()
    const paperNumber = sampleNumber('2015-05-20', 901)
    childId = (await registerSample(city, { sex: undefined, paperKind: 'id-card', paperNumber,
      consents: [{ kind: 'sharing', form: 'paper', covers: '共享', fromOn: '2026-01-01' }] })).id
    const { rows: [guardian] } = await city.owner.query('select id from children.guardians where child_id = $1', [childId])
    for (const key of ['open', 'sent'] as const) {
      requests[key] = (await city.as('孙主任', (context) => recordRightsRequest(context, {
        childId, guardianId: guardian.id, kind: key === 'open' ? 'copy' : 'see', askedBy: 'guardian', proof: 'household-register', requesterName: '李桂花',
        wish: '要一份资料', receivedOn: '2026-03-16' }))).id
    }
    for (const key of ['draft', 'done'] as const) {
      referrals[key] = (await city.as('孙主任', async (context) => draftReferral(context, {
        childId, toUnitId: await city.unitId('99010010002'), need: '课后陪伴', summary: '', fields: ['name'], accessDays: 30 }))).id
    }
    await city.owner.query(`update protection.rights_requests set status = 'sent', result = 'granted', decided_on = '2026-03-16', decided_name = '冯科长',
      sent_on = '2026-03-16', sent_how = 'in-person', sent_name = '冯科长' where id = $1`, [requests.sent])
    await city.owner.query(`update referrals.referrals set status = 'done', sent_on = '2026-03-01', answer_due_on = '2026-03-08' where id = $1`,
      [referrals.done])
    await city.as('孙主任', (context) => fileReport(context, sampleReport({ childId })))
    await city.as('蒋主任', (context) => requestTransfer(context, { idNumber: paperNumber, explanation: '随父母迁来' }))
    await work()
    const [held] = (await city.as('孙主任', (context) => listTransfers(context, { limit: 20 }))).items
    await city.as('孙主任', (context) => answerTransfer(context, { id: held!.id, version: held!.version, accepted: true }))
    await work()
  })
  afterAll(() => city.close())

  const unitOf = async (table: string, id: string, column = 'unit_id') => (await city.owner.query(
    `select unit.code, unit.scope_lo = row.scope_code as is_placed from ${table} row join organization.units unit on unit.city_id = row.city_id
       and unit.id = row.${column} where row.id = $1`, [id])).rows[0]

  it('a request of a guardian that waits goes along with its day, what was answered stays where it was answered', async () => {
    expect(await unitOf('protection.rights_requests', requests.open)).toEqual({ code: next, is_placed: true })
    expect(await unitOf('protection.rights_requests', requests.sent)).toEqual({ code: former, is_placed: true })
    const { rows } = await city.owner.query(`select a.person_name from notices.notices n join accounts.accounts a on a.city_id = n.city_id
      and a.id = n.recipient_account_id where n.title like '随转入%'`)
    expect(rows).toEqual([{ person_name: '褚科长' }])
  })

  it('the former unit still sees that it answered, without the child; the new unit sees what it has to answer', async () => {
    const seen = async (by: '冯科长' | '褚科长') => (await city.as(by, (context) => listRightsRequests(context, { limit: 20 }))).items
      .map(({ id, maskedName }) => [id, maskedName])
    expect(await seen('冯科长')).toEqual([[requests.sent, '已转出的孩子']])
    expect(await seen('褚科长')).toEqual([[requests.open, '张某']])
    const kept = await city.as('冯科长', (context) => getRightsRequest(context, { id: requests.sent }))
    expect(kept).toMatchObject({ maskedName: '已转出的孩子', requesterName: null, wish: null, mayCopy: false })
  })

  it('a referral that goes on is led by the new unit, one that ended stays', async () => {
    expect(await unitOf('referrals.referrals', referrals.draft, 'from_unit_id')).toEqual({ code: next, is_placed: true })
    expect(await unitOf('referrals.referrals', referrals.done, 'from_unit_id')).toEqual({ code: former, is_placed: true })
  })

  it('a report of harm never moves by itself', async () => {
    const { rows } = await city.owner.query('select unit.code from safeguarding.reports r join organization.units unit on unit.id = r.unit_id')
    expect(rows).toEqual([{ code: former }])
  })

  it('two units that become one keep their settled reports and findings, and the successor sees them', async () => {
    const [from, into] = [await city.unitId('99010010002'), await city.unitId('99010010001')]
    for (const unitId of [from, into]) {
      await city.owner.query(`insert into protection.compliance_reports (city_id, id, scope_code, reported_unit_id, year, figures, counted_on, saved_by,
        saved_name,
          created_at)
        select city_id, gen_random_uuid(), scope_lo, id, 2025, '{}', '2026-01-10', gen_random_uuid(), '某人', now() from organization.units where id = $1`,
          [unitId])
      await city.owner.query(`insert into protection.unusual_accesses (city_id, id, scope_code, unit_id, found_unit_id, rule, account_id, person_name,
        happened_on,
          count, entry_ids, child_ids, fields, due_on)
        select city_id, gen_random_uuid(), scope_lo, id, id, 'night', '00000000-0000-4000-8000-000000000001', '某人', '2026-03-10', 1, '{}', '{}', '{}',
          '2026-03-30' from organization.units where id = $1`, [unitId])
    }
    await city.as('李组长', (context) => mergeUnits(context, { id: from, intoId: into, on: '2026-03-16', reason: '撤并乡镇' } as never))
    await work()
    const { rows } = await city.owner.query(`select (select count(*)::int from protection.compliance_reports r where r.scope_code = unit.scope_lo) as reports,
        (select count(*)::int from protection.unusual_accesses f where f.unit_id = unit.id) as findings
      from organization.units unit where unit.id = $1`, [into])
    expect(rows).toEqual([{ reports: 2, findings: 2 }])
  })
})
