import type { Context } from '#platform/http/context.ts'
import { walkInvariants, type Broken, type Invariant } from '#platform/jobs/invariants.ts'
import { followGift, followParts, layBehind, layTrail } from '../rules/trail.ts'
import { invariants } from './invariants/invariants.ts'
import { readLaidTrails } from './trail/laid-trails.ts'
import { asStaff, listFundMovements } from './trail/reading.ts'

/** Gifts whose kept trail is compared with the reckoned one: the latest. */
const mostCompared = 500

/** What must hold of gifts: run by `xinhuo verify`, a job each night and the end of each journey. */
export const charityInvariants: readonly Invariant[] = [
  ...invariants, { name: 'gift-traced-whole', sentence: '每笔资金捐赠的去向合计等于捐赠，铺排的和现算的一致', find: listLostGifts },
]

/** Walks the list of invariants over a city and tells which do not hold. */
export const verifyCharity = (context: Context): Promise<{ checked: number; broken: Broken[] }> => walkInvariants(context, charityInvariants)

/** Gifts in money whose trail is not the gift to the fen, or differs between what was kept and the whole fund. */
async function listLostGifts(context: Context): Promise<string[]> {
  const { tx, actor } = context
  const source = asStaff(context)
  const gifts = await tx.selectFrom('charity.gifts').select(['id', 'amountFen']).where('cityId', '=', actor.cityId).where('form', '=', 'money')
    .where('status', '=', 'confirmed').orderBy('id', 'desc').limit(mostCompared).execute()
  const funds = new Map<string, ReturnType<typeof layTrail>>()
  const lost: string[] = []
  for (const { id, amountFen } of gifts) {
    let standsFen = 0
    let isSame = true
    for (const { fundId, laid, parts, tail } of await readLaidTrails(source, id)) {
      const whole = funds.get(fundId) ?? layTrail(await listFundMovements(source, fundId))
      funds.set(fundId, whole)
      const reckoned = followGift(whole, id)
      const since = laid === null ? undefined : layBehind(laid, tail)
      if (since !== undefined && JSON.stringify(followParts([...parts, ...since], id)) !== JSON.stringify(reckoned)) isSame = false
      if (reckoned.parts.reduce((sum, part) => sum + part.amountFen, reckoned.leftFen) !== reckoned.amountFen) isSame = false
      standsFen += reckoned.amountFen
    }
    if (!isSame || standsFen !== Number(amountFen)) lost.push(id)
  }
  return lost
}
