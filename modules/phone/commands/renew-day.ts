import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext, Context } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import type { DayPack, LetterAnswer } from '../contract.ts'
import { getDay } from '../queries/get-day.ts'
import { getOutcomes } from '../queries/get-outcomes.ts'
import { readKeyId } from '../queries/steps/sealing-pair.ts'
import { strangeLettersPerMinute } from '../rules/limits.ts'
import { asPhone, type PhoneProof } from './steps/as-phone.ts'

type RenewedDay = { pack: DayPack; outcomes: LetterAnswer[] }

const strangePhones = new RateLimit(strangeLettersPerMinute)

/** The day of a phone whose session has run out: its secret, which lies under the PIN, stands for it. An ended session stays ended. */
export async function renewDay(context: AnonymousContext, { keyId, ...proof }: PhoneProof & { keyId: string }): Promise<RenewedDay> {
  anyoneMay()
  const place = readKeyId(keyId)
  const renewed = place && await asPhone(context, { cityId: place.cityId, ...proof }, async ({ context: opened, cutOffAt, deviceId }) => {
    if (cutOffAt !== null) throw new Refusal('DEVICE_CUT_OFF')
    if (!await sessionStands(opened)) throw new Refusal('SIGN_IN_AGAIN')
    const pack = await getDay(opened, { deviceId })
    return { pack, outcomes: (await getOutcomes(opened, { id: deviceId })).items }
  })
  if (renewed !== undefined) return renewed
  if (!strangePhones.allows(context.request.address, context.now.getTime())) throw new Refusal('RATE_LIMITED')
  throw new Refusal('SIGN_IN_AGAIN')
}

async function sessionStands({ tx, actor }: Context): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select access.phone_session_stands(${actor.sessionId}) as stands`.execute(tx)
  return rows[0]?.stands === true
}
