import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishFunds } from '../../access.ts'
import type { ShownFund } from '../../contract.ts'
import { getShownFund, shownOf } from '../../queries/funds/list-shown-funds.ts'

/** Shows a fund to everybody; its figures are reckoned from the books whenever somebody looks. */
export async function publishFund(context: Context, input: { id: string; words: string }): Promise<ShownFund> {
  mustPublishFunds(context.actor)
  const { tx, actor, today } = context
  const fund = await getShownFund(context, input.id)
  if (fund.publicationId !== null) throw new Refusal('FUND_SHOWN')
  const id = newId()
  const added = await tx.insertInto('charity.publishedFunds').values({
    cityId: actor.cityId, id, fundId: fund.id, name: fund.name, holderName: fund.holderName, words: input.words, publishedOn: today,
  }).onConflict((conflict) => conflict.columns(['cityId', 'fundId']).doNothing()).returning('id').execute()
  if (added.length === 0) throw new Refusal('FUND_SHOWN')
  await recordAudit(context, { verb: 'fund.published', subjectKind: 'fund', subjectId: fund.id, scopeCode: fund.scopeCode })
  return shownOf({ ...fund, publicationId: id, words: input.words })
}
