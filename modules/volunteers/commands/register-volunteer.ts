import type { z } from 'zod'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { findOpenUnit } from '../queries/find-open-unit.ts'
import { mustBeKnownIntroducer } from '../queries/find-introducer.ts'
import { describeTwins, findTwins, type FoundTwin } from '../queries/find-twins.ts'
import { mustBeKnownWords } from '../queries/list-volunteer-words.ts'
import { checkProfile } from '../rules/profile.ts'
import { insertVolunteers } from './steps/insert-volunteers.ts'
import { noteTwins, rememberDistinct } from './steps/note-twins.ts'
import { refuseSameIdNumber } from './steps/refuse-same-id-number.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.registerVolunteer)['~orpc']['inputSchema']>>

/** Registers a volunteer after looking whether the person is there already, also in units the actor cannot see. */
export async function registerVolunteer(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  const { unitId, isConfirmedDistinct, ...given } = input
  const checked = checkProfile(given, context.today)
  if ('problems' in checked) throw new InvalidInput(checked.problems)
  const { profile } = checked
  const [unit, twins] = await Promise.all([
    findOpenUnit(context, unitId ?? context.actor.unit.id), findTwins(context, [profile]), mustBeKnownWords(context, profile),
    mustBeKnownIntroducer(context, profile.introducerId)])
  await refuseTwins(context, twins, isConfirmedDistinct)
  const [id] = await insertVolunteers(context, [{ unit, profile }], 'volunteer.registered').catch(refuseSameIdNumber)
  if (id === undefined) throw new Error('a volunteer was written and has no id')
  await noteTwins(context, twins.map((twin) => ({ volunteerId: id, twin })))
  await rememberDistinct(context, id, twins.filter((twin) => twin.isVisible).map((twin) => twin.volunteerId))
  return { id, version: 1 }
}

/** The same number is the same person; anything else is a question to the registrar. */
async function refuseTwins(context: Context, twins: readonly FoundTwin[], isConfirmedDistinct: boolean): Promise<void> {
  const isSamePerson = twins.some((twin) => twin.reason === 'id-number')
  if (isSamePerson) throw new Refusal('SAME_ID_NUMBER', { twins: await describeTwins(context, twins.filter((twin) => twin.reason === 'id-number')) })
  if (twins.length > 0 && !isConfirmedDistinct) throw new Refusal('POSSIBLE_DUPLICATE', { twins: await describeTwins(context, twins) })
}
