import { completeTask } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishCampaigns } from '../../access.ts'
import type { Qualification } from '../../contract.ts'
import { getQualification } from '../../queries/qualifications/qualification-rows.ts'

/** It was taken away, or recorded wrongly: from a day on no campaign begins by it. Campaigns filed before keep what they were filed with. */
export async function endQualification(context: Context, input: { id: string; endedOn: string; reason: string }): Promise<Qualification> {
  mustPublishCampaigns(context.actor)
  const { tx, actor } = context
  const { id, endedOn, reason } = input
  const held = await tx.selectFrom('charity.qualifications').select(['scopeCode', 'grantedOn', 'endedOn', 'number']).where('cityId', '=', actor.cityId)
    .where('id', '=', id).forUpdate().executeTakeFirst()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.endedOn !== null) throw new Refusal('QUALIFICATION_ENDED')
  if (endedOn < held.grantedOn) throw new InvalidInput([{ path: ['endedOn'], message: `终止日期不能早于发证日期${held.grantedOn}` }])
  await tx.updateTable('charity.qualifications').set({ endedOn, endedReason: reason, endedName: actor.personName })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await completeTask(context, { sourceKind: 'qualification', sourceId: id })
  await recordAudit(context, {
    verb: 'qualification.ended', subjectKind: 'qualification', subjectId: id, scopeCode: held.scopeCode, reason, details: { number: held.number, endedOn },
  })
  return getQualification(context, id)
}
