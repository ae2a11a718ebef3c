import type { Context } from '#platform/http/context.ts'
import { mayGiveAid, mayOpenAid, mustReadAid } from '../access.ts'
import type { Act } from '../contract.ts'
import { mayFollowAct } from '../rules/acting.ts'
import { getActRow, readShares } from './act-rows.ts'
import { loadAct, type HeldAct } from './lock-act.ts'

/** One act of aid, masked, with its shares and what the caller may do now. */
export async function getAct(context: Context, input: { id: string }): Promise<Act> {
  mustReadAid(context.actor)
  const [held, row] = await Promise.all([loadAct(context, input.id), getActRow(context, input.id)])
  const shares = await readShares(context, held.id)
  const { offeredName, proof, voidedOn, voidReason } = held
  return {
    ...row, shares: shares.map(({ wrappedKey: _key, sealedPayer: _sealed, ...share }) => share), offeredName, proof, hasScan: held.scanKey !== null, voidedOn,
    voidReason, may: mayNow(context, held),
  }
}

function mayNow({ actor }: Context, held: HeldAct): Act['may'] {
  const isKept = held.wrappedKey !== null
  const gives = mayGiveAid(actor)
  return {
    open: mayOpenAid(actor) && isKept, share: gives && mayFollowAct('share', held.status), give: gives && mayFollowAct('give', held.status),
    receive: gives && isKept && mayFollowAct('receive', held.status), void: actor.permissions.has('aid.void') && mayFollowAct('void', held.status),
    scan: gives && isKept && mayFollowAct('scan', held.status) && held.proof === 'signature' && held.scanKey === null,
    print: gives && isKept && held.status !== 'voided',
  }
}
