import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext, Context } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import { mustEnrolDevices } from '../../access.ts'
import { readKeyId } from '../../queries/steps/sealing-pair.ts'
import { strangeLettersPerMinute } from '../../rules/limits.ts'
import { asPhone, type PhoneProof } from './as-phone.ts'

/** A phone as it names itself, with the key it was told last: that says which city. */
export type StandingProof = PhoneProof & { keyId: string }

const strangePhones = new RateLimit(strangeLettersPerMinute)

/** Works for a phone that may be used without a session: not cut off, its account in use, its password unchanged since. */
export async function asStandingPhone<T>(
  context: AnonymousContext, { keyId, ...proof }: StandingProof, work: (context: Context, cityId: number) => Promise<T>,
): Promise<T> {
  const place = readKeyId(keyId)
  const done = place && await asPhone(context, { cityId: place.cityId, ...proof }, async ({ context: opened, cutOffAt }) => {
    if (cutOffAt !== null) throw new Refusal('DEVICE_CUT_OFF')
    mustEnrolDevices(opened.actor)
    if (!await signInStands(opened)) throw new Refusal('SIGN_IN_AGAIN')
    return { answer: await work(opened, place.cityId) }
  })
  if (done !== undefined) return done.answer
  if (!strangePhones.allows(context.request.address, context.now.getTime())) throw new Refusal('RATE_LIMITED')
  throw new Refusal('SIGN_IN_AGAIN')
}

async function signInStands({ tx, actor }: Context): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select access.phone_sign_in_stands(${actor.sessionId}) as stands`.execute(tx)
  return rows[0]?.stands === true
}
