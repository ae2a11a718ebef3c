import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import type { ObjectionOutcome } from '../contract.ts'
import { objectionState, readObjectionNumber } from '../rules/objections.ts'
import { openText } from './row-key.ts'

/** Questions of one address in a minute. */
const asked = new RateLimit(10)

type Found = {
  id: string; came_on: string; outcome: 'upheld' | 'rejected' | null; answered_on: string | null; is_returned: boolean
  wrapped_key: Buffer; sealed_reply: Buffer | null
}

/**
 * What became of an objection, for whoever has its number, in the words written for it: no word of it nor of what was found, since both may tell of a
 * child.
 */
export async function askObjection({ pool, request, now, installation }: AnonymousContext, input: { city: number; number: string }): Promise<ObjectionOutcome> {
  anyoneMay()
  if (!asked.allows(request.address, now.getTime())) throw new Refusal('RATE_LIMITED')
  const number = readObjectionNumber(input.number)
  const { rows: [found] } = number === undefined ? { rows: [] }
    : await pool.query<Found>('select * from access.ask_objection($1, $2)', [input.city, number])
  if (found === undefined) throw new Refusal('OBJECTION_UNKNOWN')
  return {
    cameOn: found.came_on, answeredOn: found.answered_on, state: objectionState({ outcome: found.outcome, isReturned: found.is_returned }),
    reply: openText({ actor: { cityId: input.city }, installation }, { id: found.id, wrappedKey: found.wrapped_key }, 'reply', found.sealed_reply),
  }
}
