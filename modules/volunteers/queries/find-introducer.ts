import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findVolunteer } from './find-volunteer.ts'

/** The introducer must be a volunteer the actor can see. */
export async function mustBeKnownIntroducer(context: Context, introducerId: string | null | undefined): Promise<void> {
  if (introducerId == null || await findVolunteer(context, introducerId) !== undefined) return
  throw new InvalidInput([{ path: ['introducerId'], message: '没有找到这位介绍人，请重新选择。' }])
}
