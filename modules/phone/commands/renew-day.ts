import { anyoneMay } from '#platform/access/permission.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import type { DayPack, LetterAnswer } from '../contract.ts'
import { getDay } from '../queries/get-day.ts'
import { getOutcomes } from '../queries/get-outcomes.ts'
import { asStandingPhone, type StandingProof } from './steps/as-standing-phone.ts'

/** The day of a phone without a session: its secret, which lies under the PIN, stands for it until the password is changed. */
export function renewDay(context: AnonymousContext, proof: StandingProof): Promise<{ pack: DayPack; outcomes: LetterAnswer[] }> {
  anyoneMay()
  return asStandingPhone(context, proof, async (opened) => {
    const pack = await getDay(opened, { deviceId: proof.deviceId })
    return { pack, outcomes: (await getOutcomes(opened, { id: proof.deviceId })).items }
  })
}
