import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadPlans } from '../../access.ts'
import type { Digest } from '../../contract.ts'
import { countDigest } from './count-digest.ts'

/** What waits in a unit and all below, for the people who look after it. */
export async function getWeeklyDigest(context: Context, input: { unit?: string | undefined }): Promise<Digest> {
  mustReadPlans(context.actor)
  return countDigest(context, rangeOf(context.actor, input.unit))
}
