import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { NewReferral, ReferralRow } from '../../contract.ts'
import { referralsModule } from '../../module.ts'
import { addBody } from '../add-body.ts'
import { draftReferral } from '../draft-referral.ts'
import { sendReferral } from '../send-referral.ts'

/** A city in which children are referred from 东一村 (孙主任) to 北一村 (蒋主任), two villages that never see each other. */
export type ReferralScene = TestCity & {
  child(hasConsent?: boolean): Promise<string>
  body(name: string): Promise<string>
  draft(change?: Partial<NewReferral>, by?: PersonName): Promise<ReferralRow>
  /** Drafts and sends; the jobs have run. */
  sent(change?: Partial<NewReferral>): Promise<ReferralRow>
  /** The receiver's row of what a sender's row says. */
  received(senderRowId: string): Promise<{ id: string; version: number; status: string }>
  run(): Promise<void>
}

/** Opens the scene; close it like a test city. */
export async function openReferralScene(): Promise<ReferralScene> {
  const city = await openTestCity()
  const child: ReferralScene['child'] = async (hasConsent = true) => (await registerSample(city, {
    consents: hasConsent ? [{ kind: 'sharing', form: 'paper', covers: '与接收单位共享', fromOn: '2026-01-01' }] : [],
  })).id
  const draft: ReferralScene['draft'] = async (change = {}, by = '孙主任') => {
    const input: NewReferral = {
      childId: change.childId ?? await child(), toUnitId: await city.unitId('990100200010001'), need: '请安排课后陪伴', summary: '父母在外务工',
      fields: ['name', 'address'], accessDays: 30, ...change,
    }
    if (input.toBodyId !== undefined) delete input.toUnitId
    return city.as(by, (context) => draftReferral(context, input))
  }
  const run = async () => { await runJobsInline(city, [referralsModule]) }
  return {
    ...city, child, draft, run,
    body: async (name) => (await city.as('赵干事', (context) => addBody(context, { kind: 'hospital', name, address: '', phone: '', contact: '社工部' }))).id,
    sent: async (change) => {
      const { id, version } = await draft(change)
      const row = await city.as('孙主任', (context) => sendReferral(context, { id, version, purpose: 'registration' }))
      await run()
      return row
    },
    received: async (senderRowId) => (await city.owner.query(
      `select got.id, got.version, got.status from referrals.referrals sent join referrals.referrals got on got.referral_id = sent.referral_id
        where sent.id = $1 and got.party = 'receiver'`, [senderRowId])).rows[0],
  }
}
