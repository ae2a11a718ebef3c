import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishFunds } from '../../access.ts'
import type { ShownFund } from '../../contract.ts'
import { getShownFund, shownOf } from '../../queries/funds/list-shown-funds.ts'

/** Takes a fund out of sight; trails by code go on. */
export async function withdrawFund(context: Context, input: { id: string }): Promise<ShownFund> {
  mustPublishFunds(context.actor)
  const { tx, actor } = context
  const fund = await getShownFund(context, input.id)
  if (fund.publicationId === null) throw new Refusal('FUND_NOT_OPEN')
  await tx.deleteFrom('charity.publishedFunds').where('cityId', '=', actor.cityId).where('id', '=', fund.publicationId).execute()
  await recordAudit(context, { verb: 'fund.withdrawn', subjectKind: 'fund', subjectId: fund.id, scopeCode: fund.scopeCode })
  return shownOf({ ...fund, publicationId: null })
}
