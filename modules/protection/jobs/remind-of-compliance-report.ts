import { sql } from 'kysely'
import { sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { complianceDueOn, complianceTask } from '../rules/compliance.ts'

/**
 * On the second of January every responsible person gets the to-do of last year's report, where the unit has not settled it already; settling it ends the
 * to-do. Run again it sends nothing more.
 */
export const remindOfComplianceReport: JobDefinition = {
  name: 'remind-of-compliance-report',
  schedule: '0 7 2 1 *',
  run: async (context) => {
    const { tx, actor, today } = context
    const year = Number(today.slice(0, 4)) - 1
    const { rows } = await sql<{ accountId: string; scopeCode: string; unitId: string }>`
      select distinct held.account_id, held.scope_code::text as scope_code, held.unit_id from accounts.published_rights held
       where held.city_id = ${actor.cityId} and held.permission = 'compliance.settle' and held.from_on <= ${today}::date
         and (held.until_on is null or held.until_on >= ${today}::date) and not exists (select 1 from protection.compliance_reports settled
           where settled.city_id = ${actor.cityId} and settled.reported_unit_id = held.unit_id and settled.year = ${year})`.execute(tx)
    for (const { unitId, ...officer } of rows) {
      await sendNotice(context, [officer], {
        title: `请完成${year}年未成年人个人信息保护合规报告`, body: '核对数字后定稿，下载文书，于一月底前向设区的市网信部门报送。', link: `/compliance-report?year=${year}`,
        task: { dueOn: complianceDueOn(year) },
        source: { verb: 'remind-of-compliance-report', key: `${year} ${unitId}`, kind: complianceTask(year), id: unitId },
      })
    }
  },
}
