import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { campaignColumns, campaignJoins, campaignRowsOf, type CampaignRecord } from '../queries/campaigns/campaign-rows.ts'
import { campaignDutyWords } from '../rules/words.ts'

/** Days before something is due on which it is told. */
const noticeDays = 2

/** Each morning: the law wants something of a campaign soon, or wanted it; who publishes is told once for each day something was due. */
export const remindOfCampaigns: JobDefinition = {
  name: 'remind-of-campaigns',
  schedule: '35 7 * * *',
  run: async (context) => {
    for (const record of await listRunning(context)) {
      const [{ duty } = { duty: null }] = await campaignRowsOf(context, [record])
      if (duty === null || duty.dueOn > addDays(context.today, noticeDays)) continue
      await sendNotice(context, await findOfficePeople(context, { scopeCode: record.scopeCode, permission: 'campaign.publish' }), {
        title: `“${record.name}”应${campaignDutyWords[duty.kind]}，最迟${duty.dueOn}`, link: `/campaigns/${record.id}`,
        body: '请打开这次募捐办理；逾期的，尽快补办并说明原因。',
        source: { verb: 'remind-of-campaigns', key: `${record.id}/${duty.kind}/${duty.dueOn}`, kind: 'campaign', id: record.id },
      })
    }
  },
}

async function listRunning({ tx, actor }: Context): Promise<CampaignRecord[]> {
  const { rows } = await sql<CampaignRecord>`select ${campaignColumns} from charity.campaigns r ${campaignJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.status in ('draft', 'filed') order by r.id`.execute(tx)
  return rows
}
