import type { Context } from '#platform/http/context.ts'
import { mayApproveNeeds, mayGiveAid, mayOpenAid, mustReadAid } from '../access.ts'
import type { Need } from '../contract.ts'
import { isOwn, mayFollowNeed } from '../rules/acting.ts'
import { loadNeed, type HeldNeed } from './lock-need.ts'
import { getNeedRow } from './need-rows.ts'

/** One need, masked, with what the caller may do now. */
export async function getNeed(context: Context, input: { id: string }): Promise<Need> {
  mustReadAid(context.actor)
  const { tx, actor } = context
  const [held, row, act] = await Promise.all([
    loadNeed(context, input.id), getNeedRow(context, input.id),
    tx.selectFrom('aid.acts').select('id').where('cityId', '=', actor.cityId).where('needId', '=', input.id).where('status', '<>', 'voided').executeTakeFirst(),
  ])
  return { ...row, actId: act?.id ?? null, may: mayNow(context, held) }
}

function mayNow({ actor }: Context, held: HeldNeed): Need['may'] {
  const own = isOwn(held.raisedBy, actor.accountId)
  const isKept = held.wrappedKey !== null
  return {
    open: mayOpenAid(actor) && isKept, decide: isKept && mayApproveNeeds(actor) && !own && mayFollowNeed('decide', held.status),
    withdraw: isKept && (mayApproveNeeds(actor) || (own && actor.permissions.has('need.raise'))) && mayFollowNeed('withdraw', held.status),
    offer: isKept && mayGiveAid(actor) && mayFollowNeed('offer', held.status), close: isKept && mayGiveAid(actor) && mayFollowNeed('close', held.status),
  }
}
