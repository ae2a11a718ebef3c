import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import type { Trail } from '../../contract.ts'
import { readTraceCode } from '../../rules/trace-code.ts'
import { asPublic, findTracedGift } from './reading.ts'
import { readGiftPlaces, trailOfGift } from './trail-of-gift.ts'

/** Questions of one address in a minute, and how many of them may be wrong. */
export const questionsPerMinute = { asked: 60, wrong: 10 }

const asked = new RateLimit(questionsPerMinute.asked)
const wrong = new RateLimit(questionsPerMinute.wrong)

/** Where a gift went, for whoever has the code of its receipt. A code nobody has and one that cannot be are answered alike. */
export async function traceGift(context: AnonymousContext, input: { code: string }): Promise<Trail> {
  anyoneMay()
  const { address } = context.request
  const moment = context.now.getTime()
  if (!asked.allows(address, moment)) throw new Refusal('RATE_LIMITED')
  const read = readTraceCode(input.code)
  const source = read === undefined ? undefined : asPublic(context, read.cityId)
  const gift = read === undefined || source === undefined ? undefined : await findTracedGift(source, read.code)
  if (source !== undefined && gift !== undefined) return trailOfGift(source, gift, await readGiftPlaces(source, gift.giftId))
  throw new Refusal(wrong.allows(address, moment) ? 'TRACE_UNKNOWN' : 'RATE_LIMITED')
}
