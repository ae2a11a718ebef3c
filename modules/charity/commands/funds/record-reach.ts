import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import { getShownFund } from '../../queries/funds/list-shown-funds.ts'
import { monthOf } from '../../rules/trail.ts'
import { addReach } from '../steps/add-reach.ts'

type Input = { id: string; month: number; unit: string; children: number; households: number }

/** Records how many children and households of a unit the money of a fund reached in a month. Counts only. */
export async function recordReach(context: Context, input: Input): Promise<{ id: string }> {
  mustWriteGifts(context.actor)
  const { tx, actor, today } = context
  if (input.children + input.households === 0) throw new InvalidInput([{ path: ['children'], message: '请填写受益的儿童或家庭数' }])
  if (input.month > monthOf(today)) throw new InvalidInput([{ path: ['month'], message: '月份不能晚于本月' }])
  ownUnitRange(actor, input.unit)
  const fund = await getShownFund(context, input.id)
  const unit = await tx.selectFrom('organization.publishedUnits').select('id').where('cityId', '=', actor.cityId).where('code', '=',
    input.unit).executeTakeFirst()
  if (unit?.id == null) throw new Refusal('NOT_FOUND')
  const id = newId()
  await addReach(context, {
    id, scopeCode: fund.scopeCode, fundId: fund.id, month: input.month, unit: { id: unit.id, code: input.unit }, children: input.children,
      households: input.households,
    source: 'charity.desk', sourceId: null,
  })
  await recordAudit(context, { verb: 'reach.recorded', subjectKind: 'fund', subjectId: fund.id, scopeCode: fund.scopeCode,
    details: { month: input.month, unit: input.unit } })
  return { id }
}
